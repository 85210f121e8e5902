import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, AttachmentId, EntryId, MemberId, PersonId, PromiseId } from '../../kernel/ids.ts'
import { NewPromise } from '../promises/contract.ts'
import { isDay } from '../rules/days.ts'
import { CHANNELS } from './rules/channels.ts'
import { LOG_LIMITS } from './rules/limits.ts'
import { MEDIA_TYPES } from './rules/mediaTypes.ts'

const Day = z.string().refine(isDay)

/** A content of the store by its SHA-256, with the name that it shall have here. */
export const FileRef = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(1_000),
})
export type FileRef = z.infer<typeof FileRef>

/** A next step: what, on which day (YYYY-MM-DD), by whom of ours. */
export const NextStep = z.object({
  step: z.string().trim().min(1).max(LOG_LIMITS.nextStep),
  on: Day,
  by: MemberId.nullable(),
})
export type NextStep = z.infer<typeof NextStep>

/**
 * Who a mention means now: `id` as it stands in the text, `to` where a merge put them. `erased`: their data were
 * erased on request; `gone`: deleted.
 */
export const Mentioned = z.object({
  kind: z.enum(['person', 'account']),
  id: z.string(),
  to: z.string(),
  name: z.string(),
  state: z.enum(['here', 'erased', 'gone']),
})
export type Mentioned = z.infer<typeof Mentioned>

/** An entry in a list. Names are null where nobody is named or who was named is gone. */
export const EntryRow = z.object({
  id: EntryId,
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  /** who of ours had the contact */
  memberId: MemberId.nullable(),
  member: z.string().nullable(),
  /** who of theirs */
  people: z.array(Mentioned),
  happenedOn: z.string(),
  channel: z.enum(CHANNELS),
  /** the beginning; mentions as rules/mentions.ts says */
  text: z.string(),
  cut: z.boolean(),
  mentions: z.array(Mentioned),
  next: NextStep.nullable(),
  nextBy: z.string().nullable(),
  nextDoneOn: z.string().nullable(),
  /** instant of writing */
  recordedAt: z.string(),
  corrections: z.int(),
  promises: z.int(),
  files: z.int(),
})
export type EntryRow = z.infer<typeof EntryRow>

/** A file kept with an entry or an account. */
export const AttachedFile = z.object({
  id: AttachmentId,
  entryId: EntryId.nullable(),
  accountId: AccountId.nullable(),
  name: z.string(),
  bytes: z.int(),
  mediaType: z.enum(MEDIA_TYPES),
  addedBy: z.string().nullable(),
  /** instant */
  addedAt: z.string(),
})
export type AttachedFile = z.infer<typeof AttachedFile>

/** A text that an entry had before a correction, with what else was corrected. */
export const FormerText = z.object({
  text: z.string(),
  happenedOn: z.string(),
  channel: z.enum(CHANNELS),
  /** instant of the correction */
  at: z.string(),
  by: z.string().nullable(),
  why: z.string(),
})
export type FormerText = z.infer<typeof FormerText>

/** A fact that a portrait has from an entry. `value` is null for sensitive ones and for a whole new person (`*`). */
export const LiftedFact = z.object({
  subject: z.enum(['person', 'account']),
  subjectId: z.string(),
  name: z.string(),
  field: z.string(),
  /** the name of a custom field; of the competitor, where `field` is `rivalMove` */
  label: z.string().nullable(),
  value: z.string().nullable(),
})
export type LiftedFact = z.infer<typeof LiftedFact>

/** One entry with all that belongs to it; its text whole. */
export const Entry = EntryRow.extend({
  former: z.array(FormerText),
  attached: z.array(AttachedFile),
  facts: z.array(LiftedFact),
  made: z.array(
    z.object({ id: PromiseId, what: z.string(), dueOn: z.string().nullable(), open: z.boolean() }),
  ),
})
export type Entry = z.infer<typeof Entry>

/** A promise as the entry that holds it tells it. */
export const MadePromise = NewPromise.pick({
  side: true,
  memberId: true,
  personId: true,
  what: true,
  dueOn: true,
})

const ENTRY_NOT_FOUND = { ENTRY_NOT_FOUND: { status: 404 } } as const
const ACCOUNT_NOT_FOUND = { ACCOUNT_NOT_FOUND: { status: 404 } } as const
const textErrors = {
  /** nothing is left of the text once it is cleaned */
  ENTRY_EMPTY: { status: 422 },
  ENTRY_TOO_LONG: { status: 422, data: z.object({ length: z.int(), max: z.int() }) },
  /** it can't have happened on a day that is yet to come */
  ENTRY_IN_FUTURE: { status: 422, data: z.object({ day: z.string() }) },
  PERSON_NOT_FOUND: { status: 404 },
} as const
const MEMBER_NOT_FOUND = { MEMBER_NOT_FOUND: { status: 404 } } as const
const ENTRY_CHANGED = { ENTRY_CHANGED: { status: 409 } } as const
/** the content isn't in the data folder: only its row came with a restored backup, say */
const FILE_MISSING = { FILE_MISSING: { status: 410, data: z.object({ name: z.string() }) } } as const

