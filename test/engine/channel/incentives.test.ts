import { expect, it } from 'vitest'
import {
  changeEntries,
  enterIncentive,
  payOut,
  removeEntries,
} from '../../../db/channel/incentives/service/entries.ts'
import { listIncentives } from '../../../db/channel/incentives/service/read.ts'
import { addRule, changeRule, removeRules } from '../../../db/channel/incentives/service/rules.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'
import { newLedgers, TODAY } from './newLedgers.ts'

function withRules() {
  const { kernel, a, b } = newLedgers()
  const rule = (more: Partial<Parameters<typeof addRule>[1]>) =>
    addRule(kernel, {
      ...{ commandId: command(), name: '季度量返', kind: 'rebate', unit: 'fen', fromOn: '2026-01-01' },
      ...more,
    }).ruleId
  const rebate = rule({ reckoning: { rate: 80, threshold: 300_000_000, cap: null } })
  const points = rule({ name: '回款积分', kind: 'points', unit: 'points' })
  const penalty = rule({ name: '逾期', kind: 'penalty' })
  const enter = (
    ruleId: typeof rebate | null,
    given: Parameters<typeof enterIncentive>[1]['given'],
    more: Partial<Parameters<typeof enterIncentive>[1]> = {},
  ) =>
    enterIncentive(kernel, {
      ...{ commandId: command(), accountId: a, ruleId, unit: 'fen', given, day: TODAY, why: '' },
      ...more,
    })
  const pay = (amount: number, more: Partial<Parameters<typeof payOut>[1]> = {}) =>
    payOut(kernel, {
      commandId: command(),
      accountId: a,
      unit: 'points',
      amount,
      day: TODAY,
      why: '',
      ...more,
    })
  const rows = () => listIncentives(kernel, {}).rows
  return { kernel, a, b, rebate, points, penalty, enter, pay, rows }
}

it('reckons by the rule, keeps a running balance for each account and unit, and undoes an entry', () => {
  const { kernel, b, rebate, points, enter, pay, rows } = withRules()
  expect(enter(rebate, { base: 1_000_000_000 }).amount).toBe(8_000_000)
  enter(points, { amount: 500 })
  enter(points, { amount: 70 }, { accountId: b })
  pay(200)
  expect(
    rows().map(({ account, unit, amount, balance, kind }) => [account, unit, amount, balance, kind]),
  ).toEqual([
    ['恒岳家居集团', 'points', -200, 300, 'payOut'],
    ['南浔木业', 'points', 70, 70, 'points'],
    ['恒岳家居集团', 'points', 500, 500, 'points'],
    ['恒岳家居集团', 'fen', 8_000_000, 8_000_000, 'rebate'],
  ])
  undo(kernel, command())
  expect(rows()[0]).toMatchObject({ account: '南浔木业' })
  expect(listIncentives(kernel, { accountId: b }).rows).toHaveLength(1)
})

it('refuses points that are not there, on the day or later; money may be paid ahead', () => {
  const { points, enter, pay, rows } = withRules()
  enter(points, { amount: 100 }, { day: '2026-11-01' })
  pay(80, { day: '2026-11-20' })
  expect(() => pay(21)).toThrow(expect.objectContaining(refusal('POINTS_SHORT', { balance: 20, wanted: 21 })))
  // on the fifth there were still a hundred, but eighty of them are gone by the twentieth
  expect(() => pay(21, { day: '2026-11-05' })).toThrow('POINTS_SHORT')
  expect(() => pay(1, { day: '2026-10-31' })).toThrow('POINTS_SHORT')
  pay(20, { day: '2026-11-05' })
  pay(5_000, { unit: 'fen' })
  expect(rows()[0]).toMatchObject({ unit: 'fen', balance: -5_000 })
})

it('a penalty takes, and needs a reason, when it is entered and ever after', () => {
  const { kernel, penalty, enter, rows } = withRules()
  expect(() => enter(penalty, { amount: 900 })).toThrow('PENALTY_NEEDS_REASON')
  enter(penalty, { amount: 900 }, { why: '逾期 40 天' })
  expect(rows()).toMatchObject([{ amount: -900, kind: 'penalty', by: '林晓舟' }])
  const edits = rows().map(({ id }) => ({ id, field: 'why' as const, before: '逾期 40 天', after: '' }))
  expect(() => changeEntries(kernel, { commandId: command(), edits })).toThrow('PENALTY_NEEDS_REASON')
})

it('refuses what earns nothing, a rule that doesn’t hold, and a day to come', () => {
  const { kernel, rebate, enter } = withRules()
  expect(() => enter(rebate, { base: 299_999_999 })).toThrow(
    expect.objectContaining(refusal('NOTHING_EARNED', { name: '季度量返' })),
  )
  expect(() => enter(rebate, { base: 900_000_000 }, { day: '2025-12-31' })).toThrow('RULE_NOT_VALID')
  expect(() => enter(null, { amount: 1 }, { day: '2026-11-25' })).toThrow('DAY_TO_COME')
  expect(listIncentives(kernel, {}).rows).toEqual([])
})

it('a rule that was used keeps its kind and unit, and its entries survive it', () => {
  const { kernel, points, enter, rows } = withRules()
  enter(points, { amount: 5 })
  const words = { name: '回款积分', kind: 'points', unit: 'points', text: '' } as const
  const before = { ...words, reckoning: null, fromOn: '2026-01-01', untilOn: null }
  const change = (after: Partial<Parameters<typeof changeRule>[1]['after']>) =>
    changeRule(kernel, { commandId: command(), ruleId: points, before, after: { ...before, ...after } })
  expect(() => change({ kind: 'penalty' })).toThrow('RULE_USED')
  expect(() => change({ untilOn: '2025-01-01' })).toThrow('DAYS_OUT_OF_ORDER')
  change({ name: '回款分' })
  removeRules(kernel, { commandId: command(), ids: [points] })
  expect(rows()).toMatchObject([{ rule: '回款分', balance: 5 }])
  removeEntries(kernel, { commandId: command(), ids: rows().map(({ id }) => id) })
  expect(rows()).toEqual([])
})

it('the sample’s ledger takes no points below nought', () => {
  const kernel = newSampleKernel(() => new Date(`${TODAY}T10:00:00`).getTime())
  const { rows, rules } = listIncentives(kernel, {})
  expect(rules).toHaveLength(4)
  expect(rows.length).toBeGreaterThan(8)
  for (const { unit, balance } of rows) if (unit === 'points') expect(balance).toBeGreaterThanOrEqual(0)
})
