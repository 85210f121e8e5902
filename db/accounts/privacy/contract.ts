import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { PersonId } from '../../kernel/ids.ts'
import { SENSITIVE_FIELDS } from '../people/rules/fields.ts'

/** The parts of what is kept about a person, in their order. */
export const HELD_PARTS = [
  'facts',
  'warningSigns',
  'employments',
  'coverage',
  'relations',
  'entries',
  'promises',
  'requests',
  'visits',
  'cases',
  'reveals',
] as const

/** One thing that is kept about a person. */
const HeldLine = z.object({
  /** a fact: its name in the language asked for · else who or what the line is about */
  label: z.string(),
  value: z.string(),
  /** YYYY-MM-DD on which it was learned, said or done, where known */
  on: z.string().nullable(),
  sensitive: z.boolean(),
})

/** Everything that is kept about a person, part by part; parts without lines are left out. */
export const Held = z.object({
  name: z.string(),
  basis: z.string(),
  retainUntil: z.string().nullable(),
  parts: z.array(z.object({ part: z.enum(HELD_PARTS), lines: z.array(HeldLine) })),
})
export type Held = z.infer<typeof Held>

const language = z.enum(['zh', 'en'])

const notFound = { PERSON_NOT_FOUND: { status: 404 } } as const

/** What the law and decency ask for: showing, bounding and erasing what is kept about people. */
export const privacy = {
  /**
   * Everything that is kept about a person, sensitive facts included. Asking for it is recorded as a look at each
   * sensitive fact that is there.
   */
  held: oc
    .input(CommandInput.extend({ personId: PersonId, language }))
    .output(Held)
    .errors({ ...writeErrors, ...notFound }),
  /** The same as a document to hand over: Word or PDF. */
  document: oc
    .input(
      CommandInput.extend({
        personId: PersonId,
        language,
        format: z.enum(PAPER_FORMATS),
      }),
    )
    .output(z.file())
    .errors({ ...writeErrors, ...notFound, NO_PRINTER: { status: 501 } }),
  /** What an erasure would touch, before it is done. */
  erasurePreview: oc
    .input(z.object({ personId: PersonId }))
    .output(
      z.object({
        name: z.string(),
        /** entries of the work log that name them, and those that nobody else was part of */
        entries: z.int(),
        entriesOnlyTheirs: z.int(),
        promises: z.int(),
        /** backups that still hold what will be erased */
        backups: z.int(),
      }),
    )
    .errors(notFound),
  /**
   * Erases a person for good: every fact, in the rows, the history, the search index and the file itself. Their name is
   * taken out of the texts of their accounts; with `blankEntries` the texts of entries that nobody else was part of go
   * too. Entries, promises and figures stay, without them. Can't be undone; nothing about them can be undone after it.
   * Backups from before it still hold them: `removeBackups` deletes those once a new one was made.
   */
  erase: oc
    .input(
      CommandInput.extend({
        personId: PersonId,
        /** on whose request, in words */
        basis: z.string().trim().min(1).max(500),
        blankEntries: z.boolean(),
        removeBackups: z.boolean(),
      }),
    )
    .output(Written.extend({ backupsRemoved: z.int() }))
    .errors({ ...writeErrors, ...notFound }),
  /** Who looked at which masked fact, newest first. */
  reveals: oc.input(z.object({ limit: z.int().min(1).max(1_000).default(200) })).output(
    z.array(
      z.object({
        personId: PersonId,
        /** empty once they were erased */
        person: z.string(),
        field: z.enum(SENSITIVE_FIELDS),
        by: z.string(),
        at: z.string(),
      }),
    ),
  ),
  /** People whose retention date has passed, earliest first. */
  overdue: oc.output(
    z.array(z.object({ personId: PersonId, name: z.string(), basis: z.string(), retainUntil: z.string() })),
  ),
  /** Erasures that were done, newest first: what is left to prove them. */
  erasures: oc.output(z.array(z.object({ by: z.string(), at: z.string(), basis: z.string() }))),
}
