import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../db/accounts/rules/days.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { CaseId, MemberId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { lastDayOf } from '../../../db/recovery/orders/rules/baseline.ts'
import { writeOrders } from '../../../db/recovery/orders/service/orders.ts'
import { readAhead } from '../../../db/recovery/patterns/service/caseBook.ts'
import { standingOf } from '../../../db/recovery/patterns/service/caseFacts.ts'
import { patternsReport } from '../../../db/recovery/patterns/service/report.ts'
import { endRemedy, saveRemedy } from '../../../db/recovery/remedies/service/remedies.ts'
import { caseRows } from '../../../db/recovery/rules/caseTable.ts'
import { CASE_CATEGORIES } from '../../../db/recovery/rules/words.ts'
import { removeCases } from '../../../db/recovery/service/change.ts'
import { mergeCases } from '../../../db/recovery/service/merge.ts'
import { listCases } from '../../../db/recovery/service/read.ts'
import { command } from '../newKernel.ts'
import { newCases, sheetOf, step } from './newCases.ts'

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
}

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
      content_after: 2 + (at % 3),
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
    if (at % 4 === 1) endRemedy(kernel, { commandId: command(), remedyId, as: 'dropped', note: '' })
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
  const told = sheets.filter(
    ({ toldAt, orders }) => within(toldAt) && lastDayOf(orders.months.at(-1) ?? '') < TODAY,
  )
  const sum = (of: typeof sheets, part: (one: (typeof sheets)[number]) => number | null): number =>
    of.reduce((all, one) => all + (part(one) ?? 0), 0)
  const [recovered, failed] = [true, false].map((is) =>
    told.filter(({ proof }) => (proof.kind === 'recovered') === is),
  )
  return {
    came,
    head: {
      came: came.length,
      ended: sheets.filter(({ endedAt }) => within(endedAt)).length,
      told: told.length,
      recovered: recovered?.length,
      kept: sum(recovered ?? [], ({ atRisk }) => atRisk),
      unrecovered: sum(failed ?? [], ({ atRisk }) => atRisk),
      paid: sum(came, ({ paid }) => paid),
      loss: sum(came, ({ loss }) => loss),
    },
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
    expect(head).toMatchObject(byHand(kernel, ids, YEAR).head)
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
  it('are what the pages of the cases say, also after cases were changed, deleted, merged, and orders came', () => {
    const { kernel, nanxun, ids } = manyCases()
    const agree = (): void => {
      const { before, head, headBefore, paretos } = patternsReport(kernel, YEAR)
      const own = byHand(kernel, ids, YEAR)
      expect(head).toMatchObject(own.head)
      expect(headBefore).toMatchObject(byHand(kernel, ids, before).head)
      for (const { key, count, money } of paretos.category.count.bars) {
        const alike = own.came.filter(({ category }) => category === key)
        expect([key, count, money]).toEqual([
          key,
          alike.length,
          alike.reduce((sum, { paid, loss }) => sum + paid + (loss ?? 0), 0),
        ])
      }
      for (const { key, count } of paretos.place.count.bars)
        expect([key, count]).toEqual([key, own.came.filter(({ place }) => place === key).length])
    }
    agree()
    expect(patternsReport(kernel, YEAR).head.recovered).toBeGreaterThan(0)
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
