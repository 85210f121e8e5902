import type { Approval, PlacedDecision } from '../../../../db/evaluation/approval/contract.ts'
import {
  needsDecision,
  PROPOSAL_KINDS,
  type ProposalKind,
} from '../../../../db/evaluation/approval/rules/proposals.ts'
import { nearestBorder, type Standing } from '../../../../db/evaluation/rules/tiers.ts'

/** An account in the list of tier changes. */
export interface ApprovalRow {
  readonly accountId: string
  readonly code: string
  readonly name: string
  readonly pinyin: string
  readonly owner: string
  readonly proposal: Approval['proposals'][number]
  /** tenths of a point; null where the account had no score in the round before */
  readonly lastScore: number | null
  readonly decision: PlacedDecision | null
  /** `none` where nobody has to decide */
  readonly state: 'none' | 'open' | 'signed' | 'stale'
  readonly former: Approval['former'][number] | null
  readonly strength: Approval['strong'][number] | null
}

/** Which accounts are looked at: those that need a decision, those of one kind, or all. */
export type ApprovalFilter = 'due' | ProposalKind | 'all'
export const APPROVAL_FILTERS: readonly ApprovalFilter[] = ['due', ...PROPOSAL_KINDS, 'all']

/** The accounts of an approval as rows: kind by kind, best score first. */
export function rowsOf(approval: Approval): ApprovalRow[] {
  const { accounts, proposals, lastScores } = approval
  const byPlace = <T extends { readonly place: number }>(items: readonly T[]): ReadonlyMap<number, T> =>
    new Map(items.map((item) => [item.place, item]))
  const decisions = byPlace(approval.decisions)
  const former = byPlace(approval.former)
  const strong = byPlace(approval.strong)
  const rows = accounts.ids.flatMap((accountId, place): ApprovalRow[] => {
    const proposal = proposals[place]
    if (!proposal) return []
    const decision = decisions.get(place) ?? null
    return [
      {
        ...{ accountId, proposal, decision, state: stateOf(proposal, decision) },
        code: accounts.codes[place] ?? '',
        name: accounts.names[place] ?? '',
        pinyin: accounts.pinyin[place] ?? '',
        owner: accounts.owners[place] ?? '',
        lastScore: lastScores[place] ?? null,
        former: former.get(place) ?? null,
        strength: strong.get(place) ?? null,
      },
    ]
  })
  const order = ({ proposal }: ApprovalRow): number => PROPOSAL_KINDS.indexOf(proposal.kind)
  const score = ({ proposal }: ApprovalRow): number => proposal.score ?? -1
  return rows.sort((a, b) => order(a) - order(b) || score(b) - score(a))
}

function stateOf(proposal: ApprovalRow['proposal'], decision: ApprovalRow['decision']): ApprovalRow['state'] {
  if (decision) return decision.stale ? 'stale' : 'signed'
  return needsDecision(proposal) ? 'open' : 'none'
}

/** The tier that the account gets as things stand: what was decided, else what is proposed. */
export const tierNow = ({ proposal, decision }: ApprovalRow): Standing =>
  decision && !decision.stale ? decision.tier : proposal.tier

/** What happens to the account as things stand: an exception where somebody placed one, else what is proposed. */
const kindNow = ({ proposal, decision }: ApprovalRow): ProposalKind =>
  decision?.kind === 'exception' && !decision.stale ? 'exception' : proposal.kind

/** Whether a filter shows a row. */
export const isShown = (row: ApprovalRow, filter: ApprovalFilter): boolean =>
  filter === 'all' || (filter === 'due' ? row.state !== 'none' : kindNow(row) === filter)

/** How many rows a filter shows, and how many are signed. */
export interface ApprovalCounts {
  readonly by: Readonly<Record<ApprovalFilter, number>>
  readonly signed: number
  readonly stale: number
  readonly open: number
}

/** Counts the rows of each filter, and how far signing is. */
export function countsOf(rows: readonly ApprovalRow[]): ApprovalCounts {
  const by = {
    all: 0,
    due: 0,
    promotion: 0,
    demotion: 0,
    demotionHeld: 0,
    carried: 0,
    exception: 0,
    new: 0,
    same: 0,
  }
  const states = { none: 0, open: 0, signed: 0, stale: 0 }
  for (const row of rows) {
    by.all += 1
    if (row.state !== 'none') by.due += 1
    by[kindNow(row)] += 1
    states[row.state] += 1
  }
  return { by, signed: states.signed, stale: states.stale, open: states.open }
}

/** The border that tells most of an account's score: that of the tier held where it falls, else the nearest. */
export function borderNear(
  { proposal }: ApprovalRow,
  borders: Approval['borders'],
): { readonly border: 'key' | 'main' | 'ordinary'; readonly distance: number } | null {
  const { score, why } = proposal
  if (score === null) return null
  if (why.border !== null) return { border: why.border, distance: why.distance }
  const { border, distanceTenths } = nearestBorder(score, borders)
  return { border, distance: distanceTenths }
}
