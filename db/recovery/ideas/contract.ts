import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CellEdits, Day, dueErrors, ledgerErrors } from '../../channel/ledger/contract.ts'
import { REQUEST_WAYS } from '../../channel/requests/rules/words.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, CaseId, IdeaId, MemberId, PersonId, ProductId } from '../../kernel/ids.ts'
import { CASE_LIMITS } from '../rules/limits.ts'
import { IDEA_EVENTS, IDEA_STATES } from './rules/ideas.ts'

const Title = z.string().trim().min(1).max(CASE_LIMITS.title)
const Text = z.string().trim().max(CASE_LIMITS.text)
const Note = z.string().trim().max(CASE_LIMITS.note)
/** 1–5, five being most */
const Mark = z.int().min(1).max(5)

/** What an idea is worth to the customers and what it costs us, with what was said about it. */
const Weighing = z.object({ value: Mark, effort: Mark, note: Text })

/** An idea 改进 as lists show it. Names are null where nobody is named or who was is gone; days YYYY-MM-DD. */
export const IdeaRow = z.object({
  id: IdeaId,
  code: z.string(),
  title: z.string(),
  state: z.enum(IDEA_STATES),
  /** days by which it is late; 0 where it isn't, or is over */
  late: z.int(),
  /** the case that it came from; null for a suggestion without a complaint */
  caseId: CaseId.nullable(),
  caseCode: z.string().nullable(),
  caseTitle: z.string().nullable(),
  /** its origin: the case's account, else who asked first; null where nobody is known */
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  productId: ProductId.nullable(),
  product: z.string().nullable(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** null before it was weighed */
  weight: Weighing.nullable(),
  /** how many customers asked, and how many of them were told */
  askers: z.int(),
  told: z.int(),
})
export type IdeaRow = z.infer<typeof IdeaRow>

/** A customer who asked for an idea, and what they were told of it; days YYYY-MM-DD. */
export const IdeaAsker = z.object({
  accountId: AccountId,
  account: z.string(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  askedOn: z.string(),
  told: z.object({ on: z.string(), by: z.string(), way: z.enum(REQUEST_WAYS) }).nullable(),
})
export type IdeaAsker = z.infer<typeof IdeaAsker>

/** What happened to an idea. `told` is that one of those who asked was told; instants epoch ms. */
const IdeaEvent = z.object({
  id: z.uuid(),
  kind: z.enum([...IDEA_EVENTS, 'told', 'asked', 'note']),
  at: z.number(),
  by: z.string(),
  note: z.string(),
})

/** An idea with all that is known of it. */
export const IdeaSheet = IdeaRow.extend({
  detail: z.string(),
  /** since when it stands where it stands, epoch ms */
  since: z.number(),
  askedBy: z.array(IdeaAsker),
  events: z.array(IdeaEvent),
})
export type IdeaSheet = z.infer<typeof IdeaSheet>

/** What of an idea is changed field by field. */
export const IdeaFields = z.object({
  title: Title,
  detail: Text,
  productId: ProductId.nullable(),
  ownerId: MemberId.nullable(),
  dueOn: Day.nullable(),
})

const Products = z.array(z.object({ id: ProductId, name: z.string() }))

const found = { ...ledgerErrors, ...dueErrors, IDEA_NOT_FOUND: { status: 404 } } as const
const ofIdea = CommandInput.extend({ ideaId: IdeaId })
const asking = z.object({ accountId: AccountId, personId: PersonId.nullable(), askedOn: Day })

/** Ideas 改进 from complaints and suggestions, followed until those who asked were told (C9). */
export const ideas = {
  /** All ideas, or those of a case: open ones by priority, then those that are over, newest first. `today` is the engine's. */
  list: oc
    .input(z.object({ caseId: CaseId.optional() }))
    .output(z.object({ today: z.string(), products: Products, rows: z.array(IdeaRow) })),
  /** One idea with all that is known of it. */
  get: oc
    .input(z.object({ ideaId: IdeaId }))
    .output(z.object({ today: z.string(), products: Products, idea: IdeaSheet }))
    .errors({ IDEA_NOT_FOUND: { status: 404 } }),
  /** Proposes an idea, with the case that it comes from and a customer who asked, or without. */
  propose: oc
    .input(
      CommandInput.extend({
        idea: IdeaFields.extend({ caseId: CaseId.nullable(), asker: asking.nullable() }),
      }),
    )
    .output(Written.extend({ ideaId: IdeaId, code: z.string() }))
    .errors({ ...found, CASE_NOT_FOUND: { status: 404 } }),
  /** Changes fields, all or none. */
  change: oc.input(CellEdits(IdeaId, IdeaFields.keyof())).output(Written).errors(found),
  /** Says what it is worth and what it costs; the first time it stands as weighed. */
  weigh: oc
    .input(ofIdea.extend(Weighing.shape))
    .output(Written)
    .errors({
      ...found,
      IDEA_STEP_REFUSED: { status: 409, data: z.object({ code: z.string(), event: z.enum(IDEA_EVENTS) }) },
    }),
  /** Notes that something happened to an idea. IDEA_UNTOLD names those who asked and haven't been told. */
  step: oc
    .input(ofIdea.extend({ event: z.enum(IDEA_EVENTS).exclude(['weigh']), note: Note.default('') }))
    .output(Written)
    .errors({
      ...found,
      IDEA_STEP_REFUSED: { status: 409, data: z.object({ code: z.string(), event: z.enum(IDEA_EVENTS) }) },
      IDEA_NEEDS_REASON: { status: 422 },
      IDEA_UNTOLD: { status: 409, data: z.object({ code: z.string(), names: z.array(z.string()) }) },
    }),
  /** Writes down a customer who asked for it, or corrects who of theirs and when. */
  setAsker: oc.input(ofIdea.extend(asking.shape)).output(Written).errors(found),
  /** Takes a customer off who didn't ask for it after all. */
  removeAsker: oc
    .input(ofIdea.extend({ accountId: AccountId }))
    .output(Written)
    .errors(found),
  /** Notes that a customer who asked was told, or takes that back; before there is an outcome there is nothing to tell. */
  tellAsker: oc
    .input(
      ofIdea.extend({
        accountId: AccountId,
        told: z.object({ on: Day, way: z.enum(REQUEST_WAYS) }).nullable(),
      }),
    )
    .output(Written)
    .errors({ ...found, IDEA_NOT_DELIVERED: { status: 409, data: z.object({ code: z.string() }) } }),
  /** Adds a remark to its course. */
  note: oc
    .input(ofIdea.extend({ text: z.string().trim().min(1).max(CASE_LIMITS.note) }))
    .output(Written)
    .errors(found),
  /** Deletes ideas (undoable). */
  remove: oc
    .input(CommandInput.extend({ ideaIds: z.array(IdeaId).min(1).max(5_000) }))
    .output(Written)
    .errors(found),
}
