import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../db/accounts/rules/days.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { CaseId, MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { lastDayOf } from '../../../db/recovery/orders/rules/baseline.ts'
import { writeOrders } from '../../../db/recovery/orders/service/orders.ts'
import type { Head } from '../../../db/recovery/patterns/rules/head.ts'
import { readAhead } from '../../../db/recovery/patterns/service/caseBook.ts'
import { standingOf } from '../../../db/recovery/patterns/service/caseFacts.ts'
import { patternsReport } from '../../../db/recovery/patterns/service/report.ts'
import { endRemedy, listRemedies, saveRemedy } from '../../../db/recovery/remedies/service/remedies.ts'
import { caseRows } from '../../../db/recovery/rules/caseTable.ts'
import { medianOf } from '../../../db/recovery/rules/fairness.ts'
import { CASE_CATEGORIES } from '../../../db/recovery/rules/words.ts'
import { removeCases } from '../../../db/recovery/service/change.ts'
import { mergeCases } from '../../../db/recovery/service/merge.ts'
import { listCases } from '../../../db/recovery/service/read.ts'
import { caseEventInserter } from '../../../db/recovery/service/step.ts'
import { command } from '../newKernel.ts'
import { caseIn, newCases, sheetOf, step } from './newCases.ts'

const TODAY = '2026-11-24'
const YEAR = { from: '2025-11-25', until: TODAY }
const DAY = 86_400_000

/** Sets columns as commands of other parts would, past their checks but not past the history. */
const set = (kernel: Kernel, id: CaseId, columns: Readonly<Record<string, string | number | null>>): void => {
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    for (const [name, value] of Object.entries(columns))
      tx.db.prepare(`UPDATE recovery_case SET ${name} = ? WHERE id = ?`).run(value, id)
    return {}
  })
}

/** Brings a case to an end, or to where it is watched, so many days after it came. */
const progress = (
  kernel: Kernel,
  id: CaseId,
  state: 'closed' | 'watched' | 'withdrawn',
  days: number,
): void => {
  const { cameAt } = sheetOf(kernel, id)
  const at = cameAt + days * DAY
  const json = kernel.db
    .prepare<[string], string>('SELECT progress FROM recovery_case WHERE id = ?')
    .pluck()
    .get(id)
  const ended = state === 'watched' ? null : at
  const told = state === 'withdrawn' ? null : at - DAY
  set(kernel, id, {
    progress: JSON.stringify({
      ...JSON.parse(json ?? '{}'),
      open: ended === null ? 1 : 0,
      state,
      since: at,
      toldAt: told,
      endedAt: ended,
    }),
  })
  if (state !== 'withdrawn') noteAccepted(kernel, id, at - ACCEPTED_BEFORE[state])
}

/** A watched case stands where it does since it was accepted; one that is closed was accepted some days before. */
const ACCEPTED_BEFORE = { watched: 0, closed: DAY / 2 } as const

/** Notes the customer's acceptance, past the checks of steps. @param at epoch ms */
const noteAccepted = (kernel: Kernel, caseId: CaseId, at: number): void => {
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    caseEventInserter(tx, '冯越')({ caseId, kind: 'accept', at, note: '', personId: null })
    return {}
  })
}

/** Approves whatever a case's remedies cost, past the checks of steps. */
const approve = (kernel: Kernel, caseId: CaseId): void =>
  set(kernel, caseId, { approval: JSON.stringify({ amount: 1e12, by: '沈知远', on: TODAY, note: '' }) })

