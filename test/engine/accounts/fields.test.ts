import { beforeEach, describe, expect, it } from 'vitest'
import {
  addCustomField,
  changeCustomField,
  listCustomFields,
  moveCustomField,
  removeCustomField,
} from '../../../db/accounts/custom/service/fields.ts'
import { getGroup } from '../../../db/accounts/group/service/companies.ts'
import { removeSeat, setSeat } from '../../../db/accounts/group/service/seats.ts'
import { splitStrip } from '../../../db/accounts/rules/strips.ts'
import { editAccounts } from '../../../db/accounts/service/edit.ts'
import { addFigure } from '../../../db/accounts/service/figures.ts'
import { getAccount } from '../../../db/accounts/service/read.ts'
import { accountTable } from '../../../db/accounts/service/table.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import { undo } from '../../../db/kernel/history.ts'
import { AccountId, CustomFieldId, EntryId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

type Edits = Parameters<typeof editAccounts>[1]

const noAccount = AccountId.parse('01890000-0000-7000-8000-000000000000')
let kernel: Kernel
let now = Date.parse('2026-03-01T09:00:00')
let a = noAccount
let b = noAccount
let c = noAccount

beforeEach(() => {
  now = Date.parse('2026-03-01T09:00:00')
  kernel = newKernel(() => now)
  const accounts = [{ name: '甲集团' }, { name: '乙公司' }, { name: '丙公司' }]
  const { accountIds } = addAccounts(kernel, { commandId: command(), accounts })
  a = accountIds[0] ?? noAccount
  b = accountIds[1] ?? noAccount
  c = accountIds[2] ?? noAccount
})

const edit = (edits: Partial<Omit<Edits, 'commandId'>>) =>
  editAccounts(kernel, { commandId: command(), fields: [], figures: [], ...edits })
const change = (
  accountId: AccountId,
  field: Edits['fields'][number]['field'],
  before: string | number | null,
  after: string | number | null,
) => edit({ fields: [{ accountId, field, before, after }] })
const account = (id: AccountId) => getAccount(kernel, id).account

describe('the fields of an account', () => {
  it('keep numbers, money, partial dates, words and tags as they are meant', () => {
    change(a, 'founded', null, 1998)
    change(a, 'revenue', null, 12_345)
    change(a, 'creditDays', null, 60)
    change(a, 'cooperationSince', null, '2015-03')
    change(a, 'lifecycle', null, 'wonBack')
    change(a, 'tags', '', '重点， 华东;重点')
    expect(account(a)).toMatchObject({
      founded: 1998,
      revenue: 12_345,
      creditDays: 60,
      cooperationSince: '2015-03',
      lifecycle: 'wonBack',
      tags: '重点, 华东',
    })
    change(a, 'tags', '重点, 华东', '')
    expect(account(a).tags).toBe('')
  })

  it.each([
    ['founded', 98],
    ['founded', '1998'],
    ['staff', -1],
    ['staff', 1.5],
    ['revenue', -1],
    ['creditDays', 4_000],
    ['cooperationSince', '2015-13'],
    ['cooperationSince', '2015-02-29'],
    ['lifecycle', '活跃'],
    ['sellingMode', 'telepathy'],
    ['tags', 'x'.repeat(41)],
    ['shortName', 'x'.repeat(101)],
  ] as const)('refuse %s %s', (field, value) => {
    expect(() => change(a, field, null, value)).toThrow(
      expect.objectContaining(refusal('VALUE_REFUSED', { name: '甲集团', field, value: String(value) })),
    )
  })

  it('say since when and from which entry each value is known; the rest came with the account', () => {
    now = Date.parse('2026-05-02T09:00:00')
    const entryId = EntryId.parse('01890000-0000-7000-8000-0000000000e1')
    edit({
      fields: [{ accountId: a, field: 'business', before: '', after: '自有车队' }],
      entryId,
    })
    const { sources } = getAccount(kernel, a)
    expect(sources).toEqual({
      '*': { on: '2026-03-01', by: null, entry: null },
      business: { on: '2026-05-02', by: null, entry: entryId },
    })
    undo(kernel, command())
    expect(getAccount(kernel, a).sources).toEqual({ '*': { on: '2026-03-01', by: null, entry: null } })
  })
})

describe('parent companies', () => {
  it('are refused where a company would stand above itself', () => {
    change(b, 'parentId', null, a)
    change(c, 'parentId', null, b)
    const refused = (id: AccountId, parent: AccountId) => () => change(id, 'parentId', null, parent)
    expect(refused(a, a)).toThrow(
      expect.objectContaining(
        refusal('PARENT_REFUSED', { name: '甲集团', parent: '甲集团', reason: 'itself' }),
      ),
    )
    expect(refused(a, c)).toThrow(
      expect.objectContaining(
        refusal('PARENT_REFUSED', { name: '甲集团', parent: '丙公司', reason: 'descendant' }),
      ),
    )
    expect(refused(a, noAccount)).toThrow(
      expect.objectContaining(refusal('PARENT_REFUSED', { name: '甲集团', parent: '', reason: 'gone' })),
    )
    expect(account(a).parentId).toBeNull()
  })

  it('make a tree whose figures are added up, but not percentages', () => {
    const { figureId } = addFigure(kernel, { commandId: command(), name: '交易额', unit: 'money' })
    const share = addFigure(kernel, { commandId: command(), name: '份额', unit: 'percent' }).figureId
    edit({
      fields: [
        { accountId: b, field: 'parentId', before: null, after: a },
        { accountId: c, field: 'parentId', before: null, after: b },
        { accountId: a, field: 'revenue', before: null, after: 500 },
        { accountId: c, field: 'revenue', before: null, after: 250 },
      ],
      figures: [a, b, c].flatMap((accountId) => [
        { accountId, figureId, before: null, after: 100 },
        { accountId, figureId: share, before: null, after: 10 },
      ]),
    })
    for (const id of [a, b, c]) {
      const { companies, totals } = getGroup(kernel, id)
      expect(companies.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
        '0 甲集团',
        '1 乙公司',
        '2 丙公司',
      ])
      expect(totals).toEqual({ revenue: 750, figures: [300, null] })
    }
  })

  it('that two laptops made into a circle are shown once around', () => {
    kernel.write({ commandId: command(), label: { command: 'circle', params: {} } }, (tx) => {
      const set = tx.db.prepare('UPDATE account SET parent_id = ? WHERE id = ?')
      set.run(b, a)
      set.run(a, b)
      return {}
    })
    expect(getGroup(kernel, a).companies.map(({ name }) => name)).toEqual(['甲集团', '乙公司'])
    expect(getGroup(kernel, b).companies.map(({ name }) => name)).toEqual(['乙公司', '甲集团'])
    change(a, 'parentId', b, null)
    expect(getGroup(kernel, b).companies.map(({ name }) => name)).toEqual(['甲集团', '乙公司'])
  })
})

