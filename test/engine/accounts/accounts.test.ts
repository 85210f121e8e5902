import { describe, expect, it } from 'vitest'
import { editAccounts } from '../../../db/accounts/service/edit.ts'
import { addFigure, removeFigure } from '../../../db/accounts/service/figures.ts'
import { getAccount, listAccounts, searchAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts, removeAccounts } from '../../../db/accounts/service/write.ts'
import { addMember, removeMember } from '../../../db/department/service/members.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { AccountId, MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

const names = (kernel: Kernel) => listAccounts(kernel).rows.map((row) => row.name)

const add = (kernel: Kernel, ...accounts: Parameters<typeof addAccounts>[1]['accounts']) =>
  addAccounts(kernel, { commandId: command(), accounts }).accountIds

const nobody = MemberId.parse('01890000-0000-7000-8000-000000000000')
const noAccount = AccountId.parse('01890000-0000-7000-8000-000000000000')

describe('list', () => {
  it('sorts by pinyin, Latin names among the Chinese ones', () => {
    const kernel = newKernel()
    add(
      kernel,
      { name: '中山古镇灯饰' },
      { name: 'Möbel AG' },
      { name: '恒岳家居集团' },
      { name: '阿坝木业' },
    )
    expect(names(kernel)).toEqual(['阿坝木业', '恒岳家居集团', 'Möbel AG', '中山古镇灯饰'])
    expect(listAccounts(kernel).rows[1]?.pinyin).toBe('hengyuejiajujituan hyjjjt')
  })

  it('gives figures in the order of its figures, null where not known', () => {
    const kernel = newKernel()
    const [a, b] = add(kernel, { name: '甲' }, { name: '乙' })
    const volume = addFigure(kernel, { commandId: command(), name: '年交易额', unit: 'money' }).figureId
    const years = addFigure(kernel, { commandId: command(), name: '合作年限', unit: 'years' }).figureId
    if (!a || !b) throw new Error('not added')
    editAccounts(kernel, {
      commandId: command(),
      fields: [],
      figures: [
        { accountId: a, figureId: years, before: null, after: 12_000 },
        { accountId: b, figureId: volume, before: null, after: 684_200_000_00 },
      ],
    })
    const { figures, rows } = listAccounts(kernel)
    expect(figures.map((figure) => figure.name)).toEqual(['年交易额', '合作年限'])
    expect(rows.map((row) => [row.name, row.figures])).toEqual([
      ['甲', [null, 12_000]],
      ['乙', [684_200_000_00, null]],
    ])
    removeFigure(kernel, { commandId: command(), figureId: volume })
    expect(listAccounts(kernel).rows.map((row) => row.figures)).toEqual([[12_000], [null]])
  })

  it('shows an account whose owner left as without owner, and with them again after an undo', () => {
    const kernel = newKernel()
    const { memberId } = addMember(kernel, { commandId: command(), name: '林晓舟', role: '客户经理' })
    add(kernel, { name: '甲', ownerId: memberId })
    removeMember(kernel, { commandId: command(), memberId })
    expect(listAccounts(kernel).rows[0]?.ownerId).toBeNull()
    undo(kernel, command())
    expect(listAccounts(kernel).rows[0]?.ownerId).toBe(memberId)
  })
})

describe('get', () => {
  it('gives one account with its figures', () => {
    const kernel = newKernel()
    const { figureId } = addFigure(kernel, { commandId: command(), name: '逾期天数', unit: 'days' })
    const [id = noAccount] = add(kernel, { name: '甲', code: 'KH-001', kind: 'trading' })
    editAccounts(kernel, {
      commandId: command(),
      fields: [],
      figures: [{ accountId: id, figureId, before: null, after: 13_000 }],
    })
    expect(getAccount(kernel, id)).toMatchObject({
      account: expect.objectContaining({
        name: '甲',
        code: 'KH-001',
        kind: 'trading',
        figures: [13_000],
        tier: null,
      }),
      figures: [expect.objectContaining({ name: '逾期天数', unit: 'days' })],
      standings: [],
    })
  })

  it('refuses one that is not there', () => {
    expect(() => getAccount(newKernel(), noAccount)).toThrow(
      expect.objectContaining(refusal('ACCOUNT_NOT_FOUND')),
    )
  })
})

