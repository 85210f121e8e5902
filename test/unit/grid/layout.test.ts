import { expect, test } from 'vitest'
import { compareCells } from '../../../renderer/grid/columnDefs.ts'
import { layoutJson, parseLayout } from '../../../renderer/grid/layout.ts'
import { sheetOf } from './view.ts'

test('a layout survives being saved, without the row numbers', () => {
  const json = layoutJson(
    [
      { colId: '#row', width: 34 },
      { colId: 'b', width: 90, hide: true, pinned: 'right', sort: 'desc', sortIndex: 0, flex: 1 },
    ],
    { b: { filterType: 'number', type: 'equals', filter: 3 } },
  )
  expect(parseLayout(json)).toEqual({
    columns: [{ colId: 'b', width: 90, flex: 1, hide: true, pinned: 'right', sort: 'desc', sortIndex: 0 }],
    filters: { b: { filterType: 'number', type: 'equals', filter: 3 } },
  })
})

test.each([null, '', 'not json', '[]', '{"version":99,"columns":[]}', '{"version":1}'])(
  '%j is no layout',
  (json) => {
    expect(parseLayout(json)).toBeNull()
  },
)

test('damaged entries are dropped, the rest is kept', () => {
  const json =
    '{"version":1,"columns":[7,{"colId":"a","width":"wide","pinned":"up"},{"width":3}],"filters":5}'
  expect(parseLayout(json)).toEqual({ columns: [{ colId: 'a' }], filters: {} })
})

test('empty cells come last whichever way a column is sorted', () => {
  const [column] = sheetOf(1).columns
  if (column === undefined) throw new Error('the sheet has columns')
  const order = (a: number | null, b: number | null, descending: boolean) =>
    compareCells(column, a, b, undefined, undefined, descending) * (descending ? -1 : 1)
  expect([order(null, 5, false), order(null, 5, true), order(3, 5, false)].map(Math.sign)).toEqual([1, 1, -1])
})
