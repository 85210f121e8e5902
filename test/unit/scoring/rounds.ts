import type { Indicator, OpenRound } from '../../../db/evaluation/contract.ts'
import { type Mark, toStripChar } from '../../../db/evaluation/rules/marks.ts'
import { DEFAULT_BORDERS } from '../../../db/evaluation/rules/tiers.ts'
import { AccountId, FigureId, IndicatorId, RoundId, SheetId } from '../../../db/kernel/ids.ts'

/** The same id every time for the same kind and number. */
const idText = (kind: number, at: number): string =>
  `01900000-0000-7000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`

export const accountId = (at: number) => AccountId.parse(idText(1, at))
export const indicatorId = (at: number) => IndicatorId.parse(idText(2, at))
export const figureId = FigureId.parse(idText(3, 0))

/** An indicator that people judge; `bands` makes it one that a figure of years marks. */
export const indicator = (at: number, weight: number, bands = false): Indicator => ({
  id: indicatorId(at),
  code: `A${at}`,
  name: `科目${at}`,
  weight,
  figureId: bands ? figureId : null,
  standards: bands
    ? { excellent: '>=10', good: '6~10', fair: '3~6', poor: '1~3', failing: '<1' }
    : { excellent: '独家', good: '首选', fair: '并用', poor: '压价', failing: '要走' },
  order: String(at).padStart(4, '0'),
})

/** A round from marks, account by account; `years` are whole years behind a banded indicator. */
export function roundOf(
  indicators: readonly Indicator[],
  marks: readonly (readonly (Mark | null)[])[],
  part: Partial<OpenRound> & { readonly years?: readonly (number | null)[] } = {},
): OpenRound {
  const { years, ...rest } = part
  return {
    id: RoundId.parse(idText(4, 0)),
    name: '2026 下半年评级',
    state: 'marking',
    method: 'sheet',
    editable: true,
    evaluator: null,
    revision: 0,
    sheet: { id: SheetId.parse(idText(5, 0)), name: '考评表', indicators: [...indicators] },
    borders: DEFAULT_BORDERS,
    accounts: {
      ids: marks.map((_, at) => accountId(at)),
      codes: marks.map((_, at) => `KH-${at}`),
      names: marks.map((_, at) => `客户${at}`),
      pinyin: marks.map((_, at) => `kehu${at} kh${at}`),
      owners: marks.map(() => '林晓舟'),
    },
    marks: marks.map((row) => row.map(toStripChar).join('')).join(''),
    figures: years
      ? [
          {
            figure: { id: figureId, name: '合作年限', unit: 'years', order: 'a' },
            values: years.map((value) => (value === null ? null : value * 1_000)),
          },
        ]
      : [],
    notes: [],
    exceptions: [],
    ...rest,
  }
}
