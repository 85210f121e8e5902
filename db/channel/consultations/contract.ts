import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, ConsultationId, MemberId, OpinionId, PersonId } from '../../kernel/ids.ts'
import { CellEdits, Day, Line, ledgerErrors, MOST_ROWS, StandingOrNone, Text } from '../ledger/contract.ts'
import { CONSULTATION_STATES, DECISIONS, STANCES, WEIGHTS } from './rules/opinions.ts'
import { CONSULTATION_KINDS } from './rules/words.ts'

/** What an account said: YYYY-MM-DD. */
export const Given = z.object({ stance: z.enum(STANCES), text: Text, on: Day })
export type Given = z.infer<typeof Given>

/** What was decided, and why: YYYY-MM-DD. */
export const Outcome = z.object({ decision: z.enum(DECISIONS), text: Line, on: Day })
export type Outcome = z.infer<typeof Outcome>

/** What an account was told of what came of its opinion: YYYY-MM-DD. */
export const Told = z.object({ text: Line, on: Day })
export type Told = z.infer<typeof Told>

const by = { by: z.string().nullable() }

/** What of a consultation is written and changed field by field. */
export const ConsultationFields = z.object({
  title: Line,
  kind: z.enum(CONSULTATION_KINDS),
  question: Text,
  closesOn: Day,
  decidesOn: Day,
  ownerId: MemberId.nullable(),
})

/** A planned decision that is put to accounts 征询意见 (A9). */
export const Consultation = z.object({
  id: ConsultationId,
  title: z.string(),
  kind: z.enum(CONSULTATION_KINDS),
  question: z.string(),
  closesOn: z.string(),
  decidesOn: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  outcome: Outcome.extend(by).nullable(),
  state: z.enum(CONSULTATION_STATES),
  asked: z.int(),
  answered: z.int(),
  /** of those asked */
  untold: z.int(),
  /** weights of opinions by stance, and of those that have not answered */
  weights: z.object({ for: z.int(), neutral: z.int(), against: z.int(), silent: z.int() }),
})
export type Consultation = z.infer<typeof Consultation>

/** What one account thinks of it. */
export const Opinion = z.object({
  id: OpinionId,
  consultationId: ConsultationId,
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  weight: z.int(),
  /** who of theirs said it */
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  given: Given.extend({ ...by, late: z.boolean() }).nullable(),
  told: Told.extend(by).nullable(),
})
export type Opinion = z.infer<typeof Opinion>

/** An opinion with what it is about, for an account's page. */
export const OpinionOn = Opinion.extend({
  title: z.string(),
  closesOn: z.string(),
  outcome: z.enum(DECISIONS).nullable(),
})
export type OpinionOn = z.infer<typeof OpinionOn>

const ofConsultation = CommandInput.extend({ consultationId: ConsultationId })
const opinionIds = z.array(OpinionId).min(1).max(MOST_ROWS)

/** Planned decisions put to accounts first, weighed, and told back (A9). */
export const consultations = {
  /** All consultations, those still asking first by the day on which they close, then the newest. */
  list: oc.output(z.object({ today: z.string(), rows: z.array(Consultation) })),
  /** One with all opinions: heavier ones first, then by name. */
  get: oc
    .input(z.object({ consultationId: ConsultationId }))
    .output(z.object({ today: z.string(), consultation: Consultation, opinions: z.array(Opinion) }))
    .errors({ ROW_NOT_FOUND: { status: 404 } }),
  /** What one account was asked, the newest first. */
  ofAccount: oc
    .input(z.object({ accountId: AccountId }))
    .output(z.object({ today: z.string(), rows: z.array(OpinionOn) })),
  /** DAYS_OUT_OF_ORDER where it is decided before opinions are in. */
  add: oc
    .input(CommandInput.extend(ConsultationFields.partial({ question: true, ownerId: true }).shape))
    .output(Written.extend({ consultationId: ConsultationId }))
    .errors(ledgerErrors),
  change: oc
    .input(CellEdits(ConsultationId, ConsultationFields.keyof()))
    .output(Written)
    .errors(ledgerErrors),
  remove: oc
    .input(CommandInput.extend({ ids: z.array(ConsultationId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),
  /** Puts it to accounts, each with the weight of its tier; those that were asked already stay as they are. */
  ask: oc
    .input(ofConsultation.extend({ accountIds: z.array(AccountId).min(1).max(MOST_ROWS) }))
    .output(Written.extend({ asked: z.int() }))
    .errors(ledgerErrors),
  /** Takes accounts out again. */
  leaveOut: oc
    .input(CommandInput.extend({ ids: opinionIds }))
    .output(Written)
    .errors(ledgerErrors),
  /** Changes how much opinions count. */
  weigh: oc
    .input(
      CommandInput.extend({
        ids: opinionIds,
        weight: z.int().min(WEIGHTS.least).max(WEIGHTS.most),
      }),
    )
    .output(Written)
    .errors(ledgerErrors),
  /** Records what an account said and who of theirs said it; null takes it back. */
  answer: oc
    .input(
      CommandInput.extend({
        opinionId: OpinionId,
        personId: PersonId.nullable(),
        before: Given.nullable(),
        after: Given.nullable(),
      }),
    )
    .output(Written)
    .errors(ledgerErrors),
  /** Records what was decided; null takes it back. TOLD_ALREADY where accounts know of it. */
  decide: oc
    .input(ofConsultation.extend({ before: Outcome.nullable(), after: Outcome.nullable() }))
    .output(Written)
    .errors({ ...ledgerErrors, TOLD_ALREADY: { status: 409, data: z.object({ accounts: z.int() }) } }),
  /** Notes that accounts were told what came of their opinion; null takes it back. NOT_DECIDED before there is anything to tell. */
  tell: oc
    .input(CommandInput.extend({ ids: opinionIds, told: Told.nullable() }))
    .output(Written)
    .errors({ ...ledgerErrors, NOT_DECIDED: { status: 409 } }),
}
