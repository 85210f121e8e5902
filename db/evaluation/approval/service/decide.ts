import type { z } from 'zod'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, RoundId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { authorised, ballotRound } from '../../ballots/service/presence.ts'
import type { TierDecision } from '../../contract.ts'
import { yearFrom } from '../../rules/exceptions.ts'
import type { Authority } from '../../rules/roundStates.ts'
import type { approval } from '../contract.ts'
import {
  type FormerException,
  isBetter,
  needsDecision,
  type Proposal,
  type ProposalKind,
  unfitException,
  unfitTier,
} from '../rules/proposals.ts'
import { readDecisions, removeDecision, writeDecision } from './decisions.ts'
import { type Approvals, readApprovals, severeCaseOf } from './proposals.ts'

/** What a procedure of the approval takes. */
export type ApprovalInput<Procedure extends keyof typeof approval> = z.infer<
  NonNullable<(typeof approval)[Procedure]['~orpc']['inputSchema']>
>

/** A round whose tiers may be decided on, by whom. @throws Refusal ROUND_NOT_THERE, NOT_ENTERED, NOT_ALLOWED */
export function inApproval(
  kernel: Kernel,
  { roundId, ticket }: { readonly roundId: RoundId; readonly ticket: string },
  need: Authority,
): { readonly by: string; readonly name: string } {
  const { name, state } = ballotRound(kernel, roundId)
  if (state !== 'approval') throw new Refusal('ROUND_NOT_THERE', { name, state })
  return { by: authorised(kernel, roundId, ticket, need), name }
}

/** What following a proposal is called. */
const KINDS = {
  promotion: 'approved',
  demotion: 'approved',
  new: 'approved',
  same: 'approved',
  demotionHeld: 'kept',
  carried: 'carried',
  exception: 'exception',
} satisfies Record<ProposalKind, TierDecision['kind']>

/** Signs what is proposed, account by account. @throws Refusal as the contract says */
export function approveTiers(kernel: Kernel, input: ApprovalInput<'approve'>): Outcome<object> {
  const { commandId, roundId, accounts } = input
  const { by, name } = inApproval(kernel, input, 'leader')
  const today = dayOf(kernel.now())
  const approvals = readApprovals(kernel.db, roundId, today)
  const places = accounts.map(({ accountId, tier }) => ({ ...placed(approvals, accountId), seen: tier }))
  const changed = places.find(({ proposal, seen }) => proposal.tier !== seen)
  if (changed) throw new Refusal('PROPOSAL_CHANGED', { name: changed.name })
  const [only] = places
  const params = only && places.length === 1 ? { name: only.name, count: 1 } : { name, count: places.length }
  return kernel.write({ commandId, label: { command: 'approveTiers', params }, actor: by }, (tx) => {
    for (const { accountId, proposal } of places) {
      if (needsDecision(proposal))
        writeDecision(tx, roundId, accountId, followed(proposal, approvals.former.get(accountId), by, today))
      else if (approvals.decisions.has(accountId)) removeDecision(tx, roundId, accountId)
      tx.breathe()
    }
    return {}
  })
}

function followed(
  proposal: Proposal,
  former: FormerException | undefined,
  by: string,
  today: string,
): Omit<TierDecision, 'at'> {
  const { kind, tier } = proposal
  if (tier === 'insufficient') throw new Error('what stays ungraded is not decided on')
  const isException = kind === 'exception'
  return {
    ...{ kind: KINDS[kind], tier, by, proposal },
    reason: isException ? (former?.reason ?? '') : '',
    // exceptions of a shared sheet may be without end; one that is signed here isn't
    expires: isException ? (former?.expires ?? yearFrom(today)) : null,
  }
}

