import { DEFAULT_RULES } from '../../../../db/evaluation/ballots/rules/group.ts'
import type { Consensus } from '../../../../db/evaluation/consensus/contract.ts'
import { gradeAll } from '../../../../db/evaluation/rules/grade.ts'
import type { Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { DEFAULT_BORDERS, tierOf } from '../../../../db/evaluation/rules/tiers.ts'
import { AccountId, IndicatorId, MemberId, RoundId, SheetId } from '../../../../db/kernel/ids.ts'
import {
  type ConsensusModel,
  consensusModel,
} from '../../../../renderer/features/evaluation/consensus/consensusModel.ts'

const idOf = (kind: number, at: number): string =>
  `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`

export const accountId = (row: number) => AccountId.parse(idOf(1, row))
export const indicatorId = (column: number) => IndicatorId.parse(idOf(2, column))
export const memberId = (at: number) => MemberId.parse(idOf(3, at))

const STANDARDS = { excellent: '', good: '', fair: '', poor: '', failing: '' }

/** What a test says of a revealed round; the rest is as the engine would work it out. */
export interface RoundParts {
  /** hundredths of a percent, adding to 10,000 */
  readonly weights: readonly number[]
  /** by account, hundredths of a mark, 0 unmarked */
  readonly marks: readonly (readonly number[])[]
  /** by account, highest minus lowest; those of 4 and more are in discord */
  readonly ranges?: readonly (readonly number[])[]
  readonly agreed?: readonly { readonly row: number; readonly column: number; readonly mark: number }[]
  readonly overdue?: readonly number[]
  readonly previous?: readonly (Tier | null)[]
}

/** A revealed round as the screens read it. All indicators are judged. */
export function roundOf({
  weights,
  marks,
  ranges,
  agreed = [],
  overdue = [],
  previous,
}: RoundParts): ConsensusModel {
  const table = { accounts: marks.length, indicators: weights.length, perMark: 100 } as const
  const { scores } = gradeAll({ ...table, cells: Uint16Array.from(marks.flat()) }, weights)
  for (const row of overdue) scores[row] = -1
  const apart = ranges ?? marks.map((row) => row.map(() => 0))
  const data: Consensus = {
    roundId: RoundId.parse(idOf(4, 0)),
    name: '盲评',
    state: 'consensus',
    revision: 0,
    sheet: {
      id: SheetId.parse(idOf(5, 0)),
      name: '表',
      indicators: weights.map((weight, column) => ({
        ...{ id: indicatorId(column), code: '', name: `科${column}`, weight, figureId: null, order: '' },
        standards: STANDARDS,
      })),
    },
    borders: DEFAULT_BORDERS,
    rules: DEFAULT_RULES,
    evaluators: [],
    accounts: {
      ids: marks.map((_, row) => accountId(row)),
      codes: marks.map(() => ''),
      names: marks.map((_, row) => `户${row}`),
      pinyin: marks.map(() => ''),
      owners: marks.map(() => ''),
    },
    figures: [],
    judged: weights.map(() => true),
    marks: marks.flat(),
    ranges: apart.flat().join(''),
    discords: apart
      .flat()
      .map((range) => (range >= 4 ? '1' : '0'))
      .join(''),
    agreements: agreed.map(({ row, column, mark }) => ({
      ...{ accountId: accountId(row), indicatorId: indicatorId(column), mark },
      ...{ reason: '', arguments: [], by: '顾长风', at: '2026-11-29T00:00:00.000Z' },
    })),
    scores: Array.from(scores),
    standings: Array.from(scores, (score, row) => {
      if (overdue.includes(row)) return previous?.[row] ?? 'insufficient'
      return score < 0 ? 'insufficient' : tierOf(score, DEFAULT_BORDERS)
    }),
    overdue: [...overdue],
    previous: previous ? [...previous] : marks.map(() => null),
  }
  return consensusModel(data)
}
