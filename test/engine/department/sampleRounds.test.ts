import { describe, expect, it } from 'vitest'
import { accountHead } from '../../../db/accounts/portrait/service/head.ts'
import { getAccount, listAccounts } from '../../../db/accounts/service/read.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { loadSample, removeSample } from '../../../db/department/service/sample.ts'
import { openApproval } from '../../../db/evaluation/approval/service/approval.ts'
import { readGroup } from '../../../db/evaluation/ballots/service/group.ts'
import { fairnessFindings } from '../../../db/evaluation/consensus/rules/fairness.ts'
import { openConsensus } from '../../../db/evaluation/consensus/service/consensus.ts'
import { readPoll } from '../../../db/evaluation/consensus/service/readPoll.ts'
import {
  listPublications,
  publishRound,
  readPublication,
  reopenRound,
} from '../../../db/evaluation/service/publishing.ts'
import { listRounds } from '../../../db/evaluation/service/rounds.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { sharedTables } from '../../../db/tables.ts'
import { command, newKernel, newSampleKernel } from '../newKernel.ts'

const TUESDAY = '2026-11-24'

const loadedOn = (today: string): Kernel => newSampleKernel(() => new Date(`${today}T10:00:00`).getTime())

function named<Row extends { readonly name: string }>(rows: readonly Row[], name: string): Row {
  const row = rows.find((each) => each.name === name)
  if (!row) throw new Error(`no ${name}`)
  return row
}

const account = (kernel: Kernel, name: string) => named(listAccounts(kernel).rows, name)
const head = (kernel: Kernel, name: string) => accountHead(kernel, account(kernel, name).id)

function newestPublished(kernel: Kernel) {
  const { id: roundId } = named(listRounds(kernel), '2026 上半年评级')
  const [publication] = listPublications(kernel, roundId)
  if (!publication) throw new Error('not published')
  return { roundId, publication }
}

it.each([
  [TUESDAY, 2026],
  ['2027-01-04', 2027],
  ['2028-02-29', 2028],
])('are three published ones before the open ones, loaded on %s', (today, year) => {
  const rounds = listRounds(loadedOn(today))
  expect(rounds.map(({ name, state }) => [name, state])).toEqual([
    [`${year} 下半年评级`, 'marking'],
    [`${year} 下半年小组盲评`, 'consensus'],
    [`${year} 上半年评级`, 'published'],
    [`${year - 1} 下半年评级`, 'published'],
    [`${year - 1} 上半年评级`, 'published'],
  ])
  const published = rounds.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]))
  expect([today, ...published]).toEqual([today, ...published].sort().reverse())
})

it('put 恒岳 first with 93.0, two points up, and tell its way there', () => {
  const kernel = loadedOn(TUESDAY)
  expect(head(kernel, '恒岳家居集团')).toMatchObject({ score: 930, change: 20, rank: 1, ranked: 48 })
  expect(head(kernel, '恒岳家居集团').trend.map(({ score }) => score)).toEqual([886, 910, 930])
  expect(account(kernel, '恒岳家居集团')).toMatchObject({ tier: 'key', score: 930 })
  expect(head(kernel, '南浔木业')).toMatchObject({ score: 812, change: -48 })
  const { standings } = getAccount(kernel, account(kernel, '川渝宏泰建材').id)
  expect(standings.map(({ roundName, tier }) => [roundName, tier])).toEqual([
    ['2026 上半年评级', 'key'],
    ['2025 下半年评级', 'main'],
    ['2025 上半年评级', 'main'],
  ])
})

it('grade every account, some with another tier than half a year before', () => {
  const kernel = loadedOn(TUESDAY)
  const { rows } = listAccounts(kernel)
  expect(rows.filter(({ tier }) => tier === null || tier === 'insufficient')).toEqual([])
  const tiers = new Set(rows.map(({ tier }) => tier))
  expect(tiers).toEqual(new Set(['key', 'main', 'ordinary', 'small']))
  expect(rows.filter(({ tier }) => tier === 'key')).toHaveLength(7)
  const changes = rows.map(({ name }) => head(kernel, name).change)
  expect(changes.some((change) => change !== null && change < 0)).toBe(true)
  expect(changes.every((change) => change !== null && Math.abs(change) < 50)).toBe(true)
})