/** Sixty cases of two accounts over three years, some of them proven, some withdrawn, deleted or merged. */
function manyCases() {
  const department = newCases()
  const { kernel, nanxun, hengyue, boss, record } = department
  const random = randomOf(7)
  const ids: CaseId[] = []
  for (let at = 0; at < 60; at += 1) {
    const cameAt = new Date(
      Date.parse(`${TODAY}T01:00:00Z`) - Math.floor(random() * 1_000) * DAY,
    ).toISOString()
    const category = CASE_CATEGORIES[Math.floor(random() * random() * 8)] ?? 'other'
    const id = record({ accountId: at % 3 === 0 ? hengyue : nanxun, category, cameAt, title: `第 ${at} 件` })
    ids.push(id)
    set(kernel, id, {
      at_risk: at % 4 === 0 ? null : Math.floor(random() * 1_000_000),
      loss: at % 2 === 0 ? Math.floor(random() * 500_000) : null,
      place: ['', '一厂', '二厂', '三厂'][Math.floor(random() * 4)] ?? '',
      responsible_id: at % 5 === 0 ? boss : null,
      content_before: 3,
      content_after: at % 9 === 4 ? null : 2 + (at % 3),
    })
  }
  for (const [at, caseId] of ids.entries()) {
    if (at % 3 !== 1) continue
    const remedy = {
      kind: 'compensation',
      what: '赔付',
      ownerId: null,
      dueOn: null,
      amount: at * 1_000,
    } as const
    const { remedyId } = saveRemedy(kernel, { commandId: command(), caseId, remedyId: null, remedy })
    approve(kernel, caseId)
    const as = (['dropped', 'delivered', 'delivered', null] as const)[Math.floor(at / 3) % 4] ?? null
    if (as !== null) endRemedy(kernel, { commandId: command(), remedyId, as, note: '' })
  }
  for (const [at, id] of ids.entries()) {
    if (at % 4 === 3) continue
    progress(kernel, id, at % 11 === 5 ? 'withdrawn' : at % 7 === 0 ? 'watched' : 'closed', 1 + (at % 40))
  }
  const months = Array.from({ length: 44 }, (_, at) => {
    const month = (at + 3) % 12
    return `${2023 + Math.floor((at + 3) / 12)}-${String(month + 1).padStart(2, '0')}`
  }).filter((month) => month <= '2026-11')
  writeOrders(kernel, {
    commandId: command(),
    accountId: nanxun,
    months: months.map((month, at) => ({ month, before: null, after: 1_000 + (at % 5) * 60 })),
  })
  return { ...department, ids }
}

