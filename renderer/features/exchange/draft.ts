import type {
  ColumnUse,
  Holds,
  ImportPlanInput,
  MatchBy,
  WorksheetInfo,
} from '../../../db/exchange/contract.ts'

/** A file as the engine took it in. */
export interface Upload {
  readonly uploadId: string
  readonly fileName: string
  readonly encoding: 'xlsx' | 'utf-8' | 'gb18030' | 'utf-16le' | 'vcard'
  readonly worksheets: readonly WorksheetInfo[]
  readonly holds: readonly Holds[]
  readonly guesses: readonly (readonly ColumnUse[])[]
}

/** Texts that replace cells of the file: by row number of the file, then column from 0. */
export type Corrections = ReadonlyMap<number, ReadonlyMap<number, string>>

/** One cell's new text; null takes the file's own text again. */
export interface Correction {
  readonly row: number
  readonly column: number
  readonly text: string | null
}

/** A look-alike that was chosen to update the account it resembles. */
export interface Twin {
  readonly name: string
  readonly existing: string
  readonly likeness: 'name' | 'pinyin' | 'phone'
  readonly column: number
}

/** What a person decided about a file, all that a plan is made of. */
export interface Choices {
  readonly upload: Upload
  /** index of the chosen worksheet */
  readonly worksheet: number
  readonly holds: Holds
  readonly uses: readonly ColumnUse[]
  readonly matchBy: MatchBy
  readonly existing: 'update' | 'skip'
  /** beginning of the names for a list without a name column; null where not wanted */
  readonly nameRowsAs: string | null
  readonly corrections: Corrections
  readonly leaveOut: ReadonlySet<number>
  /** people only: companies that aren't known become prospects */
  readonly newCompanies: boolean
  readonly twins: ReadonlyMap<number, Twin>
}

/** First choices for a worksheet: what it holds and its columns as guessed, matched by code where there is one. */
export function choicesFor(
  upload: Upload,
  worksheet: number,
  holds: Holds = upload.holds[worksheet] ?? 'accounts',
  uses: readonly ColumnUse[] = upload.guesses[worksheet] ?? [],
): Choices {
  return {
    upload,
    worksheet,
    holds,
    uses,
    matchBy: takesField(uses, 'code') ? 'code' : 'name',
    existing: 'update',
    nameRowsAs: null,
    corrections: new Map(),
    leaveOut: new Set(),
    newCompanies: false,
    twins: new Map(),
  }
}

/** The worksheet that is being imported. */
export const worksheetOf = ({ upload, worksheet }: Choices): WorksheetInfo | undefined =>
  upload.worksheets[worksheet]

/** Whether a column is taken as a field of the account. */
export const takesField = (uses: readonly ColumnUse[], field: 'code' | 'name'): boolean =>
  uses.some((use) => use.kind === 'field' && use.field === field)

/** What tells the rows of a list apart, as columns are taken for it. */
export const isKey = (use: ColumnUse, { holds, matchBy }: Pick<Choices, 'holds' | 'matchBy'>): boolean =>
  holds === 'accounts'
    ? use.kind === 'field' && use.field === matchBy
    : use.kind === 'person' && use.field === 'name'

/**
 * The same choices on a file that was taken in again after the engine let go of it, where it has the same columns;
 * null where it is another file.
 */
export function onNewUpload(choices: Choices, upload: Upload): Choices | null {
  const before = worksheetOf(choices)
  const worksheet = upload.worksheets.findIndex(({ name }) => name === before?.name)
  const after = upload.worksheets[worksheet]
  if (!before || !after || after.headers.join('\t') !== before.headers.join('\t')) return null
  return { ...choices, upload, worksheet }
}

/** What keeps a plan from being previewed. */
export type PlanGap = 'noPerson' | 'noEntry' | 'noName' | 'noCode' | 'figureWithoutName' | 'nothing'

/** What is still to be decided about the columns; null when a preview can be made. */
export function planGap(choices: Choices): PlanGap | null {
  const { holds, uses, matchBy } = choices
  if (uses.every(({ kind }) => kind === 'ignore')) return 'nothing'
  if (uses.some((use) => use.kind === 'newFigure' && use.name.trim() === '')) return 'figureWithoutName'
  if (holds === 'people') return uses.some((use) => isKey(use, choices)) ? null : 'noPerson'
  if (holds === 'log') return ENTRY_NEEDS.every((field) => takesEntry(uses, field)) ? null : 'noEntry'
  const hasCode = takesField(uses, 'code')
  if (matchBy === 'code') return hasCode ? null : 'noCode'
  return takesField(uses, 'name') || namesGiven(choices) !== null ? null : 'noName'
}

