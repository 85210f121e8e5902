import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresIn, fitted, widthOf } from '../../../db/exchange/rules/typesetting.ts'

describe('a text that must fit', () => {
  it('never gets wider than it may, keeps its beginning, and stays as it is where it fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.integer({ min: 12, max: 60 }),
        (text, width) => {
          const shown = fitted(text, width)
          if (widthOf(text) <= width) expect(shown).toBe(text)
          else {
            expect(widthOf(shown)).toBeLessThanOrEqual(width)
            expect(text.startsWith(shown.split('…')[0] ?? '')).toBe(true)
          }
        },
      ),
    )
  })

  it('keeps the end of a company’s name', () => {
    expect(fitted('恒岳家居集团（浙江）智能制造与供应链管理股份有限公司', 30)).toBe(
      '恒岳家居集团（浙江）…有限公司',
    )
  })
})

describe('figures in a text', () => {
  it.each([
    ['近 12 个月 6,842 万元，同比 +14%', ['12', '6,842 万元', '+14%']],
    ['2026-11-24 周二 14:30', ['2026-11-24', '14:30']],
    ['CNY 68,420,000 and 60 min', ['CNY 68,420,000', '60 min']],
    ['账期 60 天、第 2 版', ['60 天', '2 版']],
    ['没有数字', []],
  ])('%s', (text, figures) => {
    expect(figuresIn(text).flatMap((part) => (part.figure ? [part.text] : []))).toEqual(figures)
  })

  it('put together again are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          figuresIn(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
