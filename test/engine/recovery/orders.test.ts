import { describe, expect, it } from 'vitest'
import { undo } from '../../../db/kernel/history.ts'
import { listOrders, writeOrders } from '../../../db/recovery/orders/service/orders.ts'
import { command } from '../newKernel.ts'
import { newCases, sheetOf } from './newCases.ts'

describe('orders of an account by month', () => {
  it('are written, corrected, taken away and brought back by undo', () => {
    const { kernel, nanxun } = newCases()
    const write = (month: string, before: number | null, after: number | null) =>
      writeOrders(kernel, { commandId: command(), accountId: nanxun, months: [{ month, before, after }] })
    write('2026-05', null, 35_800)
    write('2026-05', 35_800, 37_100)
    expect(listOrders(kernel, { accountId: nanxun })).toEqual([{ month: '2026-05', amount: 37_100 }])
    write('2026-05', 37_100, null)
    expect(listOrders(kernel, { accountId: nanxun })).toEqual([])
    undo(kernel, command())
    expect(listOrders(kernel, { accountId: nanxun })).toEqual([{ month: '2026-05', amount: 37_100 }])
  })
  it('of another window, of months to come and of nobody are refused, and nothing of the rest is written', () => {
    const { kernel, nanxun } = newCases()
    const write = (months: { month: string; before: number | null; after: number | null }[]) => () =>
      writeOrders(kernel, { commandId: command(), accountId: nanxun, months })
    const good = { month: '2026-01', before: null, after: 100 }
    expect(write([good, { month: '2026-02', before: 5, after: 6 }])).toThrow('ORDERS_CHANGED')
    expect(write([good, { month: '2999-01', before: null, after: 6 }])).toThrow('MONTH_TO_COME')
    expect(listOrders(kernel, { accountId: nanxun })).toEqual([])
  })
  it('are what a case compares with: without them nothing is proven', () => {
    const { kernel, nanxun, record } = newCases()
    const caseId = record()
    const before = sheetOf(kernel, caseId)
    expect(before.orders.baseline).toBeNull()
    expect(before.proof).toEqual({ kind: 'notYet', content: 'unknown', orders: 'unknown' })
    const months = before.orders.months.map((month) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`)
    writeOrders(kernel, {
      commandId: command(),
      accountId: nanxun,
      months: months.map((month) => ({ month, before: null, after: 300 })),
    })
    expect(sheetOf(kernel, caseId).orders.baseline).toEqual({ monthly: 300, from: 'season' })
  })
})
