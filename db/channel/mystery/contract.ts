import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, MemberId, MysterySheetId, MysteryVisitId } from '../../kernel/ids.ts'
import { CellEdits, Day, Line, ledgerErrors, MOST_ROWS, Name, Text } from '../ledger/contract.ts'
import { WHOLE_SHEET } from './rules/scoring.ts'
import { MYSTERY_WAYS } from './rules/words.ts'

/** An item of a sheet; its key stays while its words change. */
export const SheetItem = z.object({
  key: z.string().min(1).max(40),
  text: Line,
  points: z.int().min(1).max(WHOLE_SHEET),
})

const SheetWords = z.object({ name: Name, items: z.array(SheetItem).min(1).max(60) })

/** A sheet by which mystery visits are scored (C6). */
export const MysterySheet = SheetWords.extend({ id: MysterySheetId, visits: z.int() })
export type MysterySheet = z.infer<typeof MysterySheet>

/** An item as a visit found it: points given, null where it was not marked. */
export const Mark = SheetItem.extend({ given: z.int().min(0).max(WHOLE_SHEET).nullable() })

/** What of a visit is written and changed field by field. */
export const VisitFields = z.object({
  place: Name,
  accountId: AccountId.nullable(),
  day: Day,
  way: z.enum(MYSTERY_WAYS),
  visitorId: MemberId.nullable(),
  finding: Text,
})

/** An unannounced, scored inspection of how we serve (C6). */
export const MysteryVisit = VisitFields.extend({
  id: MysteryVisitId,
  sheetId: MysterySheetId,
  sheet: z.string(),
  account: z.string().nullable(),
  visitor: z.string().nullable(),
  marks: z.array(Mark),
  /** tenths of a point; null where too little was marked */
  score: z.int().nullable(),
  /** items that were not marked */
  unmarked: z.int(),
  /** tenths of a point against the visit to this place before; null on the first */
  change: z.int().nullable(),
})
export type MysteryVisit = z.infer<typeof MysteryVisit>

const Points = z
  .array(z.object({ key: z.string(), given: z.int().min(0).max(WHOLE_SHEET).nullable() }))
  .max(60)
const sheetErrors = {
  ...ledgerErrors,
  /** a sheet's points don't add up to 100 */
  SHEET_POINTS: { status: 422, data: z.object({ points: z.int() }) },
} as const
const marking = {
  ...ledgerErrors,
  /** more points than the item is worth */
  POINTS_TOO_MANY: { status: 422, data: z.object({ name: z.string(), points: z.int(), given: z.int() }) },
} as const

/** Mystery visits 神秘顾客 and the sheets that score them (C6). */
export const mystery = {
  /** Sheets, and visits of an account or of all, newest first. */
  list: oc.input(z.object({ accountId: AccountId.optional() })).output(
    z.object({
      today: z.string(),
      sheets: z.array(MysterySheet),
      visits: z.array(MysteryVisit),
    }),
  ),
  addSheet: oc
    .input(CommandInput.extend(SheetWords.shape))
    .output(Written.extend({ sheetId: MysterySheetId }))
    .errors(sheetErrors),
  /** Changes a sheet; visits keep the items that they were scored by. */
  changeSheet: oc
    .input(CommandInput.extend({ sheetId: MysterySheetId, before: SheetWords, after: SheetWords }))
    .output(Written)
    .errors(sheetErrors),
  /** Deletes a sheet; its visits stay. */
  removeSheets: oc
    .input(CommandInput.extend({ ids: z.array(MysterySheetId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),
  /** Records a visit by a sheet's items; those without points are not marked. */
  addVisit: oc
    .input(
      CommandInput.extend({
        sheetId: MysterySheetId,
        ...VisitFields.partial({ accountId: true, visitorId: true, finding: true }).shape,
        points: Points,
      }),
    )
    .output(Written.extend({ visitId: MysteryVisitId }))
    .errors(marking),
  changeVisits: oc.input(CellEdits(MysteryVisitId, VisitFields.keyof())).output(Written).errors(ledgerErrors),
  /** Gives points to items of a visit; null leaves one unmarked. */
  mark: oc
    .input(CommandInput.extend({ visitId: MysteryVisitId, before: Points, after: Points }))
    .output(Written)
    .errors(marking),
  removeVisits: oc
    .input(CommandInput.extend({ ids: z.array(MysteryVisitId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),
}
