import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { addSwot } from '../../../db/accounts/analysis/service/swot.ts'
import { makeHandover, removeHandover } from '../../../db/accounts/handover/service/handovers.ts'
import { listEntries } from '../../../db/accounts/log/service/read.ts'
import { addEntry, removeEntries } from '../../../db/accounts/log/service/write.ts'
import { getPerson, listPeople } from '../../../db/accounts/people/service/read.ts'
import { addPeople } from '../../../db/accounts/people/service/write.ts'
import { addPromises } from '../../../db/accounts/promises/service/add.ts'
import { listPromises } from '../../../db/accounts/promises/service/read.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { listMembers } from '../../../db/department/service/members.ts'
import { loadSample, removeSample } from '../../../db/department/service/sample.ts'
import { departmentStatus } from '../../../db/department/service/start.ts'
import { listHistory, undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { sharedTables } from '../../../db/tables.ts'
import { command, newSampleKernel } from '../newKernel.ts'

const remove = (kernel: Kernel) => removeSample(kernel, { commandId: command() })

function named<Row extends { readonly name: string }>(rows: readonly Row[], name: string): Row {
  const row = rows.find((each) => each.name === name)
  if (!row) throw new Error(`no ${name}`)
  return row
}

const account = (kernel: Kernel, name: string) => named(listAccounts(kernel).rows, name).id
const person = (kernel: Kernel, name: string) => named(listPeople(kernel, { limit: 500 }).rows, name).id

/** What is left that a person sees, by name. */
const left = (kernel: Kernel) => ({
  accounts: listAccounts(kernel).rows.map(({ name }) => name),
  members: listMembers(kernel).map(({ name }) => name),
  people: listPeople(kernel, { limit: 500 }).rows.map(({ name }) => name),
  entries: listEntries(kernel, { limit: 100, open: false }).entries.map(({ text }) => text),
  promises: listPromises(kernel, { show: 'all', offset: 0, limit: 500 }).rows.map(({ what }) => what),
})
const nothing = { accounts: [], members: [], people: [], entries: [], promises: [] }

it('takes people, work log and promises away with it, and undo brings them back', async () => {
  const kernel = newSampleKernel()
  const before = left(kernel)
  remove(kernel)
  expect(left(kernel)).toEqual(nothing)
  const live = sharedTables.filter((table) => {
    const sql = `SELECT 1 FROM "${getTableConfig(table).name}" WHERE deleted = 0`
    return kernel.db.prepare(sql).get() !== undefined
  })
  expect(live).toEqual([])
  expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true, foreignKeys: 0 })
  undo(kernel, command())
  expect(left(kernel)).toEqual(before)
})

/** Loads the sample, lets the user do something in it, and removes it. */
function removedAfter(work: (kernel: Kernel) => void): Kernel {
  const kernel = newSampleKernel()
  work(kernel)
  remove(kernel)
  expect(departmentStatus(kernel).sampleLoaded).toBe(false)
  return kernel
}

const entry = (kernel: Kernel, at: string, people: readonly string[] = []) =>
  addEntry(kernel, {
    commandId: command(),
    accountId: account(kernel, at),
    people: people.map((name) => person(kernel, name)),
    channel: 'call',
    text: '自己记的一条',
    next: null,
    files: [],
    promises: [],
  })

it('keeps the account that an entry of the user’s is about, with its owner, and who wrote it', () => {
  const kernel = removedAfter((each) => entry(each, '恒岳家居集团'))
  expect(left(kernel)).toEqual({
    ...nothing,
    accounts: ['恒岳家居集团'],
    members: ['林晓舟', '沈知远'],
    entries: ['自己记的一条'],
  })
})

it('keeps the people of an entry of the user’s, and where they work', () => {
  const kernel = removedAfter((each) => entry(each, '恒岳家居集团', ['高卉']))
  expect(left(kernel)).toMatchObject({ accounts: ['恒岳家居集团'], people: ['高卉'], promises: [] })
  expect(getPerson(kernel, person(kernel, '高卉')).employments.map(({ accountName }) => accountName)).toEqual(
    ['恒岳家居集团'],
  )
})

