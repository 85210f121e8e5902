import type { Comparison, MoveReason } from '../../../../db/evaluation/moves/contract.ts'
import type { Cell, Destination, Origin } from '../../../../db/evaluation/moves/rules/migration.ts'
import { PARTS, type Part } from '../../../../db/evaluation/moves/rules/split.ts'

/** One account of a comparison. Scores and sums in tenths of a point. */
export interface MoveRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly pinyin: string
  readonly owner: string
  readonly seasonal: boolean
  readonly from: Origin
  readonly to: Destination
  readonly fromScore: number | null
  readonly toScore: number | null
  /** null where a side has no score */
  readonly change: number | null
  readonly sums: Readonly<Record<Part, number | null>>
  readonly largest: MoveReason | null
}

/** The columns of a comparison as rows. */
export function moveRows({ accounts }: Comparison): MoveRow[] {
  const sumsAt = (at: number): Record<Part, number | null> => ({
    sheet: accounts.sums.sheet[at] ?? null,
    weights: accounts.sums.weights[at] ?? null,
    figures: accounts.sums.figures[at] ?? null,
    marks: accounts.sums.marks[at] ?? null,
    evaluators: accounts.sums.evaluators[at] ?? null,
    meeting: accounts.sums.meeting[at] ?? null,
    rest: accounts.sums.rest[at] ?? null,
  })
  return accounts.ids.map((id, at) => {
    const fromScore = accounts.fromScores[at] ?? null
    const toScore = accounts.toScores[at] ?? null
    return {
      id,
      code: accounts.codes[at] ?? '',
      name: accounts.names[at] ?? '',
      pinyin: accounts.pinyin[at] ?? '',
      owner: accounts.owners[at] ?? '',
      seasonal: accounts.seasonal[at] ?? false,
      from: accounts.from[at] ?? 'new',
      to: accounts.to[at] ?? 'gone',
      fromScore,
      toScore,
      change: fromScore === null || toScore === null ? null : toScore - fromScore,
      sums: sumsAt(at),
      largest: accounts.largest[at] ?? null,
    }
  })
}

/** Whether an account went the way of a cell; any way where none is chosen. */
export const isIn = (row: MoveRow, cell: Cell | null): boolean =>
  cell === null || (row.from === cell.from && row.to === cell.to)

/** The parts that moved anybody, in their order. */
export const movingParts = (rows: readonly MoveRow[]): Part[] =>
  PARTS.filter((part) => rows.some(({ sums }) => (sums[part] ?? 0) !== 0))
