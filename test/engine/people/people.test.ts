import { beforeEach, describe, expect, it } from 'vitest'
import { setCoverage } from '../../../db/accounts/map/service/coverage.ts'
import type { PersonFields } from '../../../db/accounts/people/contract.ts'
import { peopleOfAccount } from '../../../db/accounts/people/service/ofAccount.ts'
import { namedPeople, pickPeople } from '../../../db/accounts/people/service/pick.ts'
import { getPerson, listPeople } from '../../../db/accounts/people/service/read.ts'
import {
  addPeople,
  confirmFacts,
  editPeople,
  removePeople,
} from '../../../db/accounts/people/service/write.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember, removeMember } from '../../../db/department/service/members.ts'
import { changeSettings } from '../../../db/department/settings.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { AccountId, EntryId, PersonId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, refusal } from '../newKernel.ts'

type Added = Omit<Parameters<typeof addPeople>[1]['people'][number], 'custom'>
type Field = keyof typeof PersonFields.shape

const NOW = new Date(2026, 10, 24, 10).getTime()
const nobody = PersonId.parse('01890000-0000-7000-8000-000000000000')
let kernel: Kernel
let here = AccountId.parse('01890000-0000-7000-8000-000000000000')

beforeEach(() => {
  kernel = newKernel(() => NOW)
  here =
    addAccounts(kernel, { commandId: command(), accounts: [{ name: '恒岳家居集团' }] }).accountIds[0] ?? here
})

const add = (person: Omit<Added, 'employments'>, title = '总监'): PersonId =>
  addPeople(kernel, {
    commandId: command(),
    entryId: null,
    people: [
      {
        ...person,
        custom: [],
        employments: [{ accountId: here, title, department: '', since: null, until: null }],
      },
    ],
  }).personIds[0] ?? nobody

const edit = (
  personId: PersonId,
  field: Field,
  before: Parameters<typeof editPeople>[1]['fields'][number]['before'],
  after: typeof before,
  entryId: EntryId | null = null,
) =>
  editPeople(kernel, {
    commandId: command(),
    entryId,
    custom: [],
    fields: [{ personId, field, before, after }],
  })

const page = (id: PersonId) => getPerson(kernel, id)