it('are kept as a publication of the same round today would keep them', () => {
  const kernel = loadedOn(TUESDAY)
  const { roundId, publication } = newestPublished(kernel)
  const before = readPublication(kernel, publication.id)
  reopenRound(kernel, { commandId: command(), roundId, reason: '复核' })
  const { publicationId } = publishRound(kernel, { commandId: command(), roundId, note: '' })
  const { summary, ...again } = readPublication(kernel, publicationId)
  expect(summary).toMatchObject({ revision: 2, counts: publication.counts })
  expect(again).toEqual({ ...before, summary: undefined })
  expect(publication).toMatchObject({ revision: 1, publishedBy: '沈知远', note: '评级小组一致通过。' })
  expect(publication.publishedAt.slice(0, 10)).toBe('2026-07-08')
})

it('leave accounts of the user’s ungraded, whether added before or after', () => {
  const kernel = newKernel()
  const add = (name: string) => addAccounts(kernel, { commandId: command(), accounts: [{ name }] })
  add('先有')
  loadSample(kernel, { commandId: command() })
  add('后来')
  expect(account(kernel, '先有')).toMatchObject({ tier: null, score: null })
  expect(account(kernel, '后来')).toMatchObject({ tier: null, score: null })
  expect(account(kernel, '恒岳家居集团')).toMatchObject({ tier: 'key', score: 930 })
})

it('go with the sample, reopened by the user or not, and come back with an undo', async () => {
  const kernel = loadedOn(TUESDAY)
  const { roundId } = newestPublished(kernel)
  addAccounts(kernel, { commandId: command(), accounts: [{ name: '自建客户' }] })
  reopenRound(kernel, { commandId: command(), roundId, reason: '复核' })
  publishRound(kernel, { commandId: command(), roundId, note: '复核后' })
  const rounds = listRounds(kernel)
  removeSample(kernel, { commandId: command() })
  expect(listRounds(kernel)).toEqual([])
  expect(listAccounts(kernel).rows).toMatchObject([{ name: '自建客户', tier: null, score: null }])
  expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true, integrity: [], foreignKeys: 0 })
  undo(kernel, command())
  expect(listRounds(kernel)).toEqual(rounds)
  expect(head(kernel, '恒岳家居集团')).toMatchObject({ score: 930, change: 20, rank: 1 })
})

describe('the round by ballots', () => {
  it('is divided over seven cells, and has something to find and to decide', () => {
    const kernel = loadedOn(TUESDAY)
    const { id: roundId } = named(listRounds(kernel), '2026 下半年小组盲评')
    const { discords, sheet, accounts, judged } = openConsensus(kernel, roundId)
    const width = sheet.indicators.length
    const divided = [...discords].flatMap((flag, at) =>
      flag === '1' ? [`${accounts.names[Math.floor(at / width)]} ${sheet.indicators[at % width]?.name}`] : [],
    )
    expect(judged.filter(Boolean)).toHaveLength(5)
    expect(divided).toHaveLength(7)
    expect(divided).toContain('南浔木业 忠诚度')
    const { evaluators } = readGroup(kernel, roundId)
    expect(evaluators.map(({ marked, cells, submission }) => [marked, cells, submission !== null])).toEqual(
      evaluators.map(() => [240, 240, true]),
    )
    const { findings } = fairnessFindings(readPoll(kernel.db, roundId).poll, [])
    const names = readPoll(kernel.db, roundId).counted.map(({ name }) => name)
    expect(new Set(findings.map(({ kind, evaluator }) => `${names[evaluator]} ${kind}`))).toEqual(
      new Set(['何敬之 severe', '林晓舟 ownDrift', '周启明 ownDrift', '陈立川 flat']),
    )
    const { proposals } = openApproval(kernel, roundId)
    expect(new Set(proposals.map(({ kind }) => kind))).toEqual(new Set(['same', 'promotion', 'demotionHeld']))
  })
})