it('keeps the person whom the user promised something', () => {
  const kernel = removedAfter((each) =>
    addPromises(each, {
      commandId: command(),
      promises: [
        {
          accountId: account(each, '南浔木业'),
          personId: person(each, '陆芳'),
          what: '自己许的',
          dueOn: null,
        },
      ],
    }),
  )
  expect(left(kernel)).toEqual({
    ...nothing,
    accounts: ['南浔木业'],
    members: ['林晓舟', '沈知远'],
    people: ['陆芳'],
    promises: ['自己许的'],
  })
})

it('keeps the owner of a user’s account, and the account where a user’s person works', () => {
  const kernel = removedAfter((each) => {
    const ownerId = named(listMembers(each), '方佩').id
    addAccounts(each, { commandId: command(), accounts: [{ name: '自建客户', ownerId }] })
    const accountId = account(each, '无锡梁溪整装')
    addPeople(each, {
      commandId: command(),
      entryId: null,
      people: [
        {
          name: '自建的人',
          custom: [],
          employments: [{ accountId, title: '', department: '', since: null, until: null }],
        },
      ],
    })
  })
  // 无锡梁溪整装 belongs to 苏州新垲整木, so that one stays too, and both owners
  expect(new Set(left(kernel).accounts)).toEqual(new Set(['自建客户', '无锡梁溪整装', '苏州新垲整木']))
  expect(new Set(left(kernel).members)).toEqual(new Set(['方佩', '周启明', '陈立川']))
  expect(left(kernel)).toMatchObject({ people: ['自建的人'], entries: [], promises: [] })
})

it('keeps the account of a judgement of the user’s, and the file whole', async () => {
  const kernel = removedAfter((each) =>
    addSwot(each, {
      commandId: command(),
      accountId: account(each, '衢州江山木门'),
      quadrant: 'strength',
      text: '自己看的',
    }),
  )
  expect(left(kernel)).toMatchObject({ accounts: ['衢州江山木门'], people: [], entries: [] })
  expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true, foreignKeys: 0 })
})

it('can be loaded again beside what stayed', () => {
  const kernel = removedAfter((each) => entry(each, '恒岳家居集团'))
  loadSample(kernel, { commandId: command() })
  expect(left(kernel).accounts).toHaveLength(49)
  expect(() => loadSample(kernel, { commandId: command() })).toThrow('SAMPLE_ALREADY_LOADED')
  remove(kernel)
  expect(left(kernel)).toMatchObject({ accounts: ['恒岳家居集团'], entries: ['自己记的一条'] })
}, 60_000)

it('answers how much stays, says so in its label, and offers the rest once it is free', () => {
  const kernel = newSampleKernel()
  const { entryId } = entry(kernel, '恒岳家居集团', ['高卉'])
  const kept = { accounts: 1, members: 2, people: 1 }
  expect(remove(kernel).kept).toEqual(kept)
  const { entries } = listHistory(kernel, { limit: 1 })
  expect(entries[0]?.label).toEqual({ command: 'removeSample', params: kept })
  expect(departmentStatus(kernel)).toMatchObject({ sampleLoaded: false, sampleKept: kept })
  expect(() => remove(kernel)).toThrow('SAMPLE_NOT_LOADED')

  removeEntries(kernel, { commandId: command(), entryIds: [entryId] })
  const none = { accounts: 0, members: 0, people: 0 }
  expect(departmentStatus(kernel)).toMatchObject({ sampleLoaded: true, sampleKept: none })
  expect(remove(kernel).kept).toEqual(none)
  expect(left(kernel)).toEqual(nothing)
  expect(departmentStatus(kernel)).toMatchObject({ sampleLoaded: false, sampleKept: null })
})

it('counts what an open hand-over of the user’s names, and lets it go once that is given up', () => {
  const kernel = newSampleKernel()
  const member = (name: string) => named(listMembers(kernel), name).id
  const { handoverId } = makeHandover(kernel, {
    commandId: command(),
    fromId: member('林晓舟'),
    toId: member('方佩'),
    accountIds: [account(kernel, '南浔木业')],
    dueOn: null,
    note: '',
  })
  expect(remove(kernel).kept).toMatchObject({ accounts: 1, people: 0 })
  removeHandover(kernel, { commandId: command(), handoverId })
  expect(departmentStatus(kernel)).toMatchObject({ sampleLoaded: true })
  remove(kernel)
  expect(left(kernel)).toEqual(nothing)
})