describe('adding and editing people', () => {
  it('keeps what was given, where they work, and since when it is known', () => {
    const id = add(
      { name: '吴国梁', birthday: '1967年农历十月廿一', influence: 5, tags: ['钓鱼', '黄酒'] },
      '董事长',
    )
    expect(page(id)).toMatchObject({
      name: '吴国梁',
      pinyin: 'wuguoliang wgl',
      birthday: 'lunar:1967-10-21',
      birthdayShown: { next: '2026-11-29', age: 59 },
      influence: 5,
      tags: ['钓鱼', '黄酒'],
      allEmployments: [{ accountName: '恒岳家居集团', title: '董事长', current: true }],
      sources: { '*': { on: '2026-11-24', by: null, entry: null } },
    })
  })

  it('says of each changed field when, by whom and in which entry it was learned', () => {
    const id = add({ name: '高卉' })
    const { memberId } = addMember(kernel, { commandId: command(), name: '林晓舟', role: '' })
    changeSettings(kernel, { me: memberId })
    const entry = EntryId.parse('01890000-0000-7000-8000-0000000000e1')
    edit(id, 'nativePlace', '', '江苏常熟', entry)
    expect(page(id)).toMatchObject({ nativePlace: '江苏常熟' })
    expect(page(id).sources.nativePlace).toEqual({ on: '2026-11-24', by: memberId, entry })
    confirmFacts(kernel, { commandId: command(), personId: id, fields: ['attitude'], entryId: null })
    expect(page(id).sources.attitude).toEqual({ on: '2026-11-24', by: memberId, entry: null })
  })

  it('tells what is known but old apart from what is missing', () => {
    const id = add({ name: '高卉', attitude: 'cool', nativePlace: '江苏常熟' })
    expect(page(id).stale).toEqual([])
    kernel.write({ commandId: command(), label: { command: 'editPeople', params: {} } }, (tx) => {
      const sources = JSON.stringify({ '*': { on: '2026-01-02', by: null, entry: null } })
      tx.db.prepare('UPDATE person SET sources = ? WHERE id = ?').run(sources, id)
      return {}
    })
    const { stale, missing } = page(id)
    expect(stale).toEqual(['attitude'])
    expect(missing).not.toContain('attitude')
    confirmFacts(kernel, { commandId: command(), personId: id, fields: ['attitude'], entryId: null })
    expect(page(id).stale).toEqual([])
  })

  it('takes a field back with one undo, its source too', () => {
    const id = add({ name: '高卉' })
    edit(id, 'attitude', null, 'cool')
    undo(kernel, command())
    expect(page(id)).toMatchObject({ attitude: null })
    expect(page(id).sources).not.toHaveProperty('attitude')
  })

  it("doesn't overwrite what another window wrote, and says what is there", () => {
    const id = add({ name: '高卉' })
    edit(id, 'rhythm', '', '晚上回微信快')
    expect(() => edit(id, 'rhythm', '', '周二周四')).toThrow(
      expect.objectContaining(refusal('CELLS_CHANGED', { cells: 1, name: '高卉', current: '晚上回微信快' })),
    )
    edit(id, 'tags', [], ['羽毛球'])
    edit(id, 'tags', ['羽毛球'], null)
    expect(page(id).tags).toEqual([])
  })

  it.each([
    ['influence', 6, undefined],
    ['attitude', 'lukewarm', undefined],
    ['name', '', undefined],
    ['retainUntil', '2026-02-30', undefined],
    ['birthday', '1967-03-14 3月15日', 'twoBirthdays'],
    ['birthday', '农历2024年正月三十', 'lunarMonthShort'],
    ['birthday', '农历2024年闰四月初八', 'noLeapMonth'],
    ['birthday', '三月十四', 'whichCalendar'],
    ['birthday', '2026-11-25', 'future'],
  ] as const)('refuses %s = %s', (field, value, reason) => {
    const id = add({ name: '高卉' })
    const data = expect.objectContaining({ name: '高卉', field, ...(reason ? { reason } : {}) })
    expect(() => edit(id, field, field === 'name' ? '高卉' : null, value)).toThrow(
      expect.objectContaining({ code: 'VALUE_REFUSED', data }),
    )
  })

  it('is all or none for many', () => {
    const commandId = command()
    const people = [
      { name: '甲', employments: [], custom: [] },
      { name: '乙', birthday: '2月30日', employments: [], custom: [] },
    ]
    expect(() => addPeople(kernel, { commandId, people, entryId: null })).toThrow(
      expect.objectContaining({ code: 'VALUE_REFUSED' }),
    )
    expect(listPeople(kernel, { limit: 10 })).toEqual({ rows: [], count: 0, more: false })
  })

  it('removes people until undone', () => {
    const id = add({ name: '高卉' })
    removePeople(kernel, { commandId: command(), personIds: [id] })
    expect(() => page(id)).toThrow(expect.objectContaining(refusal('PERSON_NOT_FOUND')))
    expect(peopleOfAccount(kernel, here).cards).toEqual([])
    undo(kernel, command())
    expect(page(id).name).toBe('高卉')
  })
})

