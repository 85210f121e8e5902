import { beforeEach, describe, expect, it } from 'vitest'
import { figuresOfAccount, figuresReport } from '../../../db/channel/figures/service/report.ts'
import { listRequests } from '../../../db/channel/requests/service/read.ts'
import { stepRequests } from '../../../db/channel/requests/service/step.ts'
import { undo } from '../../../db/kernel/history.ts'
import { MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newSampleKernel } from '../newKernel.ts'

const SPAN = { from: '2026-05-01', until: '2026-12-31' }
let now: number
let kernel: Kernel
beforeEach(() => {
  now = Date.parse('2026-11-24T10:00+08:00')
  kernel = newSampleKernel(() => now)
})

const report = (more: Partial<Parameters<typeof figuresReport>[1]> = {}) =>
  figuresReport(kernel, { ...SPAN, memberId: null, ...more })
const member = (name: string): MemberId =>
  MemberId.parse(
    kernel.db.prepare<[string], string>('SELECT id FROM member WHERE name = ?').pluck().get(name),
  )
const open = (code: string) => {
  const line = listRequests(kernel, { show: 'open', limit: 100, offset: 0 }).rows.find(
    (row) => row.code === code,
  )
  if (!line) throw new Error(`no ${code}`)
  return line
}

describe('the figures', () => {
  it('count every request once, however they are told apart', () => {
    const { all, tiers, managers, kinds, months } = report()
    expect(all.requests).toBe(80)
    const sum = (rows: readonly { figures: { requests: number } }[]) =>
      rows.reduce((total, { figures }) => total + figures.requests, 0)
    for (const rows of [tiers, managers, kinds, months]) expect(sum(rows)).toBe(80)
    for (const name of ['first', 'update', 'solution'] as const) {
      const { onTime, missed, pending } = all.clocks[name]
      const promised = listRequests(kernel, { show: 'all', limit: 500, offset: 0 }).rows.filter(
        ({ clocks }) => clocks[name].kind !== 'none',
      )
      expect(onTime + missed + pending).toBe(promised.length)
    }
    const { kept = 0, broken = 0 } = all.promises ?? {}
    expect(months.reduce((total, { figures }) => total + (figures.promises?.kept ?? 0), 0)).toBe(kept)
    expect(months.reduce((total, { figures }) => total + (figures.promises?.broken ?? 0), 0)).toBe(broken)
    for (const rows of [tiers, months]) {
      expect(rows.reduce((total, { figures }) => total + (figures.cadence?.of ?? 0), 0)).toBe(all.cadence?.of)
      expect(rows.reduce((total, { figures }) => total + (figures.cadence?.kept ?? 0), 0)).toBe(
        all.cadence?.kept,
      )
    }
  })

  it('count what is open and already late as missed, and what is open and in time not yet', () => {
    const november = { from: '2026-11-24', until: '2026-11-24' }
    const before = report(november)
    const late = open('R-0418')
    const inTime = open('R-0420')
    expect(before.all.clocks.first.pending).toBeGreaterThan(0)
    // two hours of work later the one in time is late as well
    now += 120 * 60_000
    const afterwards = report(november)
    expect(afterwards.all.clocks.first.missed).toBeGreaterThan(before.all.clocks.first.missed)
    stepRequests(kernel, {
      commandId: command(),
      requestIds: [late.id, inTime.id],
      event: 'respond',
      note: '',
      waitingFor: '',
    })
    const answered = report(november)
    expect(answered.all.clocks.first.missed).toBe(afterwards.all.clocks.first.missed)
    expect(answered.all.clocks.first.p50).not.toEqual(before.all.clocks.first.p50)
    undo(kernel, command())
    expect(report(november)).toEqual(afterwards)
  })

  it('show each of ours their own', () => {
    const { managers } = report()
    const zhou = managers.find(({ member: name }) => name === '周启明')
    const own = report({ memberId: member('周启明') })
    expect(own.all).toEqual(zhou?.figures)
    expect(own.managers).toHaveLength(1)
    expect(own.all.requests).toBeLessThan(80)
    // he has too much on his desk
    const fang = managers.find(({ member: name }) => name === '方佩')
    expect(zhou?.figures.clocks.first.rate).toBeLessThan(fang?.figures.clocks.first.rate ?? 0)
  })

  it('of nothing are none', () => {
    const { all, months, managers } = report({ from: '2020-01-01', until: '2020-02-29' })
    expect(all).toMatchObject({ requests: 0, reopenRate: null, promises: { rate: null } })
    expect(all.clocks.first).toEqual({ onTime: 0, missed: 0, pending: 0, rate: null, p50: null, p90: null })
    expect(months.map(({ from, until }) => [from, until])).toEqual([
      ['2020-01-01', '2020-01-31'],
      ['2020-02-01', '2020-02-29'],
    ])
    expect(managers.length).toBeGreaterThan(0)
    // a span that lies ahead
    expect(report({ from: '2030-01-01', until: '2030-12-31' }).months).toEqual([])
  })

  it('of one account are its own, with its effort', () => {
    const { accountId } = open('R-0402')
    const { figures, effort } = figuresOfAccount(kernel, { ...SPAN, accountId })
    const own = listRequests(kernel, { show: 'all', accountId, limit: 100, offset: 0 }).total
    expect(figures.requests).toBe(own)
    // visits, executive visits and calls, each day from May to today
    expect(figures.cadence?.of).toBe(3 * 208)
    expect(figures.cadence?.rate).toBeGreaterThan(300)
    expect(effort).toBeGreaterThan(0)
  })
})
