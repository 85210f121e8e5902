import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareTexts } from '../../../renderer/grid/compareTexts.ts'
import { type SortBy, sortInPlace } from '../../../renderer/grid/sorting.ts'
import type { CellValue, GridColumn } from '../../../renderer/grid/types.ts'

interface Line {
  readonly at: number
  readonly text: string
  readonly amount: number | null
}

const column = (id: string, read: (line: Line) => CellValue): GridColumn<Line> => ({
  id,
  title: id,
  kind: 'text',
  width: 80,
  read,
})
const byText = column('text', ({ text }) => text)
const byAmount = column('amount', ({ amount }) => amount)

const sorted = (lines: readonly Line[], ...sorts: SortBy<Line>[]): Line[] => {
  const items = [...lines]
  sortInPlace(items, (line) => line, sorts)
  return items
}

/** Codes alone, or names among them: the two are compared in different ways. */
const texts = fc.oneof(
  fc.array(fc.constantFrom('', 'K-2', 'k-2', 'K-002', 'K-10', 'a 1', '7')),
  fc.array(fc.constantFrom('', 'K-2', 'K-10', '苏州', '佛山', 'é', '恒岳 2', '恒岳 10')),
)
const lines = texts.chain((list) =>
  fc
    .array(fc.option(fc.integer({ min: -2, max: 2 })), { minLength: list.length, maxLength: list.length })
    .map((amounts) => list.map((text, at): Line => ({ at, text, amount: amounts[at] ?? null }))),
)

/** What sorting means, one comparison at a time. */
function expected(list: readonly Line[], descending: readonly [boolean, boolean]): Line[] {
  const emptyLast = (a: boolean, b: boolean): number => Number(a) - Number(b)
  const directed = (order: number, down: boolean): number => (down ? -order : order)
  return list.toSorted(
    (a, b) =>
      emptyLast(a.text === '', b.text === '') ||
      directed(compareTexts(a.text, b.text), descending[0]) ||
      emptyLast(a.amount === null, b.amount === null) ||
      directed((a.amount ?? 0) - (b.amount ?? 0), descending[1]),
  )
}

it('sorts by one column and then another, empty cells last both ways, and what is equal as it was', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), fc.boolean(), (list, first, second) => {
      const found = sorted(
        list,
        { column: byText, descending: first },
        { column: byAmount, descending: second },
      )
      expect(found).toEqual(expected(list, [first, second]))
    }),
  )
})

it('spellings are ordered character by character, whatever they begin with and however long', () => {
  const spelling = fc
    .array(fc.constantFrom(...'aabz恒éü\u007f '), { maxLength: 12 })
    .map((chars) => chars.join(''))
  const list = fc
    .tuple(fc.constantFrom('', 'a', 'hengyue'), fc.array(spelling))
    .map(([start, ends]) => ends.map((end, at): Line => ({ at, text: start + end, amount: null })))
  const spelled: GridColumn<Line> = { ...byText, sortKey: ({ text }) => text }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  fc.assert(
    fc.property(list, fc.boolean(), (lines, descending) => {
      const expectedLines = lines.toSorted(
        (a, b) =>
          Number(a.text === '') - Number(b.text === '') ||
          (descending ? -order(a.text, b.text) : order(a.text, b.text)),
      )
      expect(sorted(lines, { column: spelled, descending })).toEqual(expectedLines)
    }),
    { numRuns: 500 },
  )
})

it('a column with keys of its own is ordered by these, but empty cells stay last', () => {
  const keyed: GridColumn<Line> = { ...byText, sortKey: ({ at }) => -at }
  const list = ['a', '', 'c', 'b'].map((text, at): Line => ({ at, text, amount: null }))
  const texts = (descending: boolean) => sorted(list, { column: keyed, descending }).map(({ text }) => text)
  expect(texts(false)).toEqual(['b', 'c', 'a', ''])
  expect(texts(true)).toEqual(['a', 'c', 'b', ''])
})
