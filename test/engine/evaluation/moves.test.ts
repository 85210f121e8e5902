import { describe, expect, it } from 'vitest'
import { gradeBallots } from '../../../db/evaluation/consensus/service/gradeBallots.ts'
import { PARTS } from '../../../db/evaluation/moves/rules/split.ts'
import { comparePublications } from '../../../db/evaluation/moves/service/compare.ts'
import { listPublishedRounds } from '../../../db/evaluation/moves/service/rounds.ts'
import { splitAccount } from '../../../db/evaluation/moves/service/split.ts'
import { keepPublication, publishRound, reopenRound } from '../../../db/evaluation/service/publishing.ts'
import { applyWhatIf, listRounds, openRound } from '../../../db/evaluation/service/rounds.ts'
import { AccountId, PublicationId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newSampleKernel, refusal } from '../newKernel.ts'

const sample = (): Kernel => newSampleKernel(() => new Date('2026-11-24T10:00:00').getTime())

/** The newest publication of the round of a name. */
function publicationOf(kernel: Kernel, name: string): PublicationId {
  const found = listPublishedRounds(kernel).find(({ roundName }) => roundName === name)
  if (!found) throw new Error(`${name} is not published`)
  return found.id
}

const rise = (kernel: Kernel) => ({
  fromId: publicationOf(kernel, '2025 下半年评级'),
  toId: publicationOf(kernel, '2026 上半年评级'),
})

describe('two published rounds of the sample', () => {
  it('are split without a rest: the parts of each account add up to its difference', () => {
    const kernel = sample()
    const { accounts, lines } = comparePublications(kernel, { ...rise(kernel), under: 'own' })
    expect(accounts.ids).toHaveLength(48)
    expect(lines.map(({ change }) => change)).toEqual(lines.map(() => null))
    accounts.ids.forEach((_, at) => {
      const sums = PARTS.map((part) => accounts.sums[part][at] ?? 0)
      const [from, to] = [accounts.fromScores[at], accounts.toScores[at]]
      if (from == null || to == null) expect(accounts.largest[at]).toBeNull()
      else expect(sums.reduce((sum, part) => sum + part, 0)).toBe(to - from)
      expect(accounts.sums.rest[at] ?? 0).toBe(0)
    })
    expect(accounts.largest.filter((reason) => reason !== null).length).toBeGreaterThan(10)
  })

  it('tell step by step why 恒岳 rose, in the very marks that were published', () => {
    const kernel = sample()
    const { accounts } = comparePublications(kernel, { ...rise(kernel), under: 'own' })
    const at = accounts.names.indexOf('恒岳家居集团')
    const accountId = accounts.ids[at]
    if (!accountId) throw new Error('no such account')
    const split = splitAccount(kernel, { ...rise(kernel), under: 'own', accountId })
    const first = split.steps?.at(0)
    const last = split.steps?.at(-1)
    expect([first?.before, last?.after]).toEqual([accounts.fromScores[at], accounts.toScores[at]])
    expect(split.steps?.every(({ part }) => part === 'marks')).toBe(true)
    expect(split.steps?.map(({ markBefore, markAfter }) => [markBefore, markAfter])).toContainEqual([
      600, 800,
    ])
    expect([split.from?.score, split.to?.score]).toEqual([accounts.fromScores[at], accounts.toScores[at]])
  })

  it('offer seasonal accounts the same season of the year before', () => {
    const kernel = sample()
    const { accounts, lastYear } = comparePublications(kernel, { ...rise(kernel), under: 'own' })
    expect(lastYear?.roundName).toBe('2025 上半年评级')
    const seasonal = kernel.db
      .prepare<[], number>(`SELECT count(*) FROM account WHERE cycle = 'seasonal' AND deleted = 0`)
      .pluck()
      .get()
    expect(accounts.seasonal.filter(Boolean)).toHaveLength(seasonal ?? -1)
  })

  it('are told apart by revision: the corrected round stays where it was, and only weights moved', () => {
    const kernel = sample()
    const first = publicationOf(kernel, '2026 上半年评级')
    const [round] = listRounds(kernel).filter(({ name }) => name === '2026 上半年评级')
    if (!round) throw new Error('no round')
    reopenRound(kernel, { commandId: command(), roundId: round.id, reason: '权重有误' })
    const [one, two, ...rest] = openRound(kernel, round.id).sheet.indicators
    if (!one || !two) throw new Error('no sheet')
    applyWhatIf(kernel, {
      commandId: command(),
      roundId: round.id,
      weights: [
        { indicatorId: one.id, weight: one.weight + 500 },
        { indicatorId: two.id, weight: two.weight - 500 },
      ],
    })
    const { publicationId } = publishRound(kernel, { commandId: command(), roundId: round.id, note: '' })
    expect(
      listPublishedRounds(kernel).map(({ roundName, revision, isNewest }) => [roundName, revision, isNewest]),
    ).toEqual([
      ['2026 上半年评级', 2, true],
      ['2026 上半年评级', 1, false],
      ['2025 下半年评级', 1, true],
      ['2025 上半年评级', 1, true],
    ])
    const input = { fromId: first, toId: publicationId }
    const own = comparePublications(kernel, { ...input, under: 'own' })
    expect(own.accounts.sums.weights.some((change) => change !== null && change !== 0)).toBe(true)
    expect(own.accounts.sums.marks.every((change) => (change ?? 0) === 0)).toBe(true)
    expect(rest.length).toBeGreaterThan(0)
    // the first under the second's weights is the second
    const replayed = comparePublications(kernel, { ...input, under: 'to' })
    expect(replayed.accounts.fromScores).toEqual(replayed.accounts.toScores)
    expect(replayed.replayed).toMatchObject({ side: 'from', accounts: 48 })
    const back = comparePublications(kernel, { ...input, under: 'from' })
    expect(back.accounts.toScores).toEqual(own.accounts.fromScores)
    expect(back.replayed?.differing).toBe(
      own.accounts.ids.filter((_, at) => own.accounts.from[at] !== own.accounts.to[at]).length,
    )
  })

  it('are refused where one of them is not there, and for an account that was in neither', () => {
    const kernel = sample()
    const nowhere = PublicationId.parse('00000000-0000-7000-8000-000000000000')
    expect(() => comparePublications(kernel, { ...rise(kernel), toId: nowhere, under: 'own' })).toThrow(
      expect.objectContaining(refusal('PUBLICATION_NOT_FOUND')),
    )
    const accountId = AccountId.parse(nowhere)
    expect(() => splitAccount(kernel, { ...rise(kernel), under: 'own', accountId })).toThrow(
      expect.objectContaining(refusal('ACCOUNT_NOT_FOUND')),
    )
  })
})

