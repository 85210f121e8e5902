import { expect, it } from 'vitest'
import { agendaOf, firstOpen } from '../../../../renderer/features/evaluation/consensus/agenda.ts'
import { markText } from '../../../../renderer/features/evaluation/consensus/consensusModel.ts'
import { draftOf } from '../../../../renderer/features/evaluation/consensus/meeting/useMeeting.ts'
import { roundOf } from './rounds.ts'

const parts = {
  weights: [7_000, 3_000],
  // the second account is near a border whatever is agreed on, the others are far from any
  marks: [
    [1_000, 1_000],
    [800, 750],
    [300, 300],
  ],
  ranges: [
    [0, 4],
    [0, 4],
    [4, 6],
  ],
}

it('takes cells that decide a tier first, then those furthest apart', () => {
  const agenda = agendaOf(roundOf(parts))
  expect(agenda.map(({ row, column, tiers, range }) => [row, column, tiers, range])).toEqual([
    [2, 0, 3, 4],
    [2, 1, 2, 6],
    [0, 1, 2, 4],
    [1, 1, 2, 4],
  ])
})

it('begins at the first cell without an agreement, and ends past the last', () => {
  const some = roundOf({ ...parts, agreed: [{ row: 2, column: 0, mark: 400 }] })
  expect(firstOpen(some, agendaOf(some))).toBe(1)
  const cells = agendaOf(roundOf(parts)).map(({ row, column }) => ({ row, column, mark: 600 }))
  const all = roundOf({ ...parts, agreed: cells })
  expect(firstOpen(all, agendaOf(all))).toBe(4)
})

it('counts what is settled, and tells agreed cells from open and plain ones', () => {
  const model = roundOf({
    ...parts,
    agreed: [
      { row: 2, column: 0, mark: 400 },
      // agreed on without being in discord
      { row: 0, column: 0, mark: 1_000 },
    ],
  })
  expect([model.discords, model.settled]).toEqual([4, 1])
  expect([model.state(2, 0), model.state(2, 1), model.state(0, 0), model.state(1, 0)]).toEqual([
    'agreed',
    'discord',
    'agreed',
    'plain',
  ])
  expect([model.openDiscords(0), model.openDiscords(2)]).toEqual([1, 1])
})

it('begins a cell with what was agreed on before', () => {
  expect(draftOf(null)).toEqual({ mark: null, reason: '', said: {} })
  const model = roundOf({ ...parts, agreed: [{ row: 2, column: 0, mark: 400 }] })
  expect(draftOf(model.agreement(2, 0))).toEqual({ mark: 4, reason: '', said: {} })
  const between = roundOf({ ...parts, agreed: [{ row: 2, column: 0, mark: 433 }] })
  expect(draftOf(between.agreement(2, 0)).mark).toBe(null)
})

it('writes whole marks as they are, others with two decimals', () => {
  expect([700, 683, 680, 1_000].map(markText)).toEqual(['7', '6.83', '6.80', '10'])
})
