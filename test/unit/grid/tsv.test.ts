import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTsv, toTsv } from '../../../renderer/grid/tsv.ts'

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', '中', 'a', '') }),
  fc.constant(''),
)
const block = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('the clipboard dialect', () => {
  test('whatever is copied is pasted the same', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(toTsv(rows))).toEqual(rows)
      }),
    )
  })

  test('any text at all can be pasted, and comes to rows of cells', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\r\n', '\n', '\r', 'x') }), (text) => {
        const rows = parseTsv(text)
        expect(rows.every((row) => row.length > 0)).toBe(true)
        // nothing but delimiters and quoting is ever dropped
        expect(rows.flat().join('').replaceAll(/[^x]/g, '')).toBe(text.replaceAll(/[^x]/g, ''))
      }),
    )
  })

  test.each([
    [
      'Excel: CRLF, closing line end',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['one empty cell of Excel', '\r\n', [['']]],
    ['an empty row in between', 'a\r\n\r\nb', [['a'], [''], ['b']]],
    ['quotes round tab, line end and quote', '"a\tb"\t"c\r\nd"\t"e""f"', [['a\tb', 'c\r\nd', 'e"f']]],
    ['inches: a quote inside a cell', '5" pipe\t6"', [['5" pipe', '6"']]],
    ['a quote that nothing closes', '"abc\td\r\ne', [['"abc', 'd'], ['e']]],
    ['ragged rows', 'a\r\nb\tc', [['a'], ['b', 'c']]],
    ['old Mac line ends', 'a\rb', [['a'], ['b']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(parseTsv(text)).toEqual(rows)
  })

  test('a megabyte of unclosed quotes is one row, and does not hang the reader', () => {
    expect(parseTsv('"a\t'.repeat(250_000))).toHaveLength(1)
  })
})
