import { describe, expect, it } from 'vitest'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { readLayouts, saveLayout } from '../../../db/department/service/layouts.ts'
import { addMember, changeMember, listMembers, removeMember } from '../../../db/department/service/members.ts'
import { departmentStatus, startEmpty } from '../../../db/department/service/start.ts'
import { actorName, changeSettings, readSettings } from '../../../db/department/settings.ts'
import { undo } from '../../../db/kernel/history.ts'
import { MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

const add = (kernel: Kernel, name: string, role = '') =>
  addMember(kernel, { commandId: command(), name, role }).memberId
const noMember = MemberId.parse('01890000-0000-7000-8000-000000000000')

describe('members', () => {
  it('are sorted by pinyin as family names are read, with the accounts that they own', () => {
    const kernel = newKernel()
    add(kernel, '曾国')
    const ownerId = add(kernel, '单雄', '客户经理')
    add(kernel, '陈立川')
    addAccounts(kernel, {
      commandId: command(),
      accounts: [
        { name: '甲', ownerId },
        { name: '乙', ownerId },
      ],
    })
    expect(listMembers(kernel).map(({ name, pinyin, accounts }) => [name, pinyin, accounts])).toEqual([
      ['陈立川', 'chenlichuan clc', 0],
      ['单雄', 'shanxiong sx', 2],
      ['曾国', 'zengguo zg', 0],
    ])
  })

  it('change by name or role alone, and back with an undo', () => {
    const kernel = newKernel()
    const memberId = add(kernel, '林晓舟', '客户经理')
    changeMember(kernel, { commandId: command(), memberId, role: '大客户部负责人' })
    changeMember(kernel, { commandId: command(), memberId, name: '林小舟' })
    expect(listMembers(kernel)).toMatchObject([{ name: '林小舟', role: '大客户部负责人' }])
    undo(kernel, command())
    undo(kernel, command())
    expect(listMembers(kernel)).toMatchObject([{ name: '林晓舟', role: '客户经理' }])
  })

  it('are removed and come back with an undo', () => {
    const kernel = newKernel()
    const memberId = add(kernel, '方佩')
    removeMember(kernel, { commandId: command(), memberId })
    expect(listMembers(kernel)).toEqual([])
    undo(kernel, command())
    expect(listMembers(kernel)).toMatchObject([{ id: memberId, name: '方佩' }])
  })

  it('that are not there can be neither changed nor removed', () => {
    const kernel = newKernel()
    const change = () => changeMember(kernel, { commandId: command(), memberId: noMember, name: 'x' })
    expect(change).toThrow('MEMBER_NOT_FOUND')
    expect(() => removeMember(kernel, { commandId: command(), memberId: noMember })).toThrow(
      'MEMBER_NOT_FOUND',
    )
  })
})

describe('starting empty', () => {
  it('makes who gives a name a member and this laptop’s user', () => {
    const kernel = newKernel()
    expect(departmentStatus(kernel)).toMatchObject({ empty: true, started: false })
    startEmpty(kernel, { name: '沈知远' })
    const [me] = listMembers(kernel)
    expect(me?.name).toBe('沈知远')
    expect(readSettings(kernel.db).me).toBe(me?.id)
    expect(departmentStatus(kernel)).toMatchObject({ empty: true, started: true })
  })

  it('is done once, also without a name', () => {
    const kernel = newKernel()
    startEmpty(kernel, { name: '' })
    startEmpty(kernel, { name: '沈知远' })
    expect(listMembers(kernel)).toEqual([])
    expect(departmentStatus(kernel).started).toBe(true)
  })

  it('is not asked for once there are accounts', () => {
    const kernel = newKernel()
    addAccounts(kernel, { commandId: command(), accounts: [{ name: '甲' }] })
    expect(departmentStatus(kernel)).toEqual({
      empty: false,
      started: true,
      sampleLoaded: false,
      sampleKept: null,
      accounts: 1,
      rounds: 0,
    })
    expect(listAccounts(kernel).rows).toHaveLength(1)
  })
})

describe('this laptop', () => {
  it('signs with its user’s name while they are a member', () => {
    const kernel = newKernel()
    startEmpty(kernel, { name: '沈知远' })
    expect(actorName(kernel.db)).toBe('沈知远')
    undo(kernel, command())
    expect(actorName(kernel.db)).toBe('')
  })

  it('keeps settings that are given and leaves the others', () => {
    const kernel = newKernel()
    changeSettings(kernel, { theme: 'dark' })
    changeSettings(kernel, { language: 'en' })
    expect(readSettings(kernel.db)).toMatchObject({ theme: 'dark', language: 'en', markKeys: 'quick' })
  })

  it('keeps layouts by key, apart from the settings and outside the history', () => {
    const kernel = newKernel()
    changeSettings(kernel, { theme: 'dark' })
    saveLayout(kernel, { key: 'settings', json: '{"columns":[]}' })
    saveLayout(kernel, { key: 'other', json: '{}' })
    expect(readLayouts(kernel)).toEqual({ settings: '{"columns":[]}', other: '{}' })
    expect(readSettings(kernel.db).theme).toBe('dark')
    saveLayout(kernel, { key: 'settings', json: null })
    expect(readLayouts(kernel)).toEqual({ other: '{}' })
    expect(() => undo(kernel, command())).toThrow('NOTHING_TO_UNDO')
  })
})