const ENTRY_NEEDS = ['account', 'day', 'text'] as const
const takesEntry = (uses: readonly ColumnUse[], field: (typeof ENTRY_NEEDS)[number]): boolean =>
  uses.some((use) => use.kind === 'entry' && use.field === field)

/** How the names begin that a list without names is given; null where it has names, or none are wanted. */
export function namesGiven({ holds, uses, nameRowsAs }: Choices): string | null {
  if (holds !== 'accounts') return null
  const start = nameRowsAs?.trim() ?? ''
  return start === '' || takesField(uses, 'name') ? null : start
}

/** Takes a column as something else. What another column gave moves here; the other one is then not imported. */
export function takeColumnAs(
  choices: Choices,
  column: number,
  use: ColumnUse,
): { choices: Choices; former: number | null } {
  const former = choices.uses.findIndex((other, at) => at !== column && sameTarget(other, use))
  const uses = choices.uses.map((other, at): ColumnUse => {
    if (at === column) return use
    return at === former ? { kind: 'ignore' } : other
  })
  const matchBy = choices.matchBy === 'code' && !takesField(uses, 'code') ? 'name' : choices.matchBy
  return { choices: { ...choices, uses, matchBy }, former: former === -1 ? null : former }
}

function sameTarget(a: ColumnUse, b: ColumnUse): boolean {
  if (a.kind === 'field' && b.kind === 'field') return a.field === b.field
  if ((a.kind === 'person' || a.kind === 'entry') && b.kind === a.kind) return a.field === b.field
  if (a.kind === 'custom' && b.kind === 'custom') return a.fieldId === b.fieldId
  return a.kind === 'figure' && b.kind === 'figure' && a.figureId === b.figureId
}

/** Replaces texts of cells. */
export function correct(choices: Choices, changes: readonly Correction[]): Choices {
  const corrections = new Map(choices.corrections)
  const copied = new Map<number, Map<number, string>>()
  for (const { row, column, text } of changes) {
    const ofRow = copied.get(row) ?? new Map(corrections.get(row))
    copied.set(row, ofRow)
    if (text === null) ofRow.delete(column)
    else ofRow.set(column, text)
    if (ofRow.size === 0) corrections.delete(row)
    else corrections.set(row, ofRow)
  }
  return { ...choices, corrections }
}

/** The corrected text of a cell; undefined where the file's own stands. */
export const correctionOf = (corrections: Corrections, row: number, column: number): string | undefined =>
  corrections.get(row)?.get(column)

/** Leaves rows out of the import. */
export const leaveOut = (choices: Choices, rows: readonly number[]): Choices => ({
  ...choices,
  leaveOut: new Set([...choices.leaveOut, ...rows]),
})

/** Brings all rows back that were left out. */
export const bringBack = (choices: Choices): Choices => ({ ...choices, leaveOut: new Set() })

/**
 * Lets a look-alike update the account it resembles, by giving it that account's name or code in `column`; or, with
 * null, be an account of its own again.
 */
export function chooseTwin(choices: Choices, row: number, twin: Twin | null, key = ''): Choices {
  const twins = new Map(choices.twins)
  const former = twins.get(row)
  if (twin) twins.set(row, twin)
  else twins.delete(row)
  const column = twin?.column ?? former?.column
  if (column === undefined) return choices
  return correct({ ...choices, twins }, [{ row, column, text: twin ? key : null }])
}

/** The plan that the engine previews and carries out. */
export function planOf(choices: Choices): ImportPlanInput {
  const { upload, holds, uses, matchBy, existing, newCompanies, corrections } = choices
  const names = namesGiven(choices)
  return {
    uploadId: upload.uploadId,
    worksheet: worksheetOf(choices)?.name ?? '',
    holds,
    columns: [...uses],
    matchBy,
    existing,
    newCompanies,
    corrections: [...corrections].flatMap(([row, cells]) =>
      [...cells].map(([column, text]) => ({ row, column, text })),
    ),
    leaveOut: [...choices.leaveOut],
    ...(names === null ? {} : { nameRowsAs: names }),
  }
}
