import { expect, test } from 'vitest'
import { layoutJson, parseLayout } from '../../../renderer/grid/layout.ts'

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
