import { describe, expect, it } from 'vitest'
import { accountHead } from '../../../../db/accounts/portrait/service/head.ts'
import { getAccount } from '../../../../db/accounts/service/read.ts'
import type { Approval } from '../../../../db/evaluation/approval/contract.ts'
import { openApproval } from '../../../../db/evaluation/approval/service/approval.ts'
import { stoodBefore } from '../../../../db/evaluation/approval/service/before.ts'
import {
  approveTiers,
  decideTier,
  holdForCase,
  withdrawDecisions,
} from '../../../../db/evaluation/approval/service/decide.ts'
import { publishApproved } from '../../../../db/evaluation/approval/service/publish.ts'
import { agreeOn } from '../../../../db/evaluation/consensus/service/agreements.ts'
import { gradedRoundFor, readPublication } from '../../../../db/evaluation/service/publishing.ts'
import { undo } from '../../../../db/kernel/history.ts'
import type { RoundId } from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { verify } from '../../../../db/kernel/verify.ts'
import { sharedTables } from '../../../../db/tables.ts'
import { command, newKernel, refusal } from '../../newKernel.ts'
import {
  accountOf,
  type Department,
  enter,
  newDepartment,
  publishShared,
  roundInApproval,
  step,
} from './approvalRound.ts'

const NAMES = ['恒岳家居', '南浔木业', '佛山美颂', '苏州新垲', '临沂鲁南']

/** Before: 恒岳 92, 南浔 80, 佛山 60, 苏州 60 by exception key, 临沂 none. Now as the strips say. */
function begun(now: () => number = () => new Date('2026-11-29T10:00:00').getTime()) {
  const department = newDepartment(newKernel(now), NAMES)
  publishShared(
    department,
    '2026 上半年',
    { 恒岳家居: 'X8', 南浔木业: '88', 佛山美颂: '66', 苏州新垲: '66' },
    [{ account: '苏州新垲', expires: '2027-06-30' }],
  )
  return department
}

/** 恒岳 stays key with 100; 南浔 falls to 68; 佛山 rises to 80; 苏州 stays at 60; 临沂 gets 40. */
const NOW = { 恒岳家居: 'XX', 南浔木业: '86', 佛山美颂: '88', 苏州新垲: '66', 临沂鲁南: '44' }

const stepBack = (department: Department, roundId: RoundId, ticket: string): void => {
  step(department, roundId, ticket, 'consensus', '重新合议')
}

const proposals = (approval: Approval) =>
  Object.fromEntries(
    approval.accounts.names.map((name, place) => {
      const proposal = approval.proposals[place]
      return [name, `${proposal?.kind} ${proposal?.from}→${proposal?.tier} ${proposal?.why.code}`]
    }),
  )

const decisions = (approval: Approval) =>
  Object.fromEntries(
    approval.decisions.map(({ place, kind, tier, by, expires, stale }) => [
      approval.accounts.names[place],
      [kind, tier, by, ...(expires === null ? [] : [expires]), ...(stale ? ['stale'] : [])].join(' '),
    ]),
  )

/** Signs all that is proposed. */
function approveAll(kernel: Kernel, roundId: RoundId, ticket: string): void {
  const { accounts, proposals: all } = openApproval(kernel, roundId)
  approveTiers(kernel, {
    commandId: command(),
    roundId,
    ticket,
    accounts: accounts.ids.map((accountId, place) => ({ accountId, tier: all[place]?.tier ?? 'small' })),
  })
}

