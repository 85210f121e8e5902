import { describe, expect, it } from 'vitest'
import { measureOf } from '../../../db/evaluation/rules/bands.ts'
import { type IndicatorDraft, sheetFaults, weightSum } from '../../../db/evaluation/rules/sheet.ts'
import { templateIndicators } from '../../../db/evaluation/rules/templates.ts'

const draft = (name: string, weight: number, change: Partial<IndicatorDraft> = {}): IndicatorDraft => ({
  code: '',
  name,
  weight,
  standards: { excellent: '', good: '', fair: '', poor: '', failing: '' },
  ...change,
})
const bands = { excellent: '>=10', good: '', fair: '', poor: '', failing: '<10' }

describe('a grading sheet', () => {
  it('must have weights that add to exactly 100%', () => {
    expect(sheetFaults([draft('A', 9_999), draft('B', 1)])).toEqual([])
    expect(sheetFaults([draft('A', 5_000), draft('B', 4_500)])).toEqual([
      { at: 'sheet', code: 'weightsNotFull', sum: 9_500 },
    ])
    expect(sheetFaults([])).toEqual([{ at: 'sheet', code: 'noIndicators' }])
  })

  it('names every fault where it stands', () => {
    const faults = sheetFaults([
      draft('忠诚度', 5_000, { code: 'L' }),
      draft(' 忠诚度 ', 5_000, { code: 'ｌ' }),
      draft('', 0),
      draft('额', 0.5, { standards: { ...bands, good: '5~11' } }),
    ])
    expect(faults.map(({ at, code }) => [at, code])).toEqual([
      [1, 'nameTwice'],
      [1, 'codeTwice'],
      [2, 'nameMissing'],
      [2, 'weightOutOfRange'],
      [3, 'weightOutOfRange'],
      [3, 'standards'],
      ['sheet', 'weightsNotFull'],
    ])
  })

  it('wants a figure behind bands where the department keeps figures', () => {
    const banded = { standards: bands, hasFigure: false }
    expect(sheetFaults([draft('额', 10_000, banded)])).toEqual([
      { at: 0, field: 'figureId', code: 'figureMissing' },
    ])
    expect(sheetFaults([draft('额', 10_000, { standards: bands })])).toEqual([])
  })
})

describe.each(['zh', 'en'] as const)('templates in %s', (language) => {
  it.each([
    ['seven', 7],
    ['strategic', 9],
  ] as const)('%s has its indicators, 100%% of weight and clear standards', (template, count) => {
    const indicators = templateIndicators(template, language)
    expect(indicators).toHaveLength(count)
    expect(weightSum(indicators)).toBe(10_000)
    expect(sheetFaults(indicators)).toEqual([])
    expect(indicators.map((indicator) => measureOf(indicator.standards).kind)).not.toContain('faulty')
  })
})
