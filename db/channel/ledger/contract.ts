import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { CommandInput, writeErrors } from '../../kernel/contract.ts'
import { LEDGER_LIMITS } from './rules/limits.ts'

/** YYYY-MM-DD */
export const Day = z.string().refine(isDay)
/** A name of a few words, never empty. */
export const Name = z.string().trim().min(1).max(LEDGER_LIMITS.name)
/** A sentence, never empty. */
export const Line = z.string().trim().min(1).max(LEDGER_LIMITS.line)
/** Some sentences, or nothing. */
export const Text = z.string().trim().max(LEDGER_LIMITS.text)

/** Where an account stands by the newest published round; null where it is not in it. */
export const StandingOrNone = z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable()

/** Most rows that one command changes. */
export const MOST_ROWS = 5_000

/** What a cell of a ledger holds. */
export const Cell = z.union([z.string(), z.number()]).nullable()

/**
 * A command that changes cells of a ledger, all or none: `before` guards against overwriting another window's edit,
 * `after` is checked against its field.
 */
export const CellEdits = <Id extends z.ZodType, Field extends z.ZodType>(id: Id, field: Field) =>
  CommandInput.extend({
    edits: z
      .array(z.object({ id, field, before: Cell, after: Cell }))
      .min(1)
      .max(MOST_ROWS),
  })

const far = {
  status: 422,
  data: z.object({ day: z.string(), from: z.string(), until: z.string() }),
} as const

/** A day that nobody means; data is the first and the last one that may be, YYYY-MM-DD. */
export const farErrors = { DAY_OUT_OF_RANGE: far } as const

/** The same of a day on which something is due. */
export const dueErrors = { DUE_OUT_OF_RANGE: far } as const

/** Refusals of commands that add to a ledger or change it. */
export const ledgerErrors = {
  ...writeErrors,
  ROW_NOT_FOUND: { status: 404 },
  ACCOUNT_NOT_FOUND: { status: 404 },
  MEMBER_NOT_FOUND: { status: 404 },
  PERSON_NOT_FOUND: { status: 404 },
  CELLS_CHANGED: {
    status: 409,
    data: z.object({
      cells: z.int(),
      name: z.string(),
      field: z.string().optional(),
      current: z.string().nullable(),
    }),
  },
  /** a value that doesn't fit its field */
  VALUE_REFUSED: {
    status: 422,
    data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
  },
  /** a day that can't be before the other; data is both, YYYY-MM-DD */
  DAYS_OUT_OF_ORDER: { status: 422, data: z.object({ first: z.string(), second: z.string() }) },
  /** something that is said to have happened on a day to come */
  DAY_TO_COME: { status: 422, data: z.object({ day: z.string() }) },
  ...farErrors,
} as const
