import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator, Sheet } from '../../../db/evaluation/contract.ts'
import { measureOf } from '../../../db/evaluation/rules/bands.ts'
import { FigureId, IndicatorId, SheetId } from '../../../db/kernel/ids.ts'
import { freeName } from '../../../renderer/features/evaluation/rounds/roundName.ts'
import {
  boundLabel,
  countMarks,
  mostFrequent,
  numberLine,
} from '../../../renderer/features/evaluation/sheets/bandPreview.ts'
import {
  applyChange,
  changeOfEdits,
  insertion,
  isEmpty,
  movement,
  removal,
  renamed,
  scaling,
} from '../../../renderer/features/evaluation/sheets/sheetChange.ts'
import { faultsOf, rowsOf } from '../../../renderer/features/evaluation/sheets/sheetRows.ts'
import {
  parseWeight,
  scaledToFull,
  weightText,
} from '../../../renderer/features/evaluation/sheets/weights.ts'

const idOf = (serial: number) =>
  IndicatorId.parse(`018f0000-0000-7000-8000-${String(serial).padStart(12, '0')}`)
const NO_STANDARDS = { excellent: '', good: '', fair: '', poor: '', failing: '' }

const indicator = (serial: number, change: Partial<Indicator> = {}): Indicator => ({
  id: idOf(serial),
  code: '',
  name: `科目${serial}`,
  weight: 2_500,
  figureId: null,
  standards: NO_STANDARDS,
  order: '',
  ...change,
})

const SHEET: Sheet = {
  id: SheetId.parse('018f0000-0000-7000-8000-00000000abcd'),
  name: '考评表',
  indicators: [indicator(1), indicator(2), indicator(3), indicator(4)],
}
const names = ({ indicators }: Sheet): string[] => indicators.map(({ name }) => name)

describe('weights', () => {
  it('are read exactly, with or without a percent sign', () => {
    const read = (text: string) => {
      const parsed = parseWeight(text)
      return parsed.ok ? parsed.weight : parsed.code
    }
    expect(['15', '15%', ' 14.29 ', '１４．２９％', '0.07', '', '14.290', '.5'].map(read)).toEqual([
      1_500, 1_500, 1_429, 1_429, 7, 0, 1_429, 50,
    ])
    expect(['14.285', 'abc', '1,5', '100.01', '-3', '.'].map(read)).toEqual([
      'weightTooFine',
      'weightNotNumber',
      'weightNotNumber',
      'weightOutOfRange',
      'weightOutOfRange',
      'weightNotNumber',
    ])
  })

  it('read back what they write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (weight) => {
        expect(parseWeight(weightText(weight))).toEqual({ ok: true, weight })
      }),
    )
  })

  it('scale to exactly 100%, each within a hundredth of its share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(weights, (given) => {
        const scaled = scaledToFull(given)
        expect(scaled.reduce((sum, weight) => sum + weight, 0)).toBe(10_000)
        const sum = given.reduce((total, weight) => total + weight, 0)
        if (sum > 0)
          given.forEach((weight, at) => {
            expect(Math.abs((scaled[at] ?? 0) - (weight * 10_000) / sum)).toBeLessThan(1)
          })
      }),
    )
  })
})

