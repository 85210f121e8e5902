import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../kernel/contract.ts'
import { AccountId, FigureId, MemberId } from '../kernel/ids.ts'
import { CYCLES, FIELD_LIMITS, KINDS } from './rules/fields.ts'
import { FIGURE_UNITS } from './rules/figures.ts'

/** A figure kept of accounts: yearly volume, profit, days overdue … */
export const Figure = z.object({
  id: FigureId,
  name: z.string(),
  unit: z.enum(FIGURE_UNITS),
  /** fractional order key */
  order: z.string(),
})
export type Figure = z.infer<typeof Figure>

/** The editable fields of an account. Empty text where not known. */
export const AccountFields = z.object({
  code: z.string().trim().max(FIELD_LIMITS.code),
  name: z.string().trim().min(1).max(FIELD_LIMITS.name),
  ownerId: MemberId.nullable(),
  kind: z.enum(KINDS).nullable(),
  cycle: z.enum(CYCLES).nullable(),
  industry: z.string().trim().max(FIELD_LIMITS.short),
  region: z.string().trim().max(FIELD_LIMITS.short),
  phone: z.string().trim().max(FIELD_LIMITS.short),
  note: z.string().max(FIELD_LIMITS.note),
})
export type AccountFields = z.infer<typeof AccountFields>

/** One account in a list; figures are in the order of the list's `figures`, stored units (fen, thousandths). */
export const AccountRow = AccountFields.extend({
  id: AccountId,
  /** full spelling, a blank, initials */
  pinyin: z.string(),
  figures: z.array(z.int().nullable()),
  /** from the newest published round, null when not in one */
  tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable(),
  /** tenths of a point */
  score: z.int().nullable(),
})
export type AccountRow = z.infer<typeof AccountRow>

const notFound = { ...writeErrors, ACCOUNT_NOT_FOUND: { status: 404 } } as const

/** One cell of an account to change: the value before guards against overwriting another window's edit. */
export const FieldEdit = z.object({
  accountId: AccountId,
  field: AccountFields.keyof(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export const FigureEdit = z.object({
  accountId: AccountId,
  figureId: FigureId,
  before: z.int().nullable(),
  after: z.int().nullable(),
})

export const accounts = {
  /** All accounts, sorted by pinyin, with their figures. */
  list: oc.output(z.object({ figures: z.array(Figure), rows: z.array(AccountRow) })),
  /** One account with where it stood in each published round, newest first. */
  get: oc
    .input(z.object({ accountId: AccountId }))
    .output(
      z.object({
        account: AccountRow,
        figures: z.array(Figure),
        standings: z.array(
          z.object({
            roundName: z.string(),
            publishedAt: z.string(),
            score: z.int().nullable(),
            tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']),
            rank: z.int().nullable(),
          }),
        ),
      }),
    )
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 } }),
  /**
   * Adds accounts with their figures (stored units), all or none; only the name is required. Two accounts may share a
   * name, but not a code.
   */
  add: oc
    .input(
      CommandInput.extend({
        accounts: z
          .array(
            AccountFields.partial()
              .required({ name: true })
              .extend({ figures: z.array(z.object({ figureId: FigureId, value: z.int() })).optional() }),
          )
          .min(1)
          .max(10_000),
      }),
    )
    .output(Written.extend({ accountIds: z.array(AccountId) }))
    .errors({
      ...writeErrors,
      FIGURE_NOT_FOUND: { status: 404 },
      VALUE_REFUSED: {
        status: 422,
        data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
      },
      CODE_TAKEN: { status: 409, data: z.object({ code: z.string(), name: z.string() }) },
    }),
  /**
   * Changes cells of the accounts grid, all or none. CELLS_CHANGED when a cell no longer holds `before`;
   * VALUE_REFUSED names the first cell whose new value doesn't fit its field.
   */
  edit: oc
    .input(
      CommandInput.extend({
        fields: z.array(FieldEdit).max(300_000),
        figures: z.array(FigureEdit).max(300_000),
      }),
    )
    .output(Written)
    .errors({
      ...notFound,
      CELLS_CHANGED: {
        status: 409,
        data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
      },
      VALUE_REFUSED: {
        status: 422,
        data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
      },
      CODE_TAKEN: { status: 409, data: z.object({ code: z.string(), name: z.string() }) },
    }),
  /** Deletes accounts (undoable). */
  remove: oc
    .input(CommandInput.extend({ accountIds: z.array(AccountId).min(1) }))
    .output(Written)
    .errors(notFound),
  addFigure: oc
    .input(
      CommandInput.extend({
        name: z.string().trim().min(1).max(FIELD_LIMITS.short),
        unit: z.enum(FIGURE_UNITS),
      }),
    )
    .output(Written.extend({ figureId: FigureId }))
    .errors({ ...writeErrors, FIGURE_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) } }),
  renameFigure: oc
    .input(
      CommandInput.extend({ figureId: FigureId, name: z.string().trim().min(1).max(FIELD_LIMITS.short) }),
    )
    .output(Written)
    .errors({
      ...writeErrors,
      FIGURE_NOT_FOUND: { status: 404 },
      FIGURE_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
    }),
  /** Deletes a figure and hides its values (undoable). Refused while an indicator of a sheet is marked from it. */
  removeFigure: oc
    .input(CommandInput.extend({ figureId: FigureId }))
    .output(Written)
    .errors({
      ...writeErrors,
      FIGURE_NOT_FOUND: { status: 404 },
      FIGURE_IN_USE: { status: 409, data: z.object({ indicator: z.string(), sheet: z.string() }) },
    }),
  /** Accounts whose name, code or pinyin holds the words: for the palette. */
  search: oc
    .input(z.object({ text: z.string().max(100), limit: z.int().min(1).max(100).default(20) }))
    .output(
      z.array(
        AccountRow.pick({ id: true, name: true, code: true, pinyin: true, tier: true, score: true }).extend({
          owner: z.string().nullable(),
        }),
      ),
    ),
}
