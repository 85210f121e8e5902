import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { AccountFields } from '../accounts/contract.ts'
import { FIGURE_UNITS } from '../accounts/rules/figures.ts'
import { CommandInput, Written, writeErrors } from '../kernel/contract.ts'
import { CustomFieldId, FigureId, PersonId, PublicationId, RoundId, SheetId } from '../kernel/ids.ts'
import { ENTRY_USES, LIST_KINDS, PERSON_USES } from './rules/listKinds.ts'

/** Why a file can't be read at all. Their texts are in the catalogues under `error.<code>`. */
export const fileErrors = {
  FILE_UNREADABLE: {
    status: 422,
    data: z.object({
      reason: z.enum([
        'notAWorkbook',
        'html',
        'oldXls',
        'password',
        'truncated',
        'zipBomb',
        'tooManyRows',
        'tooManyColumns',
        'empty',
        'unbalancedQuote',
        'vcardOpen',
        'notAVcard',
        'tooManyCards',
        'encoding',
      ]),
      /** line of a CSV, rows found, or the like */
      detail: z.string(),
      /** where more than one file was given */
      fileName: z.string().optional(),
    }),
  },
} as const

/** A problem with one value; its text is in db/terms under `problem.<code>`. */
export const Problem = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Problem = z.infer<typeof Problem>

/** The language that a file is written in. */
export const FileLanguage = z.enum(['zh', 'en'])
const language = FileLanguage

export const WorksheetInfo = z.object({
  name: z.string(),
  rows: z.int(),
  columns: z.int(),
  /** texts of the header row */
  headers: z.array(z.string()),
  /** first data rows as shown in the workbook */
  sample: z.array(z.array(z.string())),
})
export type WorksheetInfo = z.infer<typeof WorksheetInfo>

/** What a list holds. */
export const Holds = z.enum(LIST_KINDS)
export type Holds = z.infer<typeof Holds>

/** What a column of a list is taken as: which of these fit, what the list holds decides. */
export const ColumnUse = z.discriminatedUnion('kind', [
  /** multiplier for fields of money alone, as with figures; 1 when absent */
  z.object({
    kind: z.literal('field'),
    field: AccountFields.keyof(),
    multiplier: z.int().min(1).optional(),
  }),
  z.object({ kind: z.literal('custom'), fieldId: CustomFieldId }),
  z.object({ kind: z.literal('figure'), figureId: FigureId, multiplier: z.int().min(1) }),
  /** kept as a new figure; multiplier 10,000 where the column is in 万元 */
  z.object({
    kind: z.literal('newFigure'),
    name: z.string().trim().min(1).max(100),
    unit: z.enum(FIGURE_UNITS),
    multiplier: z.int().min(1),
  }),
  z.object({ kind: z.literal('person'), field: z.enum(PERSON_USES) }),
  z.object({ kind: z.literal('entry'), field: z.enum(ENTRY_USES) }),
  z.object({ kind: z.literal('ignore') }),
])
export type ColumnUse = z.infer<typeof ColumnUse>

/** How accounts of a file are matched with those that exist. */
export const MatchBy = z.enum(['code', 'name'])
export type MatchBy = z.infer<typeof MatchBy>

export const ImportPlanInput = z.object({
  uploadId: z.uuid(),
  worksheet: z.string(),
  holds: Holds.default('accounts'),
  columns: z.array(ColumnUse),
  /** customers only: people are known by name and company, phone or e-mail */
  matchBy: MatchBy,
  /** what to do with rows that match an account: update it, or leave it */
  existing: z.enum(['update', 'skip']),
  /** cells corrected in the preview, by row number in the file (cards have no header) and column index from 0 */
  corrections: z
    .array(z.object({ row: z.int().min(1), column: z.int().min(0), text: z.string().max(4_000) }))
    .max(200_000),
  /** rows left out in the preview */
  leaveOut: z.array(z.int().min(1)).max(1_000_000),
  /** names for the rows of a list without a name column: `客户` gives 客户 0001, 客户 0002 … */
  nameRowsAs: z.string().trim().min(1).max(100).optional(),
  /** people only: companies that aren't known become prospects; else they are problems */
  newCompanies: z.boolean().default(false),
})
export type ImportPlanInput = z.infer<typeof ImportPlanInput>

export const RowFate = z.enum(['insert', 'update', 'same', 'problem', 'skip'])
export type RowFate = z.infer<typeof RowFate>

export const PreviewCell = z.object({
  row: z.int(),
  column: z.int(),
  text: z.string(),
  problem: Problem,
  /** a value that would mend it, where one can be guessed */
  proposal: z.string().nullable(),
})
export type PreviewCell = z.infer<typeof PreviewCell>

export const ImportPreview = z.object({
  /** rows of the file with what will happen to them and their texts, in file order */
  rows: z.object({
    numbers: z.array(z.int()),
    fates: z.array(RowFate),
    /** for updates: the columns that will change */
    changes: z.array(z.array(z.int())),
    texts: z.array(z.array(z.string())),
  }),
  problems: z.array(PreviewCell),
  /** look-alikes that deserve a look; they don't stop the import */
  lookAlikes: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      existing: z.string(),
      /** same but for the legal form, sounds the same, or has the same phone */
      likeness: z.enum(['name', 'pinyin', 'phone']),
    }),
  ),
  counts: z.object({ insert: z.int(), update: z.int(), same: z.int(), problem: z.int(), skip: z.int() }),
  newMembers: z.array(z.string()),
  /** companies that become prospects */
  newCompanies: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** Progress of long work: `done` of `of`, in the unit of `phase`. */
export const Progress = z.object({
  phase: z.enum(['reading', 'checking', 'backup', 'writing']),
  done: z.int(),
  of: z.int(),
})
export type Progress = z.infer<typeof Progress>