describe('gestures on a sheet', () => {
  const rows = rowsOf(SHEET.indicators, faultsOf(SHEET.indicators))
  let serial = 100
  const newId = (): IndicatorId => {
    serial += 1
    return idOf(serial)
  }

  it('change cells of indicators and make new ones of blank rows', () => {
    const [first] = rows
    const blanks = rows.slice(4, 6)
    if (!first) throw new Error('no rows')
    const change = changeOfEdits(
      [
        { row: first, rowId: first.id, columnId: 'weight', before: 2_500, after: 1_429 },
        ...blanks.flatMap((row, at) => [
          { row, rowId: row.id, columnId: 'name', before: null, after: `新${at}` },
          { row, rowId: row.id, columnId: 'good', before: null, after: '>=5' },
          { row, rowId: row.id, columnId: 'code', before: null, after: '' },
        ]),
      ],
      newId,
      () => null,
    )
    expect(change.cells).toEqual([{ indicatorId: idOf(1), field: 'weight', before: '2500', after: '1429' }])
    const after = applyChange(SHEET, change)
    expect(names(after)).toEqual(['科目1', '科目2', '科目3', '科目4', '新0', '新1'])
    expect(after.indicators[0]?.weight).toBe(1_429)
    expect(after.indicators[5]?.standards.good).toBe('>=5')
  })

  it('choose a figure and clear it', () => {
    const figureId = FigureId.parse('018f0000-0000-7000-8000-00000000beef')
    const [row] = rows
    if (!row) throw new Error('no rows')
    const edit = { row, rowId: row.id, columnId: 'figureId', before: null }
    const chosen = changeOfEdits([{ ...edit, after: figureId }], newId, () => figureId)
    expect(applyChange(SHEET, chosen).indicators[0]?.figureId).toBe(figureId)
    expect(isEmpty(changeOfEdits([{ ...edit, after: null }], newId, () => figureId))).toBe(true)
  })

  it('insert above the first, between, and below the last', () => {
    const at = (place: number) => names(applyChange(SHEET, insertion(SHEET.indicators, place, 1, newId)))
    expect(at(0)).toEqual(['', '科目1', '科目2', '科目3', '科目4'])
    expect(at(2)).toEqual(['科目1', '科目2', '', '科目3', '科目4'])
    expect(at(4)).toEqual(['科目1', '科目2', '科目3', '科目4', ''])
  })

  it('move blocks by one place, and not beyond the edges', () => {
    const move = (ids: number[], step: -1 | 1) =>
      names(applyChange(SHEET, movement(SHEET.indicators, ids.map(idOf), step)))
    expect(move([2, 3], 1)).toEqual(['科目1', '科目4', '科目2', '科目3'])
    expect(move([2, 3], -1)).toEqual(['科目2', '科目3', '科目1', '科目4'])
    expect(isEmpty(movement(SHEET.indicators, [idOf(1)], -1))).toBe(true)
    expect(isEmpty(movement(SHEET.indicators, [idOf(4)], 1))).toBe(true)
    expect(isEmpty(movement(SHEET.indicators, [], 1))).toBe(true)
  })

  it('delete, and scale weights as one change', () => {
    const less = applyChange(SHEET, removal([idOf(2)]))
    expect(names(less)).toEqual(['科目1', '科目3', '科目4'])
    const scaled = applyChange(less, scaling(less.indicators))
    expect(scaled.indicators.map(({ weight }) => weight)).toEqual([3_334, 3_333, 3_333])
  })

  it('follow indicators that got their own names from the engine meanwhile', () => {
    const temporary = idOf(900)
    const own = idOf(901)
    const change = renamed(
      {
        cells: [{ indicatorId: temporary, field: 'name', before: '', after: '甲' }],
        add: [{ id: idOf(902), after: temporary, atStart: false, indicator: {} }],
        remove: [temporary],
        move: [{ indicatorId: temporary, after: temporary }],
      },
      new Map([[temporary, own]]),
    )
    expect(change.cells[0]?.indicatorId).toBe(own)
    expect(change.add[0]?.after).toBe(own)
    expect(change.remove).toEqual([own])
    expect(change.move).toEqual([{ indicatorId: own, after: own }])
  })
})

describe('what bands would give', () => {
  const measure = measureOf({ excellent: '>=10', good: '6~10', fair: '', poor: '1~3', failing: '<1' })
  if (measure.kind !== 'banded') throw new Error('not banded')

  it('counts marks, figures in no band, and accounts without the figure', () => {
    const counts = countMarks([10_000, 9_999, 6_000, 4_000, 500, null], 'years', measure.bands)
    expect(counts).toEqual({
      marks: { 10: 1, 8: 2, 6: 0, 4: 0, 2: 1 },
      outside: 1,
      without: 1,
      accounts: 6,
      known: 5,
    })
    expect(mostFrequent(counts)).toEqual({ mark: 8, share: 0.4 })
  })

  it('draws the number line with its gap', () => {
    expect(numberLine(measure.bands).map(({ mark }) => mark)).toEqual([2, 4, null, 8, 10])
  })

  it('labels bounds shortly', () => {
    const [, , , , top] = numberLine(
      bandsOf(['>=1000万', '500万~1000万', '200万~500万', '50万~200万', '<50万']),
    )
    expect(top?.from && boundLabel(top.from, 'zh')).toBe('1,000万')
    expect(top?.from && boundLabel(top.from, 'en')).toBe('10M')
  })
})

function bandsOf([excellent = '', good = '', fair = '', poor = '', failing = '']: readonly string[]) {
  const measure = measureOf({ excellent, good, fair, poor, failing })
  if (measure.kind !== 'banded') throw new Error('not banded')
  return measure.bands
}

describe('names', () => {
  it('get a number where they are taken', () => {
    const numbered = (name: string, count: number): string => `${name}（${count}）`
    expect(freeName('表', [], numbered)).toBe('表')
    expect(freeName('表', ['表', '表（2）'], numbered)).toBe('表（3）')
  })
})