/** Signs another tier than the one proposed, or an exception. @throws Refusal as the contract says */
export function decideTier(kernel: Kernel, input: ApprovalInput<'decide'>): Outcome<object> {
  const { commandId, roundId, accountId, decision } = input
  const { by } = inApproval(kernel, input, 'leader')
  const today = dayOf(kernel.now())
  const approvals = readApprovals(kernel.db, roundId, today)
  const { name, proposal } = placed(approvals, accountId)
  const { borders } = approvals.results.data.round
  const hasCase = severeCaseOf(approvals.decisions.get(accountId)) !== null
  const unfit =
    unfitTier(proposal, decision.tier, hasCase) ??
    (decision.kind === 'exception' ? unfitException(proposal, decision, borders, today) : null)
  if (unfit) throw new Refusal('TIER_UNFIT', { name, reason: unfit })
  const { tier, reason } = decision
  const kept = tier === proposal.from ? 'kept' : 'approved'
  const label = { command: 'decideTier', params: { name, tier } }
  return kernel.write({ commandId, label, actor: by }, (tx) => {
    writeDecision(tx, roundId, accountId, {
      ...{ tier, reason, by, proposal },
      ...(decision.kind === 'exception'
        ? { kind: 'exception', expires: decision.expires }
        : { kind: kept, expires: null }),
    })
    return {}
  })
}

/** Notes that a severe case is open, which holds a demotion. @throws Refusal as the contract says */
export function holdForCase(kernel: Kernel, input: ApprovalInput<'holdForCase'>): Outcome<object> {
  const { commandId, roundId, accountId, word } = input
  const { by } = inApproval(kernel, input, 'chair')
  const { name, proposal } = placed(readApprovals(kernel.db, roundId, dayOf(kernel.now())), accountId)
  const { kind, from, tier } = proposal
  const falls = from !== null && tier !== 'insufficient' && isBetter(from, tier)
  if (from === null || (!falls && kind !== 'demotionHeld')) throw new Refusal('NOTHING_TO_HOLD', { name })
  const label = { command: 'holdForCase', params: { name } }
  return kernel.write({ commandId, label, actor: by }, (tx) => {
    writeDecision(tx, roundId, accountId, {
      ...{ kind: 'kept', tier: from, reason: word, expires: null, by },
      proposal: {
        ...proposal,
        kind: 'demotionHeld',
        tier: from,
        why: { ...proposal.why, code: 'severeCase', word },
      },
    })
    return {}
  })
}

/** Takes decisions back. @throws Refusal as the contract says */
export function withdrawDecisions(kernel: Kernel, input: ApprovalInput<'withdraw'>): Outcome<object> {
  const { commandId, roundId, accountIds } = input
  const decisions = readDecisions(kernel.db, roundId)
  const cases = accountIds.every((accountId) => severeCaseOf(decisions.get(accountId)) !== null)
  const { by, name } = inApproval(kernel, input, cases ? 'chair' : 'leader')
  const [only] = accountIds
  const params =
    only && accountIds.length === 1
      ? { name: accountName(kernel, only), count: 1 }
      : { name, count: accountIds.length }
  return kernel.write({ commandId, label: { command: 'withdrawDecisions', params }, actor: by }, (tx) => {
    for (const accountId of accountIds) {
      if (decisions.has(accountId)) removeDecision(tx, roundId, accountId)
      tx.breathe()
    }
    return {}
  })
}

/** An account of the round with its proposal. @throws Refusal ACCOUNT_NOT_FOUND */
function placed(
  { placeOf, proposals, results }: Approvals,
  accountId: AccountId,
): { accountId: AccountId; name: string; proposal: Proposal } {
  const place = placeOf.get(accountId)
  const proposal = place === undefined ? undefined : proposals[place]
  if (place === undefined || !proposal) throw new Refusal('ACCOUNT_NOT_FOUND')
  return { accountId, proposal, name: results.data.accounts.names[place] ?? '' }
}

function accountName(kernel: Kernel, accountId: AccountId): string {
  const name = kernel.db
    .prepare<[string], string>('SELECT name FROM account WHERE id = ? AND deleted = 0')
    .pluck()
    .get(accountId)
  if (name === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  return name
}
