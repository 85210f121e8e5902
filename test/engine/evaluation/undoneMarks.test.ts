import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addSheet, changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { markCells } from '../../../db/evaluation/service/marking.ts'
import { addRound, openRound } from '../../../db/evaluation/service/rounds.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

/** A round of two accounts and two judged indicators: `mark` sets the cell at a place in the strip. */
function fourCells(kernel: Kernel) {
  const { accountIds } = addAccounts(kernel, {
    commandId: command(),
    accounts: [{ name: '甲' }, { name: '乙' }],
  })
  const { sheetId } = addSheet(kernel, {
    commandId: command(),
    name: '表',
    from: { kind: 'template', template: 'blank', language: 'zh' },
  })
  const add = ['一', '二'].map((name) => ({ after: null, indicator: { name, weight: 5_000 } }))
  const { added } = changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    add,
    remove: [],
    move: [],
  })
  const { roundId } = addRound(kernel, { commandId: command(), name: '轮', sheetId })
  const order = openRound(kernel, roundId).accounts.ids
  const strip = () => openRound(kernel, roundId).marks
  const mark = (at: number, to: string) => {
    const accountId = order[at >> 1]
    const indicatorId = added[at & 1]
    if (!accountId || !indicatorId) throw new Error('no cell')
    const expected = strip()[at] ?? '-'
    markCells(kernel, {
      commandId: command(),
      roundId,
      accountIds: [accountId],
      indicatorIds: [indicatorId],
      expected,
      marks: to,
      gesture: 'edit',
    })
  }
  expect(order).toHaveLength(accountIds.length)
  return { strip, mark }
}

describe('marks that were undone', () => {
  it('do not come back when another cell of their account is marked', () => {
    const kernel = newKernel()
    const { strip, mark } = fourCells(kernel)
    mark(0, 'X')
    undo(kernel, command())
    mark(1, '2')
    expect(strip()).toBe('-2--')
  })

  it('can be marked again in the same cell', () => {
    const kernel = newKernel()
    const { strip, mark } = fourCells(kernel)
    mark(0, 'X')
    undo(kernel, command())
    mark(0, '8')
    expect(strip()).toBe('8---')
  })

  it('stay what a person sees, in any order of marking, undo and redo', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ at: fc.nat(3), to: fc.constantFrom('X', '8', '6', '-') }) },
      fc.constantFrom('undo' as const, 'redo' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const kernel = newKernel()
        const { strip, mark } = fourCells(kernel)
        let seen = strip()
        const past: string[] = []
        let future: string[] = []
        for (const now of steps) {
          if (now === 'undo') {
            const before = past.pop()
            if (before === undefined) continue
            undo(kernel, command())
            future.push(seen)
            seen = before
          } else if (now === 'redo') {
            const after = future.pop()
            if (after === undefined) continue
            redo(kernel, command())
            past.push(seen)
            seen = after
          } else if (seen[now.at] !== now.to) {
            mark(now.at, now.to)
            past.push(seen)
            future = []
            seen = seen.slice(0, now.at) + now.to + seen.slice(now.at + 1)
          }
          expect(strip()).toBe(seen)
        }
      }),
      { numRuns: 25 },
    )
  })
})