export const ImportDone = Written.extend({
  inserted: z.int(),
  updated: z.int(),
  members: z.int(),
  figures: z.int(),
  /** companies that became prospects */
  companies: z.int(),
})

const importErrors = {
  ...writeErrors,
  ...fileErrors,
  UPLOAD_GONE: { status: 410 },
  WORKSHEET_NOT_FOUND: { status: 404 },
  NAME_NOT_MAPPED: { status: 422 },
  /** a work log needs columns of customers, days and texts */
  ENTRY_NOT_MAPPED: { status: 422 },
  CODE_NOT_MAPPED: { status: 422 },
} as const

/** A bad cell of a sheet or marks workbook, as the command line prints it: `MARKS.xlsx!Sheet1!D7: …`. */
export const CellFault = z.object({ worksheet: z.string(), cell: z.string(), problem: Problem })
export type CellFault = z.infer<typeof CellFault>

/** Why a workbook of marks or standards can't be taken. */
export const workbookFaults = {
  ...fileErrors,
  /** cells that keep the workbook from being used; nothing was written */
  CELLS_FAULTY: {
    status: 422,
    data: z.object({ fileName: z.string(), faults: z.array(CellFault).max(100_000), more: z.int() }),
  },
} as const

export const exchange = {
  /** Takes in a list (.xlsx, .csv or vCards, UTF-8 or GB18030) and tells its worksheets, with what they hold guessed. */
  upload: oc
    .input(z.object({ file: z.file() }))
    .output(
      z.object({
        uploadId: z.uuid(),
        fileName: z.string(),
        encoding: z.enum(['xlsx', 'utf-8', 'gb18030', 'utf-16le', 'vcard']),
        worksheets: z.array(WorksheetInfo),
        /** for each worksheet: what it seems to hold, and then what its columns look like */
        holds: z.array(Holds),
        guesses: z.array(z.array(ColumnUse)),
      }),
    )
    .errors(fileErrors),
  /** What the columns of a worksheet look like, from headers, values and earlier imports, if it holds this. */
  guess: oc
    .input(z.object({ uploadId: z.uuid(), worksheet: z.string(), holds: Holds }))
    .output(z.array(ColumnUse))
    .errors({ UPLOAD_GONE: { status: 410 }, WORKSHEET_NOT_FOUND: { status: 404 } }),
  /** What an import would do, with every bad cell explained. Writes nothing. */
  preview: oc.input(ImportPlanInput).output(ImportPreview).errors(importErrors),
  /** Imports the list, all or nothing, as one undoable command after a backup; stops when the caller aborts. */
  importList: oc
    .input(CommandInput.extend({ plan: ImportPlanInput }))
    .output(eventIterator(Progress, ImportDone))
    .errors({
      ...importErrors,
      PROBLEMS_LEFT: { status: 409, data: z.object({ problems: z.int() }) },
      CANCELLED: { status: 499 },
    }),
  /** The rows with problems as a workbook with the reasons, for sending back to whoever made the list. */
  exportProblems: oc.input(ImportPlanInput.extend({ language })).output(z.file()).errors(importErrors),
  /** All accounts with their figures. */
  exportAccounts: oc.input(z.object({ language })).output(z.file()),
  /** People as vCards 3.0. Private phones only where chosen: each look is recorded. */
  exportVcards: oc
    .input(
      CommandInput.extend({
        personIds: z.array(PersonId).min(1).max(100_000),
        withPrivate: z.boolean(),
        language,
      }),
    )
    .output(z.file())
    .errors({ ...writeErrors, PERSON_NOT_FOUND: { status: 404 } }),
  /** A grading sheet as a workbook that importSheet reads back. */
  exportSheet: oc
    .input(z.object({ sheetId: SheetId, language }))
    .output(z.file())
    .errors({ SHEET_NOT_FOUND: { status: 404 } }),
  /** A workbook's grading sheet as a new sheet. */
  importSheet: oc
    .input(CommandInput.extend({ file: z.file(), name: z.string().trim().max(100) }))
    .output(Written.extend({ sheetId: SheetId }))
    .errors({ ...writeErrors, ...workbookFaults }),
  /** Marks (and figures of band indicators) from a workbook into an open round, matched by code, else name. */
  importMarks: oc
    .input(CommandInput.extend({ roundId: RoundId, file: z.file() }))
    .output(Written.extend({ marks: z.int(), figures: z.int(), accounts: z.int() }))
    .errors({
      ...writeErrors,
      ...workbookFaults,
      ROUND_NOT_FOUND: { status: 404 },
      ROUND_LOCKED: { status: 423, data: z.object({ name: z.string() }) },
    }),
  /** A publication, or the open round as it stands, as a workbook whose totals are live formulas. */
  exportResult: oc
    .input(z.object({ roundId: RoundId, publicationId: PublicationId.nullable(), language }))
    .output(z.file())
    .errors({ ROUND_NOT_FOUND: { status: 404 }, PUBLICATION_NOT_FOUND: { status: 404 } }),
  /** The ranking as PDF, A4. NO_PRINTER where no browser or Electron can print here. */
  exportRanking: oc
    .input(z.object({ roundId: RoundId, publicationId: PublicationId.nullable(), language }))
    .output(z.file())
    .errors({
      ROUND_NOT_FOUND: { status: 404 },
      PUBLICATION_NOT_FOUND: { status: 404 },
      NO_PRINTER: { status: 501 },
    }),
  /** Grades a sheet workbook and a marks workbook without touching the data: the command line's `score`. */
  score: oc
    .input(z.object({ sheet: z.file(), marks: z.file(), language }))
    .output(z.file())
    .errors(workbookFaults),
}
