import { expect, it } from 'vitest'
import { getAccount, listAccounts, searchAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addSheet, changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { markCells } from '../../../db/evaluation/service/marking.ts'
import { publishRound, reopenRound } from '../../../db/evaluation/service/publishing.ts'
import { addRound } from '../../../db/evaluation/service/rounds.ts'
import type { AccountId, IndicatorId, RoundId, SheetId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

interface Department {
  readonly kernel: Kernel
  readonly accountId: AccountId
  readonly sheetId: SheetId
  readonly indicatorIds: IndicatorId[]
}

/** One account and a sheet of one judged indicator: the mark alone is the score. */
function department(): Department {
  const kernel = newKernel()
  const [accountId] = addAccounts(kernel, { commandId: command(), accounts: [{ name: '甲' }] }).accountIds
  const from = { kind: 'template', template: 'blank', language: 'zh' } as const
  const { sheetId } = addSheet(kernel, { commandId: command(), name: '考评表', from })
  const indicatorIds = changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    add: [{ after: null, indicator: { name: '忠诚度', weight: 10_000 } }],
    remove: [],
    move: [],
  }).added
  if (!accountId) throw new Error('not added')
  return { kernel, accountId, sheetId, indicatorIds }
}

function startRound({ kernel, sheetId }: Department, name: string): RoundId {
  return addRound(kernel, { commandId: command(), name, sheetId }).roundId
}

function publish(
  { kernel, accountId, indicatorIds }: Department,
  roundId: RoundId,
  from: string,
  to: string,
) {
  markCells(kernel, {
    commandId: command(),
    roundId,
    accountIds: [accountId],
    indicatorIds,
    expected: from,
    marks: to,
    gesture: 'edit',
  })
  publishRound(kernel, { commandId: command(), roundId, note: '' })
}

const standing = ({ kernel }: Department) => {
  const [row] = listAccounts(kernel).rows
  return [row?.tier, row?.score]
}

it('shows no tier while nothing is published, then that of the newest published round', () => {
  const d = department()
  const older = startRound(d, '2025')
  expect(standing(d)).toEqual([null, null])
  publish(d, older, '-', '8')
  expect(standing(d)).toEqual(['key', 800])
  publish(d, startRound(d, '2026'), '-', '6')
  expect(standing(d)).toEqual(['main', 600])
  expect(searchAccounts(d.kernel, { text: 'jia', limit: 1 })).toMatchObject([{ tier: 'main', score: 600 }])
})

it('keeps this year’s tier when last year’s round is corrected, and a reopened round counts until published again', () => {
  const d = department()
  const older = startRound(d, '2025')
  publish(d, older, '-', '8')
  const newer = startRound(d, '2026')
  publish(d, newer, '-', '6')
  reopenRound(d.kernel, { commandId: command(), roundId: older, reason: '补充证据' })
  publish(d, older, '8', '4')
  expect(standing(d)).toEqual(['main', 600])
  reopenRound(d.kernel, { commandId: command(), roundId: newer, reason: '补充证据' })
  expect(standing(d)).toEqual(['main', 600])
  publish(d, newer, '6', 'X')
  expect(standing(d)).toEqual(['key', 1000])
})

it('tells of one account where it stood in each round, newest first, by its latest revision', () => {
  const d = department()
  const older = startRound(d, '2025')
  publish(d, older, '-', '8')
  publish(d, startRound(d, '2026'), '-', '6')
  reopenRound(d.kernel, { commandId: command(), roundId: older, reason: '补充证据' })
  publish(d, older, '8', '4')
  const { standings, account } = getAccount(d.kernel, d.accountId)
  expect(standings).toEqual([
    {
      roundName: '2026',
      publishedAt: expect.stringMatching(/Z$/),
      score: 600,
      tier: 'main',
      rank: 1,
      held: null,
    },
    {
      roundName: '2025',
      publishedAt: expect.stringMatching(/Z$/),
      score: 400,
      tier: 'ordinary',
      rank: 1,
      held: null,
    },
  ])
  expect(account).toMatchObject({ tier: 'main', score: 600 })
})

it('gives accounts added since no tier', () => {
  const d = department()
  publish(d, startRound(d, '2026'), '-', '8')
  addAccounts(d.kernel, { commandId: command(), accounts: [{ name: '乙' }] })
  expect(listAccounts(d.kernel).rows.map((row) => row.tier)).toEqual(['key', null])
})