/** The work log 工作日志: every contact, never silently edited. */
export const log = {
  /**
   * Writes an entry: by the laptop's user and of today where nothing else is said. People mentioned in the text count
   * as having been part of it. An account or person that was merged away stands for the one kept.
   */
  add: oc
    .input(
      CommandInput.extend({
        accountId: AccountId.nullable(),
        memberId: MemberId.nullable().optional(),
        people: z.array(PersonId).max(LOG_LIMITS.people).default([]),
        channel: z.enum(CHANNELS),
        happenedOn: Day.optional(),
        text: z.string().max(LOG_LIMITS.pasted),
        next: NextStep.nullable().default(null),
        files: z.array(FileRef).max(LOG_LIMITS.files).default([]),
        /** promises made in it, by either side, on the same day (C2) */
        promises: z.array(MadePromise).max(LOG_LIMITS.promises).default([]),
      }),
    )
    .output(Written.extend({ entryId: EntryId }))
    .errors({
      ...writeErrors,
      ...ACCOUNT_NOT_FOUND,
      ...MEMBER_NOT_FOUND,
      ...textErrors,
      ...FILE_MISSING,
      /** a promise is made to an account */
      PROMISE_WITHOUT_ACCOUNT: { status: 422 },
      DUE_BEFORE_MADE: { status: 422, data: z.object({ madeOn: z.string(), dueOn: z.string() }) },
    }),
  /**
   * Corrects an entry; what it said before stays readable with who corrected it, when and why. ENTRY_CHANGED where it
   * no longer says `before`.
   */
  correct: oc
    .input(
      CommandInput.extend({
        entryId: EntryId,
        before: z.object({ text: z.string(), happenedOn: z.string(), channel: z.enum(CHANNELS) }),
        text: z.string().max(LOG_LIMITS.pasted),
        happenedOn: Day,
        channel: z.enum(CHANNELS),
        why: z.string().trim().max(LOG_LIMITS.why).default(''),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, ...ENTRY_NOT_FOUND, ...ENTRY_CHANGED, ...textErrors }),
  /** Deletes entries (undoable). */
  remove: oc
    .input(CommandInput.extend({ entryIds: z.array(EntryId).min(1).max(1_000) }))
    .output(Written)
    .errors({ ...writeErrors, ...ENTRY_NOT_FOUND }),
  /**
   * Entries, newest first; with `open` those whose next step is not done, soonest first. `next` pages on. `total` is
   * null where counting would read the whole log.
   */
  list: oc
    .input(
      z.object({
        accountId: AccountId.optional(),
        personId: PersonId.optional(),
        memberId: MemberId.optional(),
        channel: z.enum(CHANNELS).optional(),
        open: z.boolean().default(false),
        after: z.object({ on: z.string(), id: EntryId }).optional(),
        limit: z.int().min(1).max(500).default(50),
      }),
    )
    .output(
      z.object({
        /** the engine's day */
        today: z.string(),
        entries: z.array(EntryRow),
        next: z.object({ on: z.string(), id: EntryId }).nullable(),
        total: z.int().nullable(),
      }),
    ),
  /** One entry with former texts, files, the facts lifted from it and the promises made in it. */
  get: oc
    .input(z.object({ entryId: EntryId }))
    .output(Entry)
    .errors(ENTRY_NOT_FOUND),
  /** Sets, changes or (null) takes away the next step; an earlier one that was done is open again. */
  setNext: oc
    .input(CommandInput.extend({ entryId: EntryId, before: NextStep.nullable(), after: NextStep.nullable() }))
    .output(Written)
    .errors({ ...writeErrors, ...ENTRY_NOT_FOUND, ...ENTRY_CHANGED, ...MEMBER_NOT_FOUND }),
  /** Says whether the next step is done: today where no day is named. Nothing changes where there is none. */
  doneNext: oc
    .input(CommandInput.extend({ entryId: EntryId, done: z.boolean(), on: Day.optional() }))
    .output(Written)
    .errors({ ...writeErrors, ...ENTRY_NOT_FOUND }),
  /**
   * Takes a file's content into the store, where equal contents lie once. It belongs to nothing until `attach` or
   * `add` names it; content is never deleted, so that undo and older backups find it. Not in the history.
   */
  upload: oc
    .input(z.object({ file: z.file() }))
    .output(FileRef.extend({ bytes: z.int(), mediaType: z.enum(MEDIA_TYPES) }))
    .errors({
      ...writeErrors,
      FILE_TOO_LARGE: {
        status: 413,
        data: z.object({ name: z.string(), bytes: z.int(), max: z.int() }),
      },
      /** fewer or more bytes came than were announced */
      FILE_BROKEN_OFF: { status: 400, data: z.object({ name: z.string() }) },
    }),
  /** Keeps uploaded files with an entry, or with an account alone (undoable). */
  attach: oc
    .input(
      CommandInput.extend({
        to: z.union([z.object({ entryId: EntryId }), z.object({ accountId: AccountId })]),
        files: z.array(FileRef).min(1).max(LOG_LIMITS.files),
      }),
    )
    .output(Written.extend({ attachmentIds: z.array(AttachmentId) }))
    .errors({ ...writeErrors, ...ENTRY_NOT_FOUND, ...ACCOUNT_NOT_FOUND, ...FILE_MISSING }),
  /** Takes a file away from where it is kept (undoable); its content stays. */
  detach: oc
    .input(CommandInput.extend({ attachmentId: AttachmentId }))
    .output(Written)
    .errors({ ...writeErrors, ATTACHMENT_NOT_FOUND: { status: 404 } }),
  /** The files of an account and of its entries, newest first. */
  files: oc.input(z.object({ accountId: AccountId })).output(z.array(AttachedFile)),
  /**
   * A file's content, always as application/octet-stream: what it may be shown as, `files` says. FILE_DAMAGED where
   * the disk no longer holds what was kept.
   */
  file: oc
    .input(z.object({ attachmentId: AttachmentId }))
    .output(z.file())
    .errors({
      ATTACHMENT_NOT_FOUND: { status: 404 },
      ...FILE_MISSING,
      FILE_DAMAGED: { status: 410, data: z.object({ name: z.string() }) },
    }),
}
