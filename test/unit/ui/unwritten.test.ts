import { beforeAll, describe, expect, it } from 'vitest'
import type { EditReport } from '../../../renderer/grid/types.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { problemText } from '../../../renderer/i18n/problemText.ts'
import { unwritten } from '../../../renderer/ui/unwritten.ts'
import { speakForTests } from '../i18n/speak.ts'

const whole: EditReport = {
  rows: 2,
  columns: 3,
  skippedReadOnly: 0,
  clippedRows: 0,
  clippedColumns: 0,
  beyond: { columnIds: [], texts: [] },
  refused: [],
}
const birthday = {
  rowIndex: 1,
  rowId: 'b',
  columnId: 'birthday',
  columnTitle: '生日',
  text: '十三月一日',
  problem: '日历上没有这一天。',
}
const nameOf = (id: string): string => ({ a: '吴国梁', b: '高卉' })[id] ?? ''

describe('what of a gesture was not written', () => {
  beforeAll(() => speakForTests('zh'))

  it('is nothing where all was', () => {
    expect(unwritten(whole, nameOf)).toBeNull()
  })

  it('names one cell by its row, column and reason', () => {
    const problem = unwritten({ ...whole, refused: [birthday, birthday] }, nameOf)
    const text = problem && problemText(problem, i18n.t)
    expect(text?.what).toContain('有 2 格没有写入')
    expect(text?.why).toBe('例如“高卉”的生日：日历上没有这一天。')
  })

  it('counts the cells beyond the edge of the grid', () => {
    const problem = unwritten({ ...whole, clippedRows: 1, clippedColumns: 2 }, nameOf)
    // a row of five, and two cells of each of the two rows that are there
    expect(problem?.data).toEqual({ count: 9, reason: 'clipped' })
  })
})

it('a birthday that the engine refused names the person', async () => {
  await speakForTests('zh')
  const data = { name: '高卉', field: 'birthday', value: '1990-02-30', reason: 'noSuchDay' }
  expect(problemText({ code: 'VALUE_REFUSED', data }, i18n.t).what).toBe('“1990-02-30”填不进“高卉”的生日。')
})