describe('search', () => {
  it('finds by name, code, full pinyin and initials, all words together', () => {
    const kernel = newKernel()
    add(
      kernel,
      { name: '华为技术', code: 'KH-7' },
      { name: '恒岳家居集团', code: 'KH-70' },
      { name: 'ABC贸易' },
    )
    const find = (text: string) => searchAccounts(kernel, { text, limit: 20 }).map((row) => row.name)
    expect(find('hwjs')).toEqual(['华为技术'])
    expect(find('huawei')).toEqual(['华为技术'])
    expect(find('华为')).toEqual(['华为技术'])
    expect(find('家居 HY')).toEqual(['恒岳家居集团'])
    expect(find('ａｂｃ')).toEqual(['ABC贸易'])
    expect(find('华为 家居')).toEqual([])
    expect(find('kh-7')).toEqual(['华为技术', '恒岳家居集团'])
  })

  it('puts what begins with the text before what only holds it, and stops at the limit', () => {
    const kernel = newKernel()
    add(kernel, { name: '安徽东莞' }, { name: '东莞利昌' }, { name: '东莞' })
    const found = searchAccounts(kernel, { text: '东莞', limit: 2 })
    expect(found.map((row) => row.name)).toEqual(['东莞', '东莞利昌'])
  })

  it('names the owner', () => {
    const kernel = newKernel()
    const { memberId } = addMember(kernel, { commandId: command(), name: '方佩', role: '' })
    add(kernel, { name: '甲', ownerId: memberId })
    expect(searchAccounts(kernel, { text: 'jia', limit: 5 })[0]?.owner).toBe('方佩')
  })
})

describe('add', () => {
  it('adds accounts that share a name or have no code, and undo and redo take them away and back', () => {
    const kernel = newKernel()
    add(kernel, { name: '甲' }, { name: '甲', code: 'A' })
    expect(names(kernel)).toEqual(['甲', '甲'])
    undo(kernel, command())
    expect(names(kernel)).toEqual([])
    redo(kernel, command())
    expect(names(kernel)).toEqual(['甲', '甲'])
  })

  it('refuses a code that another account has, in whatever width and case, and adds nothing', () => {
    const kernel = newKernel()
    add(kernel, { name: '甲', code: 'KH-001' })
    const twice = () => add(kernel, { name: '乙' }, { name: '丙', code: 'ｋｈ-001' })
    expect(twice).toThrow(expect.objectContaining(refusal('CODE_TAKEN', { code: 'ｋｈ-001', name: '甲' })))
    expect(names(kernel)).toEqual(['甲'])
    expect(() => add(kernel, { name: '丁', code: 'X' }, { name: '戊', code: 'X' })).toThrow('CODE_TAKEN')
  })

  it('lets a removed account’s code be used again', () => {
    const kernel = newKernel()
    const accountIds = add(kernel, { name: '甲', code: 'KH-001' })
    removeAccounts(kernel, { commandId: command(), accountIds })
    add(kernel, { name: '乙', code: 'KH-001' })
    expect(names(kernel)).toEqual(['乙'])
  })

  it('refuses an owner who is no member', () => {
    const kernel = newKernel()
    expect(() => add(kernel, { name: '甲', ownerId: nobody })).toThrow(
      expect.objectContaining(refusal('VALUE_REFUSED', { name: '甲', field: 'ownerId', value: nobody })),
    )
    expect(names(kernel)).toEqual([])
  })

  it('answers a command sent twice as before, and adds once', () => {
    const kernel = newKernel()
    const input = { commandId: command(), accounts: [{ name: '甲', code: 'A' }] }
    expect(addAccounts(kernel, input)).toEqual(addAccounts(kernel, input))
    expect(names(kernel)).toEqual(['甲'])
  })
})

describe('remove', () => {
  it('removes accounts, undoable', () => {
    const kernel = newKernel()
    const [a = noAccount] = add(kernel, { name: '甲' }, { name: '乙' })
    removeAccounts(kernel, { commandId: command(), accountIds: [a, a] })
    expect(names(kernel)).toEqual(['乙'])
    expect(undo(kernel, command()).label).toEqual({
      command: 'removeAccounts',
      params: { count: 1, name: '甲' },
    })
    expect(names(kernel)).toEqual(['甲', '乙'])
  })

  it('refuses all when one is not there', () => {
    const kernel = newKernel()
    const ids = add(kernel, { name: '甲' })
    const remove = () => removeAccounts(kernel, { commandId: command(), accountIds: [...ids, noAccount] })
    expect(remove).toThrow('ACCOUNT_NOT_FOUND')
    expect(names(kernel)).toEqual(['甲'])
  })
})