describe('the working group', () => {
  it('seats a colleague once, with what they do; leaving and undo', () => {
    const { memberId } = addMember(kernel, { commandId: command(), name: '方佩', role: '' })
    const seats = () => getGroup(kernel, a).seats.map((seat) => [seat.name, seat.function])
    setSeat(kernel, { commandId: command(), accountId: a, memberId, function: '' })
    setSeat(kernel, { commandId: command(), accountId: a, memberId, function: '物流' })
    expect(seats()).toEqual([['方佩', '物流']])
    removeSeat(kernel, { commandId: command(), accountId: a, memberId })
    expect(seats()).toEqual([])
    undo(kernel, command())
    expect(seats()).toEqual([['方佩', '物流']])
  })
})

describe('custom fields', () => {
  const add = (name: string, kind: 'text' | 'number' | 'date' | 'choice' | 'person', choices?: string[]) =>
    addCustomField(kernel, { commandId: command(), subject: 'account', name, kind, choices }).fieldId
  const names = () => listCustomFields(kernel.db, 'account').map(({ name }) => name)
  const set = (fieldId: CustomFieldId, before: string | number | null, after: string | number | null) =>
    edit({ custom: [{ accountId: a, fieldId, before, after }] })

  it('are added, renamed, moved and removed, each undoable; names of other columns are refused', () => {
    const first = add('门店数', 'number')
    add('开户行', 'text')
    moveCustomField(kernel, { commandId: command(), fieldId: first, before: null })
    expect(names()).toEqual(['开户行', '门店数'])
    changeCustomField(kernel, { commandId: command(), fieldId: first, name: '分店数' })
    removeCustomField(kernel, { commandId: command(), fieldId: first })
    expect(names()).toEqual(['开户行'])
    undo(kernel, command())
    expect(names()).toEqual(['开户行', '分店数'])
    for (const taken of ['分店数', '信用额度', 'Region'])
      expect(() => add(taken, 'text')).toThrow(
        expect.objectContaining(refusal('FIELD_NAME_TAKEN', { name: taken })),
      )
    expect(() => add('等级', 'choice', [' '])).toThrow('CHOICES_MISSING')
  })

  it('take values of their kind and no others', () => {
    const { memberId } = addMember(kernel, { commandId: command(), name: '方佩', role: '' })
    const fields = {
      text: add('开户行', 'text'),
      number: add('门店数', 'number'),
      date: add('签约日', 'date'),
      choice: add('重视', 'choice', ['高', '低']),
      person: add('对接人', 'person'),
    }
    set(fields.text, null, ' 工行 ')
    set(fields.number, null, 12_500)
    set(fields.date, null, '2026-02-28')
    set(fields.choice, null, '高')
    set(fields.person, null, memberId)
    expect(account(a).custom).toEqual(['工行', 12_500, '2026-02-28', '高', memberId])
    const bad = [
      [fields.number, '12'],
      [fields.date, '2026-02-29'],
      [fields.choice, '中'],
      [fields.person, '方佩'],
    ] as const
    for (const [fieldId, value] of bad) expect(() => set(fieldId, null, value)).toThrow('VALUE_REFUSED')
    expect(() => set(fields.text, '建行', '农行')).toThrow(
      expect.objectContaining(
        refusal('CELLS_CHANGED', { cells: 1, name: '甲集团', field: '开户行', current: '工行', unit: null }),
      ),
    )
    set(fields.choice, '高', null)
    expect(account(a).custom[3]).toBeNull()
    const gone = CustomFieldId.parse('01890000-0000-7000-8000-0000000000c1')
    expect(() => set(gone, null, 'x')).toThrow('VALUE_REFUSED')
  })
})

describe('the list in columns', () => {
  it('comes in pages sorted by pinyin, holds every value once, and leaves empty columns out', () => {
    const figureId = addFigure(kernel, { commandId: command(), name: '交易额', unit: 'money' }).figureId
    edit({
      fields: [
        { accountId: a, field: 'note', before: '', after: '两行\n备注\uFDD0' },
        { accountId: b, field: 'parentId', before: null, after: a },
      ],
      figures: [{ accountId: c, figureId, before: null, after: 7 }],
    })
    const { all, count, strips } = accountTable(kernel, { from: 0, limit: 10 })
    expect([all, count]).toEqual([3, 3])
    expect(splitStrip(strips.name ?? '')).toEqual(['丙公司', '甲集团', '乙公司'])
    expect(splitStrip(strips.note ?? '')).toEqual(['', '两行\n备注', ''])
    expect(splitStrip(strips.parentId ?? '')).toEqual(['', '', a])
    expect(splitStrip(strips[`figure:${figureId}`] ?? '')).toEqual(['7', '', ''])
    expect(strips).not.toHaveProperty('region')
    expect(splitStrip(accountTable(kernel, { from: 1, limit: 1 }).strips.name ?? '')).toEqual(['甲集团'])
  })
})
