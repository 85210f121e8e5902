import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import { dateText, lookOfFormat, numberText, percentText } from '../../../db/exchange/read/numbers.ts'
import { takeFigure } from '../../../db/exchange/rules/accountValues.ts'
import type { Cell } from '../../../db/exchange/rules/cells.ts'
import { numberProblem } from '../../../db/exchange/rules/values.ts'

const text = (value: string): Cell => ({ kind: 'text', text: value })
const fen = (value: string, multiplier = 1) => takeFigure(text(value), 'money', multiplier, 2026)

describe('numbers as workbooks store them', () => {
  test.each([
    ['12669', '12669'],
    ['0.10000000000000001', '0.1'],
    ['-1.25', '-1.25'],
    ['1E-3', '0.001'],
    ['1.5E+20', '150000000000000000000'],
  ])('%s is %s', (stored, shown) => expect(numberText(stored)).toBe(shown))

  test.each([
    ['0.15', '15%'],
    ['0.125', '12.5%'],
    ['1', '100%'],
    ['0', '0%'],
    ['-0.005', '-0.5%'],
    ['0.07', '7%'],
  ])('%s as percent is %s', (stored, shown) => expect(percentText(stored)).toBe(shown))

  test('any two-decimal percent survives being stored as a fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (hundredths) => {
        const shown = percentText(String(hundredths / 10_000))
        expect(parseDecimal(shown)).toBe(hundredths * 100)
      }),
    )
  })

  test.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['45292', false, '2024-01-01'],
    ['43830', true, '2024-01-01'],
    ['0.75', false, '18:00'],
    ['45292.999999', false, '2024-01-02'],
    ['-1', false, '-1'],
  ])('day %s (1904: %s) is %s', (serial, from1904, shown) => expect(dateText(serial, from1904)).toBe(shown))

  test.each([
    [14, undefined, 'date'],
    [10, undefined, 'percent'],
    [0, undefined, 'plain'],
    [170, '#,##0.00;[Red]-#,##0.00', 'plain'],
    [170, 'General" 天"', 'plain'],
    [170, '0.0"%"', 'plain'],
    [170, '[$-804]yyyy"年"m"月";@', 'date'],
    [170, '[h]:mm', 'date'],
    [170, '0.00%', 'percent'],
  ] as const)('format %s %s looks %s', (id, code, look) => expect(lookOfFormat(id, code)).toBe(look))
})

describe('figures out of cells', () => {
  test('万元 become fen exactly, whatever the decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), (hundredths) => {
        const typed = (hundredths / 100).toFixed(2)
        expect(fen(typed, 10_000)).toEqual({ ok: true, value: hundredths * 10_000 })
      }),
    )
  })

  test('finer than a fen is refused, with the nearest fen proposed', () => {
    expect(fen('12.345')).toMatchObject({ ok: false, problem: { code: 'tooFine' }, proposal: '12.35' })
    expect(fen('-12.345')).toMatchObject({ proposal: '-12.35' })
    expect(fen('12.345678', 10_000)).toEqual({ ok: true, value: 12_345_678 })
    expect(fen('12.3456785', 10_000)).toMatchObject({ problem: { code: 'tooFine' }, proposal: '12.345679' })
    expect(takeFigure(text('14.285714%'), 'percent', 1, 2026)).toMatchObject({ proposal: '14.286%' })
  })

  test('a cell that names its own unit keeps to it in a column of 万元', () => {
    expect(fen('684万', 10_000)).toEqual({ ok: true, value: 684_000_000 })
    expect(fen('6840000元', 10_000)).toEqual({ ok: true, value: 684_000_000 })
    expect(fen('684', 10_000)).toEqual({ ok: true, value: 684_000_000 })
    expect(fen('1.5', 1_000)).toEqual({ ok: true, value: 150_000 })
  })

  test('beyond what can be kept exactly is refused', () => {
    expect(fen('99999999999999')).toMatchObject({ ok: false, problem: { code: 'tooLarge' } })
    expect(fen('900000000', 100_000_000)).toMatchObject({ ok: false, problem: { code: 'tooLarge' } })
  })

  test.each([
    ['1,O14', 'letterInNumber', '1014'],
    ['l2', 'letterInNumber', '12'],
    ['无', 'wordInNumber', '0'],
    ['—', 'wordInNumber', '0'],
    ['约1200', 'notNumber', '1200'],
    ['3到5', 'notNumber', null],
    ['多', 'notNumber', null],
  ])('%s is refused as %s and mended to %s', (typed, code, proposal) => {
    expect(numberProblem(typed)).toMatchObject({ problem: { code }, proposal })
  })

  test('the letter’s place is told', () => {
    expect(numberProblem('1,O14').problem.params).toMatchObject({ position: 2, letter: 'O' })
  })

  test('a calendar year where years belong becomes the years since', () => {
    for (const cell of [text('2017年'), text('２０１７'), { kind: 'number', text: '2017' } as const])
      expect(takeFigure(cell, 'years', 1, 2026)).toMatchObject({
        ok: false,
        problem: { code: 'yearInYears' },
        proposal: '9',
      })
    expect(takeFigure(text('12'), 'years', 1, 2026)).toEqual({ ok: true, value: 12_000 })
    expect(takeFigure(text('2017'), 'money', 1, 2026)).toEqual({ ok: true, value: 201_700 })
  })

  test('dates, errors and uncalculated formulas are no numbers', () => {
    const codeOf = (cell: Cell) => takeFigure(cell, 'money', 1, 2026)
    expect(codeOf({ kind: 'date', text: '2024-01-01' })).toMatchObject({ problem: { code: 'dateInNumber' } })
    expect(codeOf({ kind: 'error', text: '#N/A' })).toMatchObject({ problem: { code: 'errorCell' } })
    expect(codeOf({ kind: 'formulaWithoutValue', text: '=A1' })).toMatchObject({
      problem: { code: 'formulaNoValue' },
    })
    expect(codeOf({ kind: 'boolean', text: 'TRUE' })).toMatchObject({ problem: { code: 'notNumber' } })
  })
})
