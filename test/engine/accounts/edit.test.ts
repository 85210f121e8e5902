import { beforeEach, describe, expect, it } from 'vitest'
import { editAccounts } from '../../../db/accounts/service/edit.ts'
import { addFigure, removeFigure } from '../../../db/accounts/service/figures.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, type FigureId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

type Edits = Parameters<typeof editAccounts>[1]
type Field = Edits['fields'][number]['field']

const noAccount = AccountId.parse('01890000-0000-7000-8000-000000000000')
let kernel: Kernel
let a = noAccount
let b = noAccount

beforeEach(() => {
  kernel = newKernel()
  const accounts = [
    { name: '甲', code: 'A', region: '浙江' },
    { name: '乙', code: 'B' },
  ]
  const added = addAccounts(kernel, { commandId: command(), accounts }).accountIds
  a = added[0] ?? noAccount
  b = added[1] ?? noAccount
})

const field = (accountId: AccountId, name: Field, before: string | null, after: string | null) => ({
  accountId,
  field: name,
  before,
  after,
})
const edit = (edits: Partial<Pick<Edits, 'fields' | 'figures'>>) =>
  editAccounts(kernel, { commandId: command(), fields: [], figures: [], ...edits })
const rows = () => listAccounts(kernel).rows
const row = (name: string) => rows().find((account) => account.name === name)
const figure = (name: string, unit: 'money' | 'days'): FigureId =>
  addFigure(kernel, { commandId: command(), name, unit }).figureId

describe('editing cells', () => {
  it('changes fields and figures of several accounts as one command, and one undo takes all back', () => {
    const { memberId } = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' })
    const figureId = figure('年交易额', 'money')
    edit({
      fields: [
        field(a, 'region', '浙江', ' 江苏 '),
        field(a, 'kind', null, 'production'),
        field(b, 'ownerId', null, memberId),
        field(b, 'cycle', null, 'seasonal'),
      ],
      figures: [{ accountId: b, figureId, before: null, after: 100 }],
    })
    expect(row('甲')).toMatchObject({ region: '江苏', kind: 'production', figures: [null] })
    expect(row('乙')).toMatchObject({ ownerId: memberId, cycle: 'seasonal', figures: [100] })
    expect(undo(kernel, command()).label).toEqual({
      command: 'editAccounts',
      params: { count: 5, name: '甲' },
    })
    expect(row('甲')).toMatchObject({ region: '浙江', kind: null })
    expect(row('乙')).toMatchObject({ ownerId: null, cycle: null, figures: [null] })
  })

  it('writes a figure again after its first value was undone', () => {
    const figureId = figure('逾期天数', 'days')
    edit({ figures: [{ accountId: a, figureId, before: null, after: 1_000 }] })
    undo(kernel, command())
    edit({ figures: [{ accountId: a, figureId, before: null, after: 2_000 }] })
    expect(row('甲')?.figures).toEqual([2_000])
    edit({ figures: [{ accountId: a, figureId, before: 2_000, after: null }] })
    expect(row('甲')?.figures).toEqual([null])
  })

  it('clears with null as with an empty text', () => {
    edit({ fields: [field(a, 'region', '浙江', null), field(a, 'code', 'A', '')] })
    expect(row('甲')).toMatchObject({ region: '', code: '' })
  })

  it('logs one change an account, of the columns that changed', () => {
    const { txnId } = edit({ fields: [field(a, 'region', '浙江', 'x'), field(a, 'phone', '', '1')] })
    const changes = kernel.db.prepare('SELECT after FROM change WHERE txn_id = ?').pluck().all(txnId)
    const [change] = changes.map((json) => Object.keys(JSON.parse(String(json))))
    expect(changes).toHaveLength(1)
    expect(change).toEqual(['region', 'phone', 'sources'])
  })

  it('makes no transaction when every cell holds its value already', () => {
    expect(edit({ fields: [field(a, 'region', 'something else', '浙江')] }).txnId).toBeNull()
  })
})

describe('refusing', () => {
  it('refuses all when a cell holds something else, counting such cells', () => {
    const figureId = figure('年交易额', 'money')
    edit({ figures: [{ accountId: b, figureId, before: null, after: 12_345 }] })
    const stale = () =>
      edit({
        fields: [field(a, 'phone', '', '110'), field(a, 'region', '上海', '江苏')],
        figures: [{ accountId: b, figureId, before: 1, after: 2 }],
      })
    expect(stale).toThrow(
      expect.objectContaining(
        refusal('CELLS_CHANGED', { cells: 2, name: '甲', field: 'region', current: '浙江', unit: null }),
      ),
    )
    expect(row('甲')).toMatchObject({ phone: '', region: '浙江' })
    expect(row('乙')?.figures).toEqual([12_345])
    const staleFigure = () => edit({ figures: [{ accountId: b, figureId, before: 1, after: 2 }] })
    expect(staleFigure).toThrow(
      expect.objectContaining(
        refusal('CELLS_CHANGED', { cells: 1, name: '乙', field: '年交易额', current: 12_345, unit: 'money' }),
      ),
    )
  })

  it('says whom another window made owner by name', () => {
    const { memberId } = addMember(kernel, { commandId: command(), name: '方佩', role: '' })
    edit({ fields: [field(a, 'ownerId', null, memberId)] })
    const other = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' }).memberId
    expect(() => edit({ fields: [field(a, 'ownerId', null, other)] })).toThrow(
      expect.objectContaining(
        refusal('CELLS_CHANGED', { cells: 1, name: '甲', field: 'ownerId', current: '方佩', unit: null }),
      ),
    )
  })

  it.each([
    ['kind', null, 'shop'],
    ['cycle', null, '季节性'],
    ['ownerId', null, 'not an id'],
    ['ownerId', null, '01890000-0000-7000-8000-000000000000'],
    ['name', '甲', '   '],
    ['name', '甲', null],
    ['name', '甲', '名'.repeat(201)],
    ['code', 'A', 'x'.repeat(65)],
  ] as const)('refuses %s %s → %s and keeps the other cells', (name, before, after) => {
    const refused = () => edit({ fields: [field(b, 'phone', '', '1'), field(a, name, before, after)] })
    expect(refused).toThrow(
      expect.objectContaining(refusal('VALUE_REFUSED', { name: '甲', field: name, value: after ?? '' })),
    )
    expect(row('乙')?.phone).toBe('')
  })

  it('refuses a figure that was deleted meanwhile, by its name', () => {
    const figureId = figure('年交易额', 'money')
    removeFigure(kernel, { commandId: command(), figureId })
    expect(() => edit({ figures: [{ accountId: a, figureId, before: null, after: 1 }] })).toThrow(
      expect.objectContaining(refusal('VALUE_REFUSED', { name: '甲', field: '年交易额', value: '1' })),
    )
  })

  it('refuses an account that is not there', () => {
    expect(() => edit({ fields: [field(noAccount, 'region', '', 'x')] })).toThrow('ACCOUNT_NOT_FOUND')
  })

  it('refuses a code that another account keeps, but lets two accounts swap theirs', () => {
    expect(() => edit({ fields: [field(a, 'code', 'A', 'B')] })).toThrow(
      expect.objectContaining(refusal('CODE_TAKEN', { code: 'B', name: '乙' })),
    )
    edit({ fields: [field(a, 'code', 'A', 'B'), field(b, 'code', 'B', 'A')] })
    expect(rows().map((account) => [account.name, account.code])).toEqual([
      ['甲', 'B'],
      ['乙', 'A'],
    ])
  })
})
