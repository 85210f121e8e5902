import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import {
  bandMark,
  inBand,
  looksLikeBand,
  measureOf,
  parseBand,
  type Standards,
} from '../../../db/evaluation/rules/bands.ts'

const decimal = (text: string) => {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(`${text} is not a number`)
  return value
}

const standards = (
  excellent: string,
  good: string,
  fair: string,
  poor: string,
  failing: string,
): Standards => ({
  excellent,
  good,
  fair,
  poor,
  failing,
})

describe('decimals', () => {
  it.each([
    ['6,842', '6842'],
    ['３０００万', '30000000'],
    ['1.5亿', '150000000'],
    ['-66', '-66'],
    ['(66)', '-66'],
    ['−18%', '-18'],
    ['¥1,234.50元', '1234.5'],
    ['9年', '9'],
    ['0.0001', '0.0001'],
  ])('%s reads as %s', (text, plain) => {
    expect(decimalText(decimal(text))).toBe(plain)
  })

  it.each(['', '无', '1,O14', '1.2.3', '0.00001', '=1+1', '99999999999999999999', '(5', '万', '.'])(
    '%j is no number that can be kept exactly',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), (tenThousandths) => {
        const text = `${tenThousandths < 0 ? '-' : ''}${Math.trunc(Math.abs(tenThousandths) / 10_000)}.${String(Math.abs(tenThousandths) % 10_000).padStart(4, '0')}`
        const value = decimal(text)
        expect(Number(value)).toBe(tenThousandths === 0 ? 0 : tenThousandths)
        expect(decimal(decimalText(value))).toBe(value)
      }),
    )
  })
})

describe('bands (A5)', () => {
  it.each(['>=1000000', '<200000', '200000~500000', '≥ 10', '＞3', ' 6～10 ', '=0', '<=0'])(
    '%s is a band',
    (text) => {
      expect(looksLikeBand(text)).toBe(true)
      expect(parseBand(text)).toBeDefined()
    },
  )

  it('takes the lower bound in and leaves the upper one out', () => {
    const band = parseBand('200000~500000')
    if (!band) throw new Error('no band')
    expect(
      ['199999.9999', '200000', '499999.9999', '500000'].map((text) => inBand(decimal(text), band)),
    ).toEqual([false, true, true, false])
  })

  it('five bands over a figure mark it; a gap or a missing figure stays unmarked', () => {
    const measure = measureOf(standards('>=3000万', '1500万~3000万', '600万~1500万', '200万~600万', '<200万'))
    if (measure.kind !== 'banded') throw new Error(measure.kind)
    expect(
      ['30000000', '29999999.99', '6000000', '2000000', '-1'].map((text) =>
        bandMark(decimal(text), measure.bands),
      ),
    ).toEqual([10, 8, 6, 4, 2])
    expect(bandMark(null, measure.bands)).toBeNull()
    const gap = measureOf(standards('>=10', '', '', '', '<5'))
    if (gap.kind !== 'banded') throw new Error(gap.kind)
    expect(bandMark(decimal('7'), gap.bands)).toBeNull()
  })

  it('words, or nothing at all, are judged by people', () => {
    expect(measureOf(standards('独家', '主要', '并用', '压价', '转走')).kind).toBe('judged')
    expect(measureOf(standards('', '', '', '', '')).kind).toBe('judged')
  })

  it.each([
    ['words among bands', standards('>=10', '好', '', '', '<5'), 'bandsAndWords'],
    ['an unreadable band', standards('>=很多', '', '', '', '<5'), 'bandUnreadable'],
    ['bands that overlap', standards('>=10', '5~11', '', '', '<5'), 'bandsOverlap'],
    ['bands that meet in one figure', standards('>=10', '<=10', '', '', ''), 'bandsOverlap'],
    ['a band that holds nothing', standards('10~5', '', '', '', ''), 'bandEmpty'],
  ])('%s are refused', (_, given, code) => {
    expect(measureOf(given)).toMatchObject({ kind: 'faulty', fault: { code } })
  })

  it('never gives two marks: whatever bands are accepted, a figure lies in at most one', () => {
    const bound = fc.integer({ min: -20, max: 20 }).map(String)
    const text = fc.oneof(
      bound.map((at) => `>=${at}`),
      bound.map((at) => `<${at}`),
      bound.map((at) => `<=${at}`),
      fc.tuple(bound, bound).map(([from, to]) => `${from}~${to}`),
      fc.constant(''),
    )
    fc.assert(
      fc.property(
        fc.tuple(text, text, text, text, text),
        fc.integer({ min: -25, max: 25 }),
        (texts, figure) => {
          const measure = measureOf(standards(...texts))
          if (measure.kind !== 'banded') return
          const hits = measure.bands.filter(({ band }) => inBand(decimal(String(figure)), band))
          expect(hits.length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
