import { describe, expect, it } from 'vitest'
import { getAnalysis } from '../../../db/accounts/analysis/service/read.ts'
import { listEntries } from '../../../db/accounts/log/service/read.ts'
import { weakestLine } from '../../../db/accounts/map/rules/holes.ts'
import { readMap } from '../../../db/accounts/map/service/read.ts'
import { peopleOfAccount } from '../../../db/accounts/people/service/ofAccount.ts'
import { accountHead } from '../../../db/accounts/portrait/service/head.ts'
import { listPromises, promiseStanding } from '../../../db/accounts/promises/service/read.ts'
import { addDays, daysBetween } from '../../../db/accounts/rules/days.ts'
import { listAccounts } from '../../../db/accounts/service/read.ts'
import { sampleArchive } from '../../../db/department/sample/archive.ts'
import { calendarOf, isWorkday } from '../../../db/department/sample/calendar.ts'
import { HENGYUE_ENTRIES } from '../../../db/department/sample/entries/hengyue.ts'
import { THREAD_ENTRIES } from '../../../db/department/sample/entries/threads.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { sharedTables } from '../../../db/tables.ts'
import { newSampleKernel } from '../newKernel.ts'

/** The day of the pictures, and others: a Sunday, after New Year, within the holidays of October, 29 February. */
const TUESDAY = '2026-11-24'
const DAYS = [TUESDAY, '2026-11-22', '2027-01-04', '2026-10-08', '2028-02-29', '2027-07-01']

const archiveOn = (today: string) => sampleArchive(calendarOf(today), '10-21')

function loadedOn(today: string): { kernel: Kernel; idOf: (name: string) => ReturnType<typeof theAccount> } {
  const kernel = newSampleKernel(() => new Date(`${today}T10:00:00`).getTime())
  return { kernel, idOf: (name) => theAccount(kernel, name) }
}

function theAccount(kernel: Kernel, name: string) {
  const account = listAccounts(kernel).rows.find((row) => row.name === name)
  if (!account) throw new Error(`no account ${name}`)
  return account.id
}

describe('the sample archive', () => {
  it('is the same for the same day', () => {
    expect(archiveOn(TUESDAY)).toEqual(archiveOn(TUESDAY))
  })

  it.each(DAYS)('has nothing on a day to come when loaded on %s, but for what is due', (today) => {
    const { entries, promises, people } = archiveOn(today)
    for (const { on, next, text } of entries) {
      expect(on <= today, text).toBe(true)
      if (next?.doneOn) expect(next.doneOn >= on && next.doneOn <= today, text).toBe(true)
      else if (next) expect(next.on >= addDays(today, -3), `${on} ${text} ${next.on}`).toBe(true)
      expect(text).not.toMatch(/[{}]|undefined|NaN/)
    }
    for (const { madeOn, dueOn, settlement, what } of promises) {
      expect(madeOn <= today && madeOn <= (dueOn ?? madeOn), what).toBe(true)
      if (settlement) expect(settlement.on >= madeOn && settlement.on <= today, what).toBe(true)
      if (settlement?.state === 'kept') expect(settlement.on <= (dueOn ?? ''), what).toBe(true)
    }
    for (const { jobs, name } of people)
      for (const { since, until } of jobs) {
        expect((since ?? '') <= today, name).toBe(true)
        expect((until ?? '') <= today, name).toBe(true)
      }
  })

  it.each(DAYS)(
    'has its contacts on working days when loaded on %s, unless the story counts the days',
    (today) => {
      const counted = new Set([3, 19, 32].map((ago) => addDays(today, -ago)))
      for (const { on, text } of archiveOn(today).entries)
        expect(isWorkday(on) || counted.has(on), `${on} ${text}`).toBe(true)
    },
  )

  it.each(DAYS)(
    'is kept by people who worked there then and whom one of ours knows, when loaded on %s',
    (today) => {
      const { people, entries, coverage } = archiveOn(today)
      expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
      const told = new Set(
        [...HENGYUE_ENTRIES, ...THREAD_ENTRIES].map(({ text }) => calendarOf(today).say(text)),
      )
      for (const { account, member, people: names, on, text } of entries)
        for (const name of names) {
          const person = people.find((each) => each.name === name)
          const job = person?.jobs.find((each) => each.account === account)
          expect(job, `${name} at ${account}`).toBeDefined()
          expect(
            (job?.since ?? '') <= on && (job?.until ?? '9') >= on,
            `${name} at ${account} on ${on}`,
          ).toBe(true)
          const known = coverage.some(
            (line) => line.person === name && line.member === member && line.depth > 0,
          )
          expect(known || told.has(text) || job !== person?.jobs[0], `${member} knows ${name}: ${text}`).toBe(
            true,
          )
        }
    },
  )

  it('never says the same twice at an account', () => {
    const { entries } = archiveOn(TUESDAY)
    const said = entries.map(({ account, text }) => `${account} ${text}`)
    expect(new Set(said).size).toBe(said.length)
    expect(said.length).toBeGreaterThan(1_200)
  })
})