describe('lists', () => {
  it('puts the most influential of an account first and those who left last', () => {
    add({ name: '郑明霞', influence: 3 }, '采购总监')
    add({ name: '吴国梁', influence: 5 }, '董事长')
    add({ name: '唐海平', influence: 3 }, '生产副总')
    addPeople(kernel, {
      commandId: command(),
      entryId: null,
      people: [
        {
          name: '老赵',
          custom: [],
          influence: 5,
          employments: [{ accountId: here, title: '厂长', department: '', since: null, until: '2020' }],
        },
      ],
    })
    expect(
      peopleOfAccount(kernel, here).cards.map(({ name, title, current }) => [name, title, current]),
    ).toEqual([
      ['吴国梁', '董事长', true],
      ['唐海平', '生产副总', true],
      ['郑明霞', '采购总监', true],
      ['老赵', '厂长', false],
    ])
  })

  it('goes through all people in chunks, filtered, each once', () => {
    for (let at = 0; at < 7; at += 1) add({ name: `人${at}`, attitude: at % 2 ? 'friendly' : 'neutral' })
    const first = listPeople(kernel, { attitude: 'neutral', accountId: here, limit: 3 })
    expect(first).toMatchObject({ count: 4, more: true })
    const after = first.rows.at(-1)?.id
    const rest = listPeople(kernel, { attitude: 'neutral', accountId: here, limit: 3, after })
    expect(rest.more).toBe(false)
    expect([...first.rows, ...rest.rows].map(({ name }) => name)).toEqual(['人6', '人4', '人2', '人0'])
    expect(first.rows[0]?.employments).toMatchObject([{ accountName: '恒岳家居集团', title: '总监' }])
  })

  it.each([
    ['吴', ['吴思齐', '吴国梁']],
    ['wgl', ['吴国梁']],
    ['吴 恒岳', ['吴思齐', '吴国梁']],
    ['围棋', ['吴国梁']],
    ['没有', []],
  ])('lists whom search finds by %s, beside the other filters', (text, names) => {
    add({ name: '吴国梁', attitude: 'neutral', interests: '围棋' })
    add({ name: '吴思齐', attitude: 'neutral' })
    add({ name: '吴桐', attitude: 'cool' })
    add({ name: '郑明霞', attitude: 'neutral' })
    const found = listPeople(kernel, { attitude: 'neutral', text, limit: 10 })
    expect(found.rows.map(({ name }) => name)).toEqual(names)
    expect(found.count).toBe(names.length)
  })

  it.each([
    ['吴', ['吴国梁', '吴思齐']],
    ['wgl', ['吴国梁']],
    ['zheng', ['郑明霞']],
    ['shan', ['单于飞']],
    ['8818', ['吴思齐']],
    ['', ['单于飞', '吴国梁', '吴思齐', '郑明霞']],
  ])('picks by %s', (text, names) => {
    add({ name: '吴国梁' })
    add({ name: '吴思齐', phone: '138 0000 8818' })
    add({ name: '郑明霞' })
    add({ name: '单于飞' })
    expect(pickPeople(kernel, { text, accountId: here, limit: 10 }).map(({ name }) => name)).toEqual(names)
    // in all companies the newest come first
    expect(new Set(pickPeople(kernel, { text, limit: 10 }).map(({ name }) => name))).toEqual(new Set(names))
  })

  it('names people who are chosen, with where they work', () => {
    const id = add({ name: '吴国梁' }, '董事长')
    expect(namedPeople(kernel, [id, nobody])).toMatchObject([
      { name: '吴国梁', title: '董事长', accountName: '恒岳家居集团' },
    ])
  })
})

describe('coverage', () => {
  const set = (
    personId: PersonId,
    memberId: Parameters<typeof setCoverage>[1]['memberId'],
    before: Parameters<typeof setCoverage>[1]['before'],
    after: typeof before,
  ) => setCoverage(kernel, { commandId: command(), personId, memberId, before, after })

  it('says who knows whom, now and wanted; a line can go and come again', () => {
    const id = add({ name: '高卉' })
    const { memberId } = addMember(kernel, { commandId: command(), name: '秦素', role: '财务经理' })
    set(id, memberId, null, { depth: 1, wanted: 3 })
    expect(page(id).coverage).toEqual([{ memberId, memberName: '秦素', depth: 1, wanted: 3 }])
    expect(peopleOfAccount(kernel, here).cards[0]).toMatchObject({ depth: 1, wanted: 3, knownBy: 1 })
    set(id, memberId, { depth: 1, wanted: 3 }, null)
    expect(page(id).coverage).toEqual([])
    set(id, memberId, null, { depth: 2, wanted: null })
    undo(kernel, command())
    expect(page(id).coverage).toEqual([])
    redo(kernel, command())
    expect(page(id).coverage).toMatchObject([{ depth: 2 }])
    expect(() => set(id, memberId, null, { depth: 4, wanted: null })).toThrow(
      expect.objectContaining({ code: 'CELLS_CHANGED' }),
    )
  })

  it("doesn't count colleagues who left", () => {
    const id = add({ name: '高卉' })
    const { memberId } = addMember(kernel, { commandId: command(), name: '秦素', role: '' })
    set(id, memberId, null, { depth: 3, wanted: null })
    removeMember(kernel, { commandId: command(), memberId })
    expect(page(id).coverage).toEqual([])
    expect(peopleOfAccount(kernel, here).cards[0]).toMatchObject({ depth: 0, knownBy: 0 })
  })
})