/** Publishes the sample's round by ballots as it stands. */
function publishBallots(kernel: Kernel, revision: number): PublicationId {
  const round = listRounds(kernel).find(({ method }) => method === 'ballots')
  if (!round) throw new Error('the sample has no round by ballots')
  return kernel.write(
    { commandId: command(), label: { command: 'publishRound', params: { name: round.name, revision } } },
    (tx) => ({
      id: keepPublication(tx, gradeBallots(tx.db, round.id), {
        revision,
        note: '',
        publishedBy: '顾长风',
        publishedAt: tx.hlc,
      }),
    }),
  ).id
}

/** Changes the sample's group without its rules: what is compared is what was published. */
const regroup = (kernel: Kernel, sql: string): object =>
  kernel.write({ commandId: command(), label: { command: 'seatEvaluators', params: {} } }, (tx) => {
    tx.db.prepare(sql).run()
    return {}
  })

describe('two publications by ballots', () => {
  it('tell votes that weigh more from marks, and leave nothing to the meeting or unexplained', () => {
    const kernel = sample()
    // ballots on one's own accounts don't count and must not look like a meeting's decision
    regroup(kernel, `UPDATE round SET rules = json_set(rules, '$.own', 'excluded') WHERE method = 'ballots'`)
    const fromId = publishBallots(kernel, 1)
    regroup(kernel, `UPDATE evaluator SET votes = 5 WHERE seat = 'leader'`)
    const toId = publishBallots(kernel, 2)
    const { accounts, from, to } = comparePublications(kernel, { fromId, toId, under: 'own' })
    const moved = PARTS.filter((part) => accounts.sums[part].some((change) => (change ?? 0) !== 0))
    expect(moved).toEqual(['evaluators'])
    expect(from.evaluators.length).toBeGreaterThan(2)
    expect(to.evaluators.filter(({ votes }) => votes === 5)).toHaveLength(1)
    accounts.ids.forEach((_, at) => {
      const [before, after] = [accounts.fromScores[at], accounts.toScores[at]]
      if (before != null && after != null) expect(accounts.sums.evaluators[at]).toBe(after - before)
    })
  })

  it('tell another rule of pooling from the votes', () => {
    const kernel = sample()
    const fromId = publishBallots(kernel, 1)
    regroup(
      kernel,
      `UPDATE round SET rules = json_set(rules, '$.pooling', 'trimmed') WHERE method = 'ballots'`,
    )
    const toId = publishBallots(kernel, 2)
    const { accounts } = comparePublications(kernel, { fromId, toId, under: 'own' })
    const moved = PARTS.filter((part) => accounts.sums[part].some((change) => (change ?? 0) !== 0))
    expect(moved).toEqual(['meeting'])
  })

  it('compare with a round of one shared sheet by marks alone', () => {
    const kernel = sample()
    const toId = publishBallots(kernel, 1)
    const fromId = publicationOf(kernel, '2026 上半年评级')
    const { accounts } = comparePublications(kernel, { fromId, toId, under: 'own' })
    expect(accounts.sums.evaluators.every((change) => (change ?? 0) === 0)).toBe(true)
    expect(accounts.sums.rest.every((change) => (change ?? 0) === 0)).toBe(true)
    accounts.ids.forEach((_, at) => {
      const [before, after] = [accounts.fromScores[at], accounts.toScores[at]]
      const sum = PARTS.reduce((all, part) => all + (accounts.sums[part][at] ?? 0), 0)
      if (before != null && after != null) expect(sum).toBe(after - before)
    })
  })
})
