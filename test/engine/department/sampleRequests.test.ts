import { describe, expect, it } from 'vitest'
import { type Clock, leftAt } from '../../../db/channel/requests/rules/clocks.ts'
import { levelAt } from '../../../db/channel/requests/rules/levels.ts'
import { logRequest } from '../../../db/channel/requests/service/log.ts'
import { getRequest, listRequests } from '../../../db/channel/requests/service/read.ts'
import { stepRequests } from '../../../db/channel/requests/service/step.ts'
import { calendarVersion } from '../../../db/department/calendar/service/read.ts'
import { loadSample, removeSample } from '../../../db/department/service/sample.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel, newSampleKernel } from '../newKernel.ts'

const list = (kernel: Kernel, show: 'open' | 'ended' = 'open') =>
  listRequests(kernel, { show, limit: 500, offset: 0 })

/** What a clock shows, in working minutes: what is left, or what it took. */
function reading(kernel: Kernel, clock: Clock): string {
  if (clock.kind === 'none') return '–'
  const { compiled } = calendarVersion(kernel.db, null)
  const left = (leftAt(compiled, clock, kernel.now()) ?? 0) / 60_000
  if (clock.kind === 'met') return `took ${clock.span / 60_000 - left}`
  return `${clock.kind === 'paused' ? 'stopped ' : ''}${left}`
}

const readings = (kernel: Kernel) =>
  new Map(
    list(kernel).rows.map(({ code, tier, state, owner, clocks: { first, update, solution } }) => [
      code,
      [tier, ...[first, update, solution].map((clock) => reading(kernel, clock)), owner, state].join(' · '),
    ]),
  )

describe('the sample’s requests', () => {
  it.each([
    ['on a Tuesday at ten', '2026-12-08T10:00+08:00'],
    ['in the night after New Year', '2027-01-02T03:00+08:00'],
  ])('have the clocks of the pictures when loaded %s', (_, at) => {
    // loaded at that very moment, not copied from what was loaded on that day
    const kernel = newKernel(() => Date.parse(at))
    loadSample(kernel, { commandId: command() })
    const shown = readings(kernel)
    expect([...shown]).toHaveLength(20)
    expect(Object.fromEntries(shown)).toMatchObject({
      'R-0418': 'key · -25 · 185 · 425 · 周启明 · new',
      'R-0402': 'key · took 10 · -70 · 160 · 唐棣 · working',
      'R-0409': 'key · took 8 · 22 · 312 · 方佩 · working',
      'R-0411': 'key · took 21 · 100 · 48 · 马骁 · working',
      'R-0417': 'main · took 90 · 310 · 700 · 秦素 · working',
      'R-0406': 'key · took 9 · stopped 75 · stopped 210 · 秦素 · waitingCustomer',
      'R-0410': 'main · took 104 · stopped 240 · stopped 555 · 方佩 · waitingCustomer',
      'R-0420': 'main · 105 · 465 · 945 · 林晓舟 · new',
      'R-0403': 'ordinary · took 192 · – · 1080 · 陈立川 · working',
    })
    const { compiled } = calendarVersion(kernel.db, null)
    const levels = list(kernel).rows.flatMap(({ code, clocks }) =>
      Object.values(clocks).flatMap((clock) => {
        const level = clock.kind === 'running' ? levelAt(compiled, clock, kernel.now()) : null
        return level === null ? [] : [`${code} ${level}`]
      }),
    )
    expect(levels.sort()).toEqual([
      'R-0402 late',
      'R-0409 warned',
      'R-0411 warned',
      'R-0415 warned',
      // late by more than half of its thirty minutes
      'R-0418 over',
    ])
  })

  it('has sixty that ended within six months, some late, reopened or cancelled', () => {
    const kernel = newSampleKernel()
    const { rows, now } = list(kernel, 'ended')
    expect(rows).toHaveLength(60)
    const daysAgo = rows.map(({ endedAt }) => (now - (endedAt ?? now)) / 86_400_000)
    expect(Math.max(...daysAgo)).toBeLessThan(200)
    expect(Math.min(...daysAgo)).toBeGreaterThan(0)
    const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length
    expect(count(({ state }) => state === 'cancelled')).toBe(2)
    expect(count(({ reopened }) => reopened > 0)).toBe(4)
    const late = count(({ clocks: { first } }) => first.kind === 'met' && first.left < 0)
    expect(late).toBeGreaterThan(4)
    expect(late).toBeLessThan(18)
  })

  it('tells one as a package of three parts, and how its story went', () => {
    const kernel = newSampleKernel()
    const line = list(kernel).rows.find(({ code }) => code === 'R-0402')
    if (!line) throw new Error('no R-0402')
    const { request } = getRequest(kernel, { requestId: line.id })
    expect(request.parts.map(({ owner, done }) => [owner, done !== null])).toEqual([
      ['唐棣', false],
      ['马骁', false],
      ['赵敏', true],
    ])
    expect(request.events.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['respond 唐棣', 'start 唐棣'])
  })

  it('go with the sample, what was done to them too; the next one goes on counting', () => {
    const kernel = newSampleKernel()
    const [first] = list(kernel).rows
    if (!first) throw new Error('no request')
    stepRequests(kernel, {
      commandId: command(),
      requestIds: [first.id],
      event: 'solve',
      note: '',
      waitingFor: '',
    })
    const { code } = logRequest(kernel, {
      commandId: command(),
      request: {
        accountId: first.accountId,
        personId: first.personId,
        way: 'phone',
        kind: 'other',
        priority: 'normal',
        title: '我们自己的',
        detail: '',
        backupId: null,
        sponsorId: null,
      },
    })
    expect(code).toBe('R-0421')
    removeSample(kernel, { commandId: command() })
    // ours keeps the account that it is about
    expect(list(kernel).rows.map(({ code, account }) => [code, account])).toEqual([['R-0421', first.account]])
    expect(list(kernel, 'ended').rows).toEqual([])
  })
})