describe('proposals of a round', () => {
  it('compare with the round published before, its scores and its exceptions', () => {
    const department = begun()
    const { roundId } = roundInApproval(department, '2026 下半年', NOW)
    const approval = openApproval(department.kernel, roundId)
    expect(proposals(approval)).toEqual({
      恒岳家居: 'same key→key unchanged',
      南浔木业: 'demotion key→main farBelow',
      佛山美颂: 'promotion main→key reached',
      苏州新垲: 'exception key→key standing',
      临沂鲁南: 'new null→ordinary reached',
    })
    expect(approval.before?.name).toBe('2026 上半年')
    const at = approval.accounts.names.indexOf('南浔木业')
    expect([approval.proposals[at]?.score, approval.lastScores[at]]).toEqual([720, 800])
    // one year is no cycle
    expect(approval.strong).toEqual([])
    expect(approval.former).toMatchObject([{ tier: 'key', expires: '2027-06-30', reason: '标杆客户' }])
  })

  it('mark accounts that are stronger over the cycle', () => {
    let today = '2024-07-20'
    const department = newDepartment(
      newKernel(() => new Date(`${today}T10:00:00`).getTime()),
      NAMES,
    )
    const years = { 恒岳家居: 'XX', 南浔木业: 'XX', 佛山美颂: '88', 苏州新垲: '66', 临沂鲁南: '44' }
    publishShared(department, '2024 上半年', years)
    today = '2025-07-20'
    publishShared(department, '2025 上半年', { ...years, 佛山美颂: '86' })
    today = '2026-11-29'
    const { roundId } = roundInApproval(department, '2026 下半年', { ...NOW, 佛山美颂: '44' })
    const { accounts, strong } = openApproval(department.kernel, roundId)
    expect(strong.map(({ place, ...strength }) => [accounts.names[place], strength])).toEqual([
      ['佛山美颂', { years: 4, tier: 'main', score: expect.any(Number) }],
      ['南浔木业', { years: 4, tier: 'key', score: 1_000 }],
    ])
  })

  it('say that an exception has ended, and judge the account by its score', () => {
    let today = '2026-11-29'
    const department = begun(() => new Date(`${today}T10:00:00`).getTime())
    const { roundId } = roundInApproval(department, '2026 下半年', { ...NOW, 苏州新垲: '64' })
    const { kernel } = department
    expect(proposals(openApproval(kernel, roundId)).苏州新垲).toBe('exception key→key standing')
    today = '2027-07-01'
    const approval = openApproval(kernel, roundId)
    expect(proposals(approval).苏州新垲).toBe('demotion key→ordinary farBelow')
    expect(approval.proposals[approval.accounts.names.indexOf('苏州新垲')]?.why.ended).toBe('2027-06-30')
  })

  it('take no notice of an exception that had ended on the day of publication', () => {
    const department = begun(() => new Date('2027-07-01T10:00:00').getTime())
    const { roundId } = roundInApproval(department, '2027 下半年', NOW)
    expect(proposals(openApproval(department.kernel, roundId)).苏州新垲).toBe('same main→main unchanged')
  })

  it('are seen after the reveal and not before', () => {
    const department = begun()
    const { roundId, ticket } = roundInApproval(department, '2026 下半年', NOW)
    stepBack(department, roundId, ticket)
    expect(openApproval(department.kernel, roundId).state).toBe('consensus')
    step(department, roundId, ticket, 'marking', '重填')
    expect(() => openApproval(department.kernel, roundId)).toThrow(
      expect.objectContaining(refusal('ROUND_NOT_THERE', { name: '2026 下半年', state: 'marking' })),
    )
  })
})

