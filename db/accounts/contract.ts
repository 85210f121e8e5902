import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../kernel/contract.ts'
import { AccountId, CustomFieldId, EntryId, FigureId, MemberId } from '../kernel/ids.ts'
import { CustomField, CustomValueShape } from './custom/contract.ts'
import { ACCOUNT_FIELDS, type AccountField, YEARS } from './rules/accountFields.ts'
import { isPartialDay } from './rules/days.ts'
import { CYCLES, FIELD_LIMITS, KINDS, LIFECYCLES, SELLING_MODES, TECHNICAL_CONTENTS } from './rules/fields.ts'
import { FIGURE_UNITS } from './rules/figures.ts'
import { plainTags, tagsFit } from './rules/tags.ts'

/** A figure kept of accounts: yearly volume, profit, days overdue … */
export const Figure = z.object({
  id: FigureId,
  name: z.string(),
  unit: z.enum(FIGURE_UNITS),
  /** fractional order key */
  order: z.string(),
})
export type Figure = z.infer<typeof Figure>

const short = z.string().trim().max(FIELD_LIMITS.short)
const long = z.string().trim().max(FIELD_LIMITS.long)
const prose = z.string().max(FIELD_LIMITS.note)
const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most).nullable()

/** The editable fields of an account, as rules/accountFields.ts describes them. Empty text or null where not known. */
export const AccountFields = z.object({
  code: z.string().trim().max(FIELD_LIMITS.code),
  name: z.string().trim().min(1).max(FIELD_LIMITS.name),
  shortName: short,
  ownerId: MemberId.nullable(),
  kind: z.enum(KINDS).nullable(),
  cycle: z.enum(CYCLES).nullable(),
  lifecycle: z.enum(LIFECYCLES).nullable(),
  industry: short,
  region: short,
  address: long,
  site: long,
  phone: short,
  /** year */
  founded: within(YEARS),
  staff: within(ACCOUNT_FIELDS.staff),
  /** their yearly revenue, fen */
  revenue: within(ACCOUNT_FIELDS.revenue),
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  cooperationSince: z.string().trim().refine(isPartialDay).nullable(),
  /** the company that it belongs to: never itself or one of its own */
  parentId: AccountId.nullable(),
  /** B4.5 */
  sellingMode: z.enum(SELLING_MODES).nullable(),
  sellingModeWhy: prose,
  /** E1 */
  technicalContent: z.enum(TECHNICAL_CONTENTS).nullable(),
  /** fen */
  creditLimit: within(ACCOUNT_FIELDS.creditLimit),
  creditDays: within(ACCOUNT_FIELDS.creditDays),
  paymentBehaviour: prose,
  /** E3 */
  marketPosition: prose,
  /** how its business runs (E3) */
  business: prose,
  /** as rules/tags.ts writes them, parted by commas */
  tags: z.string().refine(tagsFit).transform(plainTags),
  note: prose,
} satisfies Record<AccountField, z.ZodType>)
export type AccountFields = z.infer<typeof AccountFields>

const fieldValue = z.union([z.string(), z.int(), z.null()])

/** One account in a list; figures and custom values are in the order of the list's `figures` and `custom`. */
export const AccountRow = AccountFields.extend({
  id: AccountId,
  /** full spelling, a blank, initials */
  pinyin: z.string(),
  /** stored units: fen for money, thousandths otherwise */
  figures: z.array(z.int().nullable()),
  /** as custom/rules/values.ts describes them */
  custom: z.array(CustomValueShape),
  /** from the newest published round, null when not in one */
  tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable(),
  /** tenths of a point */
  score: z.int().nullable(),
})
export type AccountRow = z.infer<typeof AccountRow>

/**
 * The list of accounts as the grid takes it: one text a column (rules/strips.ts), sorted by pinyin. Strips are named
 * `id`, `pinyin`, `tier`, `score`, by field, `figure:<id>` and `custom:<id>`; one without any value is left out.
 * Tags are JSON lists.
 */
export const AccountTable = z.object({
  figures: z.array(Figure),
  custom: z.array(CustomField),
  /** accounts that there are */
  all: z.int(),
  /** rows in the strips */
  count: z.int(),
  strips: z.record(z.string(), z.string()),
})
export type AccountTable = z.infer<typeof AccountTable>

/** Where a field's value comes from, see rules/sources.ts. */
export const FieldSource = z.object({
  /** YYYY-MM-DD */
  on: z.string(),
  by: MemberId.nullable(),
  /** the entry of the work log that it was lifted from */
  entry: EntryId.nullable(),
})