describe('the sample’s threads', () => {
  it('tell 恒岳 as in the pictures: its people, contacts, promises, map and purchases', () => {
    const { kernel, idOf } = loadedOn(TUESDAY)
    const accountId = idOf('恒岳家居集团')
    expect(peopleOfAccount(kernel, accountId).cards.map(({ name }) => name)).toEqual([
      '吴国梁',
      '吴思齐',
      '郑明霞',
      '唐海平',
      '高卉',
    ])
    const log = listEntries(kernel, { accountId, limit: 5, open: false })
    expect(log.total).toBe(214)
    expect(log.entries.map(({ happenedOn, member, channel }) => [happenedOn, member, channel])).toEqual([
      ['2026-11-21', '林晓舟', 'visit'],
      ['2026-11-18', '林晓舟', 'call'],
      ['2026-11-12', '何敬之', 'received'],
      ['2026-11-05', '秦素', 'wechat'],
      ['2026-10-29', '许若岚', 'call'],
    ])
    expect(log.entries[0]?.text).toBe(
      '新线 12 月 8 日试产，UV 面漆要在 5 日前到厂。唐总问能否派人驻线两天，已答应。',
    )
    const { ours } = promiseStanding(kernel, { accountId })
    expect(ours.all).toMatchObject({ open: 4, late: 0, kept: 25, broken: 1, released: 0, rate: 962 })
    const open = listPromises(kernel, { accountId, show: 'open', offset: 0, limit: 10 })
    expect(open.rows.map(({ what, member, dueOn }) => [what, member, dueOn])).toEqual([
      ['三块水性高光色板', '何敬之', '2026-11-24'],
      ['样板房专色打样送展厅', '林晓舟', '2026-11-25'],
      ['UV 面漆 12-05 前到厂', '赵敏', '2026-12-05'],
      ['驻线两天技术支持', '马骁', '2026-12-08'],
    ])
    const { wallet } = getAnalysis(kernel, accountId)
    const ownPart = wallet.filter(({ competitorId, year }) => competitorId === null && year === 2026)
    expect(ownPart.map(({ amount }) => amount / 1_000_000).sort((a, b) => b - a)).toEqual([
      2_610, 2_204, 1_286, 742,
    ])
    expect(new Set(wallet.map(({ year }) => year))).toEqual(new Set([2026, 2025, 2024]))
  })

  it('leave finance at 恒岳 to one of ours, who was in touch 19 days ago', () => {
    const { kernel, idOf } = loadedOn(TUESDAY)
    const map = readMap(kernel, idOf('恒岳家居集团'))
    expect(weakestLine(map)?.person.name).toBe('高卉')
    const { people, coverage } = map
    const gao = people.find(({ name }) => name === '高卉')
    expect(gao && daysBetween(gao.lastMet ?? '', TUESDAY)).toBe(19)
    expect(coverage.filter(({ personId, depth }) => personId === gao?.id && depth > 0)).toHaveLength(1)
  })

  it.each(DAYS)('count the days since contacts when loaded on %s', (today) => {
    const { kernel, idOf } = loadedOn(today)
    const since = (name: string) => accountHead(kernel, idOf(name)).contact?.days
    expect(since('佛山美颂家具')).toBe(32)
    expect(since('恒岳家居集团')).toBe(3)
  })

  it('have the champion of 南浔 at another account now: a risk there, a lead here', () => {
    const { kernel, idOf } = loadedOn(TUESDAY)
    const moves = (name: string) =>
      peopleOfAccount(kernel, idOf(name)).moves.map((move) => [move.name, move.kind])
    expect(moves('南浔木业')).toContainEqual(['钱学军', 'risk'])
    expect(moves('湖州南太湖竹业')).toContainEqual(['钱学军', 'lead'])
  })

  it.each(DAYS)('loaded on %s keep 48 of 51 promises of 90 days, 94.1 percent', (today) => {
    const { kernel } = loadedOn(today)
    expect(promiseStanding(kernel, {}).ours.recent).toMatchObject({ kept: 48, broken: 3, rate: 941 })
  })
})

describe('the file', () => {
  it('is whole once the sample is in it', async () => {
    const { kernel } = loadedOn(TUESDAY)
    const report = await verify(kernel, sharedTables)
    expect(report).toMatchObject({ ok: true, integrity: [], foreignKeys: 0 })
  })
})
