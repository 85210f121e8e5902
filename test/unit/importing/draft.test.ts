import { describe, expect, it } from 'vitest'
import {
  bringBack,
  type Choices,
  choicesFor,
  chooseTwin,
  correct,
  correctionOf,
  leaveOut,
  onNewUpload,
  planGap,
  planOf,
  takeColumnAs,
  type Upload,
} from '../../../renderer/features/exchange/draft.ts'

const upload = (headers: readonly string[], id = '018f0000-0000-7000-8000-000000000001'): Upload => ({
  uploadId: id,
  fileName: '名单.csv',
  encoding: 'utf-8',
  worksheets: [{ name: '名单', rows: 3, columns: headers.length, headers: [...headers], sample: [] }],
  holds: ['accounts'],
  guesses: [
    [
      { kind: 'field', field: 'name' },
      { kind: 'newFigure', name: '年交易额', unit: 'money', multiplier: 10_000 },
      { kind: 'ignore' },
    ],
  ],
})

const HEADERS = ['客户名称', '年交易额(万元)', '编号']
const fresh = (): Choices => choicesFor(upload(HEADERS), 0)

describe('the columns of a list', () => {
  it('are matched by code only where a column gives codes', () => {
    expect(fresh().matchBy).toBe('name')
    const { choices } = takeColumnAs(fresh(), 2, { kind: 'field', field: 'code' })
    expect(planGap({ ...choices, matchBy: 'code' })).toBeNull()
    expect(planGap({ ...fresh(), matchBy: 'code' })).toBe('noCode')
  })

  it('give each field once: what another column gave moves', () => {
    const { choices, former } = takeColumnAs(fresh(), 2, { kind: 'field', field: 'name' })
    expect(former).toBe(0)
    expect(choices.uses[0]).toEqual({ kind: 'ignore' })
    expect(choices.uses[2]).toEqual({ kind: 'field', field: 'name' })
  })

  it('fall back to names when the codes go', () => {
    const { choices } = takeColumnAs(fresh(), 2, { kind: 'field', field: 'code' })
    const { choices: without } = takeColumnAs({ ...choices, matchBy: 'code' }, 2, { kind: 'ignore' })
    expect(without.matchBy).toBe('name')
  })

  it('need a name, or names to be given', () => {
    const { choices } = takeColumnAs(fresh(), 0, { kind: 'ignore' })
    expect(planGap(choices)).toBe('noName')
    expect(planGap({ ...choices, nameRowsAs: '  ' })).toBe('noName')
    expect(planGap({ ...choices, nameRowsAs: '客户' })).toBeNull()
    expect(planOf({ ...choices, nameRowsAs: ' 客户 ' }).nameRowsAs).toBe('客户')
    expect(planOf({ ...fresh(), nameRowsAs: '客户' })).not.toHaveProperty('nameRowsAs')
  })

  it('can’t all be left out, and a new figure needs a name', () => {
    const nothing = { ...fresh(), uses: [{ kind: 'ignore' }, { kind: 'ignore' }] } as const
    expect(planGap(nothing)).toBe('nothing')
    const unnamed = takeColumnAs(fresh(), 1, { kind: 'newFigure', name: ' ', unit: 'number', multiplier: 1 })
    expect(planGap(unnamed.choices)).toBe('figureWithoutName')
  })
})

describe('corrections', () => {
  it('replace texts, may be taken back, and travel in the plan', () => {
    const once = correct(fresh(), [
      { row: 2, column: 1, text: '1014' },
      { row: 2, column: 0, text: '' },
      { row: 9, column: 1, text: '3' },
    ])
    expect(correctionOf(once.corrections, 2, 1)).toBe('1014')
    const less = correct(once, [
      { row: 9, column: 1, text: null },
      { row: 2, column: 0, text: null },
    ])
    expect(planOf(less).corrections).toEqual([{ row: 2, column: 1, text: '1014' }])
  })

  it('leave earlier choices as they were, so that undo can go back to them', () => {
    const before = correct(fresh(), [{ row: 2, column: 1, text: '1' }])
    correct(before, [{ row: 2, column: 1, text: '2' }])
    expect(correctionOf(before.corrections, 2, 1)).toBe('1')
  })

  it('leave rows out and bring them back', () => {
    const without = leaveOut(leaveOut(fresh(), [3]), [3, 5])
    expect(planOf(without).leaveOut).toEqual([3, 5])
    expect(planOf(bringBack(without)).leaveOut).toEqual([])
  })

  it('let a look-alike update its twin, or be an account of its own again', () => {
    const twin = { name: '南浔木业有限公司', existing: '南浔木业', likeness: 'name', column: 0 } as const
    const updating = chooseTwin(fresh(), 4, twin, '南浔木业')
    expect(planOf(updating).corrections).toEqual([{ row: 4, column: 0, text: '南浔木业' }])
    expect(planOf(chooseTwin(updating, 4, null)).corrections).toEqual([])
  })
})

describe('a file taken in again after the engine let go of it', () => {
  const edited = correct(fresh(), [{ row: 2, column: 1, text: '1014' }])

  it('keeps what was decided when its columns are the same', () => {
    const again = onNewUpload(edited, upload(HEADERS, '018f0000-0000-7000-8000-000000000002'))
    expect(again && planOf(again)).toMatchObject({
      uploadId: '018f0000-0000-7000-8000-000000000002',
      corrections: [{ row: 2, column: 1, text: '1014' }],
    })
  })

  it('is another file when its columns differ', () => {
    expect(onNewUpload(edited, upload(['客户名称', '电话', '编号']))).toBeNull()
  })
})