describe('decisions', () => {
  it('follow the proposals by the leader’s name, and are undone as one', () => {
    const department = begun()
    const { kernel } = department
    const { roundId, ticket } = roundInApproval(department, '2026 下半年', NOW)
    approveAll(kernel, roundId, ticket)
    expect(decisions(openApproval(kernel, roundId))).toEqual({
      南浔木业: 'approved main 顾长风',
      佛山美颂: 'approved key 顾长风',
      苏州新垲: 'exception key 顾长风 2027-06-30',
      临沂鲁南: 'approved ordinary 顾长风',
    })
    undo(kernel, command())
    expect(decisions(openApproval(kernel, roundId))).toEqual({})
  })

  it('are the leader’s alone, while the round is in approval', () => {
    const department = begun()
    const { kernel } = department
    const { roundId } = roundInApproval(department, '2026 下半年', NOW)
    const accountId = accountOf(department, '南浔木业')
    const keep = (ticket: string) =>
      decideTier(kernel, {
        ...{ commandId: command(), roundId, ticket, accountId },
        decision: { kind: 'tier', tier: 'key', reason: '明年有大单' },
      })
    expect(() => keep('nobody')).toThrow(expect.objectContaining(refusal('NOT_ENTERED')))
    expect(() => keep(enter(department, roundId, 'deputy'))).toThrow(
      expect.objectContaining(refusal('NOT_ALLOWED', { need: 'leader' })),
    )
    const ticket = enter(department, roundId, 'leader')
    keep(ticket)
    expect(decisions(openApproval(kernel, roundId))).toEqual({ 南浔木业: 'kept key 顾长风' })
    stepBack(department, roundId, ticket)
    expect(() => keep(ticket)).toThrow(
      expect.objectContaining(refusal('ROUND_NOT_THERE', { name: '2026 下半年', state: 'consensus' })),
    )
  })

  it('are refused where the signer saw another proposal, the rule forbids it, or an exception makes no sense', () => {
    const department = begun()
    const { kernel } = department
    const { roundId, ticket } = roundInApproval(department, '2026 下半年', NOW)
    const common = () => ({ commandId: command(), roundId, ticket })
    const accountId = accountOf(department, '南浔木业')
    expect(() => approveTiers(kernel, { ...common(), accounts: [{ accountId, tier: 'key' }] })).toThrow(
      expect.objectContaining(refusal('PROPOSAL_CHANGED', { name: '南浔木业' })),
    )
    const decide = (account: string, decision: Parameters<typeof decideTier>[1]['decision']) => () =>
      decideTier(kernel, { ...common(), accountId: accountOf(department, account), decision })
    const unfit = (name: string, reason: string) =>
      expect.objectContaining(refusal('TIER_UNFIT', { name, reason }))
    expect(decide('南浔木业', { kind: 'tier', tier: 'ordinary', reason: '太松' })).toThrow(
      unfit('南浔木业', 'demotionNotDue'),
    )
    expect(decide('恒岳家居', { kind: 'tier', tier: 'main', reason: '不喜欢' })).toThrow(
      unfit('恒岳家居', 'demotionNotDue'),
    )
    const exception = (tier: 'key' | 'main', expires: string) =>
      ({ kind: 'exception', tier, reason: '标杆', expires }) as const
    expect(decide('临沂鲁南', exception('main', '2026-11-28'))).toThrow(unfit('临沂鲁南', 'alreadyExpired'))
    expect(decide('佛山美颂', exception('key', '2027-11-28'))).toThrow(
      unfit('佛山美颂', 'exceptionNotHigher'),
    )
    decide('临沂鲁南', exception('main', '2026-11-29'))()
    expect(decisions(openApproval(kernel, roundId))).toEqual({
      临沂鲁南: 'exception main 顾长风 2026-11-29',
    })
  })

  it('hold a demotion while a severe case is open, at the chair’s word, until it is taken back', () => {
    const department = begun()
    const { kernel } = department
    const { roundId } = roundInApproval(department, '2026 下半年', NOW)
    const deputy = enter(department, roundId, 'deputy')
    const accountId = accountOf(department, '南浔木业')
    const hold = (account: string) =>
      holdForCase(kernel, {
        ...{ commandId: command(), roundId, ticket: deputy },
        ...{ accountId: accountOf(department, account), word: '批次色差索赔' },
      })
    expect(() => hold('佛山美颂')).toThrow(
      expect.objectContaining(refusal('NOTHING_TO_HOLD', { name: '佛山美颂' })),
    )
    hold('南浔木业')
    const held = openApproval(kernel, roundId)
    expect(proposals(held).南浔木业).toBe('demotionHeld key→key severeCase')
    expect(decisions(held)).toEqual({ 南浔木业: 'kept key 秦素' })
    const ticket = enter(department, roundId, 'leader')
    expect(() =>
      decideTier(kernel, {
        ...{ commandId: command(), roundId, ticket, accountId },
        decision: { kind: 'tier', tier: 'main', reason: '照降' },
      }),
    ).toThrow(expect.objectContaining(refusal('TIER_UNFIT', { name: '南浔木业', reason: 'severeCase' })))
    // signing all by the proposals leaves the case open
    approveAll(kernel, roundId, ticket)
    expect(proposals(openApproval(kernel, roundId)).南浔木业).toBe('demotionHeld key→key severeCase')
    withdrawDecisions(kernel, { commandId: command(), roundId, ticket, accountIds: [accountId] })
    expect(proposals(openApproval(kernel, roundId)).南浔木业).toBe('demotion key→main farBelow')
  })

  it('are stale once the meeting changed a score, count no longer, and keep the round from being published', () => {
    const department = begun()
    const { kernel, indicators } = department
    const { roundId, ticket } = roundInApproval(department, '2026 下半年', NOW)
    approveAll(kernel, roundId, ticket)
    stepBack(department, roundId, ticket)
    const [indicatorId] = indicators
    if (!indicatorId) throw new Error('no indicator')
    const agree = (account: string, mark: number) =>
      agreeOn(kernel, {
        ...{ commandId: command(), roundId, ticket, indicatorId, mark, reason: '', arguments: [] },
        accountId: accountOf(department, account),
      })
    agree('佛山美颂', 600)
    agree('临沂鲁南', 420)
    step(department, roundId, ticket, 'approval')
    const reopened = openApproval(kernel, roundId)
    expect(decisions(reopened)).toEqual({
      南浔木业: 'approved main 顾长风',
      佛山美颂: 'approved key 顾长风 stale',
      苏州新垲: 'exception key 顾长风 2027-06-30',
      临沂鲁南: 'approved ordinary 顾长风 stale',
    })
    const graded = gradedRoundFor(kernel, roundId, null).results
    expect(graded.find(({ name }) => name === '佛山美颂')?.standing).toBe('main')
    expect(() => publishApproved(kernel, { commandId: command(), roundId, ticket, note: '' })).toThrow(
      expect.objectContaining(refusal('DECISIONS_OPEN', { count: 2 })),
    )
    approveAll(kernel, roundId, ticket)
    expect(Object.keys(decisions(openApproval(kernel, roundId)))).not.toContain('佛山美颂')
    publishApproved(kernel, { commandId: command(), roundId, ticket, note: '' })
  })
})