const notFound = { ...writeErrors, ACCOUNT_NOT_FOUND: { status: 404 } } as const

/** One cell of an account to change: the value before guards against overwriting another window's edit. */
export const FieldEdit = z.object({
  accountId: AccountId,
  field: AccountFields.keyof(),
  before: fieldValue,
  after: fieldValue,
})
export const FigureEdit = z.object({
  accountId: AccountId,
  figureId: FigureId,
  before: z.int().nullable(),
  after: z.int().nullable(),
})
export const CustomEdit = z.object({
  accountId: AccountId,
  fieldId: CustomFieldId,
  before: CustomValueShape,
  after: CustomValueShape,
})

/** A cell that was changed elsewhere meanwhile: enough to say it in the reader's language and unit. */
const changedCell = z.object({
  cells: z.int(),
  /** the account's name */
  name: z.string(),
  /** contract name of a field; a figure's or custom field's own name */
  field: z.string(),
  /** what it holds now: words by their keys, money in fen, colleagues and companies by name */
  current: fieldValue,
  /** how `current` is counted: a figure's unit, or money of a field; null where it is shown as it is */
  unit: z.enum(FIGURE_UNITS).nullable(),
})

const refusedValue = {
  VALUE_REFUSED: {
    status: 422,
    data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
  },
  /** a company can't belong to itself, nor to one of its own */
  PARENT_REFUSED: {
    status: 422,
    data: z.object({
      name: z.string(),
      parent: z.string(),
      reason: z.enum(['itself', 'descendant', 'gone']),
    }),
  },
} as const

export const accounts = {
  /** All accounts, sorted by pinyin, with their figures and custom fields. */
  list: oc.output(
    z.object({ figures: z.array(Figure), custom: z.array(CustomField), rows: z.array(AccountRow) }),
  ),
  /** The same for the grid of 100,000 accounts: a page of it, in columns. */
  table: oc
    .input(z.object({ from: z.int().min(0), limit: z.int().min(1).max(100_000) }))
    .output(AccountTable),
  /** One account with where it stood in each published round, newest first. */
  get: oc
    .input(z.object({ accountId: AccountId }))
    .output(
      z.object({
        account: AccountRow,
        figures: z.array(Figure),
        custom: z.array(CustomField),
        /** by field (a custom one by its id); `*` stands for every field without a source of its own */
        sources: z.record(z.string(), FieldSource),
        /** name of the company that it belongs to */
        parent: z.string().nullable(),
        standings: z.array(
          z.object({
            roundName: z.string(),
            publishedAt: z.string(),
            score: z.int().nullable(),
            tier: z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']),
            rank: z.int().nullable(),
            /** what put it there beyond its score: who decided or approved it, why, and until when */
            held: z
              .object({
                kind: z.enum(['kept', 'carried', 'exception']),
                by: z.string(),
                expires: z.string().nullable(),
              })
              .nullable(),
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
              .extend({
                /** fields as cells hold them, checked as edit checks them */
                cells: z.array(z.object({ field: AccountFields.keyof(), value: fieldValue })).optional(),
                figures: z.array(z.object({ figureId: FigureId, value: z.int() })).optional(),
                custom: z.array(z.object({ fieldId: CustomFieldId, value: CustomValueShape })).optional(),
              }),
          )
          .min(1)
          .max(10_000),
      }),
    )
    .output(Written.extend({ accountIds: z.array(AccountId) }))
    .errors({
      ...writeErrors,
      FIGURE_NOT_FOUND: { status: 404 },
      ...refusedValue,
      CODE_TAKEN: { status: 409, data: z.object({ code: z.string(), name: z.string() }) },
    }),
  /**
   * Changes cells of the accounts grid, all or none, and keeps where each value comes from. CELLS_CHANGED when a cell
   * no longer holds `before`; VALUE_REFUSED names the first cell whose new value doesn't fit its field; PARENT_REFUSED
   * an account that would come to stand above itself.
   */
  edit: oc
    .input(
      CommandInput.extend({
        fields: z.array(FieldEdit).max(300_000),
        figures: z.array(FigureEdit).max(300_000),
        custom: z.array(CustomEdit).max(300_000).optional(),
        /** the entry of the work log that the values were lifted from */
        entryId: EntryId.optional(),
      }),
    )
    .output(Written)
    .errors({
      ...notFound,
      CELLS_CHANGED: { status: 409, data: changedCell },
      ...refusedValue,
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