const randomOf = (seed: number) => {
  let state = seed
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The same figures, from the page of each case. */
function byHand(kernel: Kernel, ids: readonly CaseId[], span: { from: string; until: string }) {
  const gone = new Set(
    kernel.db
      .prepare<[], string>('SELECT id FROM recovery_case WHERE deleted = 1 OR merged_into IS NOT NULL')
      .pluck()
      .all(),
  )
  const sheets = ids
    .filter((id) => !gone.has(id))
    .map((id) => sheetOf(kernel, id))
    .filter(({ state }) => state !== 'withdrawn')
  const within = (at: number | null): boolean =>
    at !== null && dayOf(at) >= span.from && dayOf(at) <= span.until
  const came = sheets.filter(({ cameAt }) => within(cameAt))
  const sum = (of: typeof sheets, part: (one: (typeof sheets)[number]) => number | null): number =>
    of.reduce((all, one) => all + (part(one) ?? 0), 0)
  const proven = (...kinds: readonly string[]) => came.filter(({ proof }) => kinds.includes(proof.kind))
  const paid = (caseId: CaseId): number =>
    listRemedies(kernel, { caseId })
      .remedies.filter(({ end }) => end !== null && !end.dropped)
      .reduce((all, { amount }) => all + (amount ?? 0), 0)
  const days = proven('recovered').flatMap(({ id, cameAt, state }) => {
    const accepted = kernel.db
      .prepare<[CaseId], { kind: string; at: string }>(
        'SELECT kind, at FROM case_event WHERE case_id = ? ORDER BY at',
      )
      .all(id)
      .findLast(({ kind }) => kind === 'accept')
    return accepted && (state === 'watched' || state === 'closed')
      ? [(Date.parse(accepted.at) - cameAt) / DAY]
      : []
  })
  return {
    came,
    paid,
    head: {
      came: came.length,
      ended: sheets.filter(({ endedAt }) => within(endedAt)).length,
      recovered: proven('recovered').length,
      failed: proven('failed').length,
      notYet: proven('notYet').length,
      daysToTrust: days.length === 0 ? null : Math.round(medianOf(days) * 10) / 10,
      kept: sum(proven('recovered'), ({ atRisk }) => atRisk),
      unrecovered: sum(proven('failed', 'notYet'), ({ atRisk }) => atRisk),
      paid: sum(came, ({ id }) => paid(id)),
      loss: sum(came, ({ loss }) => loss),
    } satisfies Head,
  }
}

describe('the book of all cases', () => {
  it('is read ahead between other work, and misses nothing that is written meanwhile', () => {
    const { kernel, ids } = manyCases()
    const pages = readAhead(kernel)
    pages.next()
    const [changed, removed] = ids
    if (!changed || !removed) throw new Error('too few cases')
    set(kernel, changed, { place: '四厂', came_at: `${TODAY}T00:30:00.000Z` })
    progress(kernel, changed, 'closed', 0)
    removeCases(kernel, { commandId: command(), caseIds: [removed] })
    expect(pages.next().done).toBe(true)
    const { head, paretos } = patternsReport(kernel, YEAR)
    expect(head).toEqual(byHand(kernel, ids, YEAR).head)
    expect(paretos.place.count.bars.find(({ key }) => key === '四厂')?.count).toBe(1)
  })

  it('reads where a case stands also from a row that was written in another order', () => {
    const { kernel, record } = newCases()
    const id = record()
    progress(kernel, id, 'closed', 3)
    const json = kernel.db.prepare<[], string>('SELECT progress FROM recovery_case').pluck().get() ?? ''
    const whole: Record<string, unknown> = JSON.parse(json)
    const turned = JSON.stringify(Object.fromEntries(Object.entries(whole).toReversed()))
    const { state, since, toldAt, endedAt } = whole
    for (const text of [json, turned]) expect(standingOf(text)).toEqual({ state, since, toldAt, endedAt })
  })
})

describe('patterns over all cases', () => {
  it('count a remedy as a cost as soon as it is delivered, and no longer once that is taken back', () => {
    const { kernel, record } = newCases()
    const caseId = record({ cameAt: `${TODAY}T00:30:00Z` })
    const paid = (): number => patternsReport(kernel, YEAR).head.paid
    expect(paid()).toBe(0)
    const remedy = {
      kind: 'compensation',
      what: '赔付',
      ownerId: null,
      dueOn: null,
      amount: 900_000_000,
    } as const
    const { remedyId } = saveRemedy(kernel, { commandId: command(), caseId, remedyId: null, remedy })
    approve(kernel, caseId)
    expect(paid()).toBe(0)
    for (const [as, cost] of [
      ['delivered', 900_000_000],
      ['dropped', 0],
      ['delivered', 900_000_000],
      [null, 0],
    ] as const) {
      endRemedy(kernel, { commandId: command(), remedyId, as, note: '' })
      expect([as, paid()]).toEqual([as, cost])
    }
    undo(kernel, command())
    expect(paid()).toBe(900_000_000)
  })

  it('tell nothing of trust while nothing is proven, and still count what is at risk; days end with the acceptance', () => {
    const { kernel, clock, caseId, nanxun } = caseIn('told')
    const { cameAt } = sheetOf(kernel, caseId)
    clock.now = cameAt + 12 * DAY
    step(kernel, caseId, 'accept')
    clock.now = cameAt + 60 * DAY
    step(kernel, caseId, 'close')
    const today = () => patternsReport(kernel, { from: '2026-01-01', until: '2030-01-01' }).head
    set(kernel, caseId, { at_risk: 1_662_000_000, content_before: 4, content_after: 4 })
    const open = { recovered: 0, failed: 0, notYet: 1, daysToTrust: null, unrecovered: 1_662_000_000 }
    expect(today()).toMatchObject(open)
    const months = Array.from({ length: 27 }, (_, at) => {
      const count = 2025 * 12 + at
      return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
    })
    clock.now = cameAt + 150 * DAY
    writeOrders(kernel, {
      commandId: command(),
      accountId: nanxun,
      months: months.map((month) => ({ month, before: null, after: 1_000 })),
    })
    expect(today()).toMatchObject({
      recovered: 1,
      notYet: 0,
      daysToTrust: 12,
      kept: 1_662_000_000,
      unrecovered: 0,
    })
    // what came to light later brings it back: nothing is proven, and what is at risk is at risk again
    step(kernel, caseId, 'reopen', { note: '又发白了' })
    expect(today()).toMatchObject(open)
  })

  it('are of days up to today in their order, and compared with nothing where no case came before', () => {
    const { kernel, ids } = manyCases()
    const report = (from: string, until: string) => patternsReport(kernel, { from, until })
    const long = report('2025-01-01', TODAY)
    expect(report(TODAY, '2025-01-01')).toEqual(long)
    expect(report('2025-01-01', '2999-01-01')).toEqual(long)
    expect(long.span).toEqual({ from: '2025-01-01', until: TODAY })
    expect(long.before).not.toBeNull()
    expect(report('1900-01-01', TODAY).before).toBeNull()
    expect(report('0001-01-01', '0001-01-05').head.came).toBe(0)
    const days = ids
      .map((id) => sheetOf(kernel, id))
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ cameAt }) => dayOf(cameAt))
      .toSorted()
    const first = days[0] ?? ''
    expect(report(addDays(first, 1), addDays(first, 1)).before?.head.came).toBeGreaterThan(0)
    expect(report(first, first).before).toBeNull()
  })

  it('are what the pages of the cases say, also after cases were changed, deleted, merged, and orders came', () => {
    const { kernel, nanxun, ids } = manyCases()
    const agree = (): void => {
      const { before, head, paretos } = patternsReport(kernel, YEAR)
      const own = byHand(kernel, ids, YEAR)
      expect(head).toEqual(own.head)
      expect(before?.head).toEqual(before && byHand(kernel, ids, before).head)
      for (const { key, count, money } of paretos.category.count.bars) {
        const alike = own.came.filter(({ category }) => category === key)
        expect([key, count, money]).toEqual([
          key,
          alike.length,
          alike.reduce((sum, { id, loss }) => sum + own.paid(id) + (loss ?? 0), 0),
        ])
      }
      for (const { key, count } of paretos.place.count.bars)
        expect([key, count]).toEqual([key, own.came.filter(({ place }) => place === key).length])
    }
    agree()
    const { head } = patternsReport(kernel, YEAR)
    for (const some of [head.recovered, head.failed, head.notYet, head.paid, head.daysToTrust])
      expect(some).toBeGreaterThan(0)
    const [first, second, third] = ids.filter((id) => sheetOf(kernel, id).accountId === nanxun)
    if (!first || !second || !third) throw new Error('too few cases')
    set(kernel, first, { loss: 7_777_777 })
    agree()
    mergeCases(kernel, { commandId: command(), caseId: second, otherId: third })
    agree()
    removeCases(kernel, { commandId: command(), caseIds: [first] })
    agree()
    undo(kernel, command())
    agree()
    const before = patternsReport(kernel, YEAR).head.recovered
    const [newest] = kernel.db
      .prepare<[string], string>(
        'SELECT month FROM order_month WHERE account_id = ? ORDER BY month DESC LIMIT 12',
      )
      .pluck()
      .all(nanxun)
    expect(newest).toBe('2026-11')
    kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
      tx.db.prepare(`UPDATE order_month SET amount = 1 WHERE month >= '2026-01'`).run()
      return {}
    })
    agree()
    expect(patternsReport(kernel, YEAR).head.recovered).toBeLessThan(before)
  })

  it('lead to just the cases that they count', () => {
    const { kernel } = manyCases()
    const { paretos, heat, months } = patternsReport(kernel, YEAR)
    const listed = (among: Parameters<typeof listCases>[1]['among']) =>
      caseRows(listCases(kernel, { show: 'all', among })).length
    for (const { key, count } of paretos.place.count.bars) expect(listed({ ...YEAR, place: key })).toBe(count)
    for (const { key, count } of paretos.responsible.count.bars)
      expect(listed({ ...YEAR, responsibleId: key as MemberId })).toBe(count)
    const cells = heat.category.flatMap(({ key, counts }) =>
      counts.map((count, at) => ({ key, count, month: months[at] ?? '' })),
    )
    for (const { key, count, month } of cells) {
      const category = CASE_CATEGORIES.find((one) => one === key) ?? 'other'
      const from = month === '2025-11' ? YEAR.from : `${month}-01`
      expect([
        key,
        month,
        listed({ category, from, until: month === '2026-11' ? TODAY : lastDayOf(month) }),
      ]).toEqual([key, month, count])
    }
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(patternsReport(kernel, YEAR).head.came)
  })

  it('tell early of what comes again, also while the cases are open, and not of what always came', () => {
    const { kernel, record } = newCases()
    const clusters = () => patternsReport(kernel, YEAR).clusters
    const at = (daysAgo: number) => `${addDays(TODAY, -daysAgo)}T01:00:00Z`
    // one a month for a year is what is usual
    for (let month = 1; month <= 15; month += 1) {
      const id = record({ category: 'delivery', cameAt: at(month * 30) })
      set(kernel, id, { place: '一厂' })
    }
    const ids = [20, 11].map((daysAgo) => record({ category: 'service', cameAt: at(daysAgo) }))
    for (const id of ids) set(kernel, id, { place: '二厂' })
    expect(clusters()).toEqual([])
    const third = record({ category: 'service', cameAt: at(2), title: '又没人接电话' })
    set(kernel, third, { place: '二厂' })
    step(kernel, third, 'acknowledge')
    expect(clusters()).toMatchObject([
      {
        alike: { kind: 'place', key: '二厂', category: 'service' },
        count: 3,
        open: 3,
        earlier: 0,
        newest: [{ title: '又没人接电话' }, {}, {}],
      },
    ])
    // one of them turned out to be none
    step(kernel, third, 'withdraw', { note: '记错了客户' })
    expect(clusters()).toEqual([])
  })
})
