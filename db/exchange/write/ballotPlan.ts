import { MARKS, type Mark } from '../../evaluation/rules/marks.ts'
import { BALLOT_WORDS } from '../../terms/ballots.ts'
import {
  type BallotLayout,
  FIXED_COLUMNS,
  firstAccountRow,
  markColumn,
  openIndicators,
} from '../rules/ballotLayout.ts'
import { mirrorRows } from '../rules/ballotMirror.ts'
import { cellName } from '../rules/cells.ts'
import type { CellPlan, ChoicePlan, ColumnPlan, WorksheetPlan } from './workbook.ts'

/** Name of the hidden worksheet that says what the ballot was when it was sent out. */
export const MIRROR_SHEET = '_yushui'

/** What already stands in a ballot: nothing, where it goes out blank. */
export interface BallotStart {
  mark(account: number, indicator: number): Mark | null
  remark(account: number, indicator: number): string
}

/** A ballot as three worksheets: the form, the standards, and (hidden) what must not have changed when it comes back. */
export function ballotPlans(layout: BallotLayout, digest: string, start: BallotStart): WorksheetPlan[] {
  return [formPlan(layout, start), standardsPlan(layout), mirrorPlan(layout, digest)]
}

const FIXED_WIDTHS = [11, 24, 10, 13] as const

function formPlan(layout: BallotLayout, start: BallotStart): WorksheetPlan {
  const words = BALLOT_WORDS[layout.language]
  const above = layout.head.slice(0, -1)
  const header = layout.head.at(-1) ?? []
  const { length: marks } = layout.indicators
  const columns = header.map(
    (text, at): ColumnPlan =>
      at < FIXED_COLUMNS
        ? { header: text, width: FIXED_WIDTHS[at] ?? 10, kind: 'text' }
        : at < FIXED_COLUMNS + marks
          ? { header: text, width: 10, kind: 'whole' }
          : { header: text, width: 20, kind: 'wrappedText' },
  )
  return {
    name: words.ballotSheet,
    title: layout.head[0]?.[0] ?? '',
    frozenColumns: 2,
    above,
    columns,
    rows: layout.accounts.map((_, account) => formRow(layout, account, start)),
    form: { choices: choicesOf(layout) },
  }
}

function formRow(layout: BallotLayout, account: number, start: BallotStart): CellPlan[] {
  const { closed, own, ownOut } = BALLOT_WORDS[layout.language]
  const row = layout.accounts[account]
  const standing = row?.texts[FIXED_COLUMNS - 1] ?? ''
  const isOwn = standing === own || standing === ownOut
  const cell = (open: boolean, value: string | number | null): CellPlan =>
    open ? { value, look: 'open' } : { value: closed, look: 'closed' }
  return [
    ...(row?.texts ?? []).map((value): CellPlan => (isOwn ? { value, look: 'noted' } : value)),
    ...layout.indicators.map(({ open }, at) => cell(open && row?.open === true, start.mark(account, at))),
    ...openIndicators(layout).map((at) => cell(row?.open === true, start.remark(account, at))),
  ]
}

function choicesOf(layout: BallotLayout): ChoicePlan[] {
  const words = BALLOT_WORDS[layout.language]
  const first = firstAccountRow(layout)
  const last = first + layout.accounts.length - 1
  if (layout.accounts.length === 0) return []
  return openIndicators(layout).map((at) => ({
    range: `${cellName(first, markColumn(at))}:${cellName(last, markColumn(at))}`,
    choices: MARKS,
    title: layout.indicators[at]?.name ?? '',
    help: helpOf(layout, layout.indicators[at]?.name ?? ''),
    refusal: words.refusal,
  }))
}

/** What earns each mark, a line each, as the worksheet of standards says it. */
function helpOf({ standards }: BallotLayout, indicator: string): string {
  const line = standards.find(([name]) => name === indicator) ?? []
  return MARKS.flatMap((mark, at) => {
    const text = line[at + 2] ?? ''
    return text === '' ? [] : [`${mark} ${text}`]
  }).join('\n')
}

function standardsPlan(layout: BallotLayout): WorksheetPlan {
  const [header = [], ...rows] = layout.standards
  return {
    name: BALLOT_WORDS[layout.language].standardsSheet,
    title: layout.head[0]?.[0] ?? '',
    frozenColumns: 1,
    columns: header.map((text, at) => ({
      header: text,
      width: at === 0 ? 20 : at === 1 ? 9 : 22,
      kind: 'wrappedText',
    })),
    rows,
    form: { choices: [] },
  }
}

function mirrorPlan(layout: BallotLayout, digest: string): WorksheetPlan {
  const rows = mirrorRows(layout, digest)
  return {
    name: MIRROR_SHEET,
    title: '',
    frozenColumns: 0,
    isHidden: true,
    columns: Array.from({ length: rows.reduce((width, row) => Math.max(width, row.length), 0) }, (_, at) => ({
      header: rows[0]?.[at] ?? '',
      width: 12,
      kind: 'text',
    })),
    rows: rows.slice(1),
    form: { choices: [] },
  }
}