describe('publication', () => {
  function published() {
    const department = begun()
    const { kernel } = department
    const { roundId, ticket } = roundInApproval(department, '2026 下半年', NOW)
    expect(() => publishApproved(kernel, { commandId: command(), roundId, ticket, note: '' })).toThrow(
      expect.objectContaining(refusal('DECISIONS_OPEN', { count: 4 })),
    )
    approveAll(kernel, roundId, ticket)
    const { publicationId } = publishApproved(kernel, { commandId: command(), roundId, ticket, note: '年会' })
    return { department, kernel, roundId, ticket, publicationId }
  }

  it('keeps tiers as decided, by whom and why, and puts all of it beyond undo', async () => {
    const { department, kernel, roundId, publicationId } = published()
    const { summary, results } = readPublication(kernel, publicationId)
    expect(summary).toMatchObject({ publishedBy: '顾长风', note: '年会', revision: 1 })
    expect(results.map(({ name, standing, decision }) => [name, standing, decision?.kind ?? null])).toEqual([
      ['恒岳家居', 'key', null],
      ['佛山美颂', 'key', 'approved'],
      ['南浔木业', 'main', 'approved'],
      ['苏州新垲', 'key', 'exception'],
      ['临沂鲁南', 'ordinary', 'approved'],
    ])
    expect(stoodBefore(kernel, publicationId)).toMatchObject({
      round: '2026 上半年',
      tiers: ['key', 'main', 'key', 'key', null],
    })
    expect(accountHead(kernel, accountOf(department, '佛山美颂')).score).toBe(800)
    expect(getAccount(kernel, accountOf(department, '苏州新垲')).standings.map(({ held }) => held)).toEqual([
      { kind: 'exception', by: '顾长风', expires: '2027-06-30' },
      { kind: 'exception', by: '顾长风', expires: '2027-06-30' },
    ])
    const approval = openApproval(kernel, roundId)
    expect(approval.publication?.id).toBe(publicationId)
    expect(proposals(approval).南浔木业).toBe('demotion key→main farBelow')
    expect(() => undo(kernel, command())).not.toThrow()
    expect(openApproval(kernel, roundId).state).toBe('published')
    expect(await verify(kernel, sharedTables)).toMatchObject({ ok: true })
  })

  it('is the ground of the next round: exceptions go on, tiers held are those decided', () => {
    const { department, kernel } = published()
    const next = roundInApproval(department, '2027 上半年', { ...NOW, 南浔木业: '88' }, false)
    expect(proposals(openApproval(kernel, next.roundId))).toEqual({
      恒岳家居: 'same key→key unchanged',
      南浔木业: 'promotion main→key reached',
      佛山美颂: 'same key→key unchanged',
      苏州新垲: 'exception key→key standing',
      临沂鲁南: 'same ordinary→ordinary unchanged',
    })
  })

  it('is reopened by the leader with a reason, and approved again as a new revision', () => {
    const { department, kernel, roundId, ticket } = published()
    step(department, roundId, ticket, 'archived')
    step(department, roundId, ticket, 'published', '拿出来看')
    stepBack(department, roundId, ticket)
    step(department, roundId, ticket, 'approval')
    // what it published itself is not what was in force before
    expect(proposals(openApproval(kernel, roundId)).南浔木业).toBe('demotion key→main farBelow')
    const { publicationId } = publishApproved(kernel, { commandId: command(), roundId, ticket, note: '' })
    expect(readPublication(kernel, publicationId).summary.revision).toBe(2)
  })
})
