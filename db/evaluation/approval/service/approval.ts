import { pinyinText } from '../../../accounts/pinyin.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { policiesOn } from '../../../channel/policies/service/termsOf.ts'
import type { RoundId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { revealedRound } from '../../consensus/service/consensus.ts'
import type { ResultRow } from '../../contract.ts'
import { WINDOW } from '../../cycle/rules/window.ts'
import { cycleStrength } from '../../cycle/service/read.ts'
import { TIERS, tierOf } from '../../rules/tiers.ts'
import { listPublications, readPublication } from '../../service/publishing.ts'
import type { Approval } from '../contract.ts'
import type { Proposal } from '../rules/proposals.ts'
import { earlierRounds, standingsThen } from './earlier.ts'
import { decisionState, readApprovals } from './proposals.ts'

/**
 * The tiers of a round by ballots as they are approved; of a published one, as they were.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS, ROUND_NOT_THERE
 */
export function openApproval(kernel: Kernel, roundId: RoundId): Approval {
  const { name, state, borders } = revealedRound(kernel, roundId)
  const today = dayOf(kernel.now())
  const isOver = state === 'published' || state === 'archived'
  const [publication] = isOver ? listPublications(kernel, roundId) : []
  const facts = { roundId, name, state, today, publication: publication ?? null }
  const seen = publication ? asPublished(kernel, publication.id) : asProposed(kernel, roundId, today)
  // once it is published, the round is part of its own cycle
  const strong = publication ? [] : strongOverCycle(kernel, seen, borders)
  const day = publication ? dayOf(Date.parse(publication.publishedAt)) : today
  return { borders, ...facts, ...seen, strong, policies: policiesOn(kernel.db, day), policiesOn: day }
}

/** D2: accounts whose cycle earns more than this round's score does, so that no cyclical one is dropped by mistake. */
function strongOverCycle(
  kernel: Kernel,
  { accounts, proposals }: Seen,
  borders: Approval['borders'],
): Approval['strong'] {
  const strengths = cycleStrength(kernel, accounts.ids)
  return accounts.ids.flatMap((id, place) => {
    const known = strengths.get(id)
    const score = proposals[place]?.score ?? null
    if (!known || score === null) return []
    const isStronger = TIERS.indexOf(known.tier) < TIERS.indexOf(tierOf(score, borders))
    return isStronger ? [{ place, years: WINDOW.usual, tier: known.tier, score: known.value }] : []
  })
}

type Seen = Pick<Approval, 'before' | 'accounts' | 'proposals' | 'lastScores' | 'decisions' | 'former'> & {
  readonly borders?: Approval['borders']
}

function asProposed(kernel: Kernel, roundId: RoundId, today: string): Seen {
  const approvals = readApprovals(kernel.db, roundId, today)
  const { results, proposals, placeOf, decisions, earlier, last, former } = approvals
  const [newest] = earlier
  const { accounts } = results.data
  const at = <T>(byAccount: Iterable<readonly [Approval['accounts']['ids'][number], T]>) =>
    [...byAccount].flatMap(([accountId, value]) => {
      const place = placeOf.get(accountId)
      return place === undefined ? [] : [{ place, value }]
    })
  return {
    before: newest ? { name: newest.name, publishedAt: newest.publishedAt, borders: newest.borders } : null,
    accounts,
    proposals: [...proposals],
    lastScores: accounts.ids.map((id) => last.get(id)?.score ?? null),
    decisions: at(decisions).map(({ place, value }) => ({
      ...value,
      place,
      stale: decisionState(approvals, place) === 'stale',
    })),
    former: at(former).map(({ place, value }) => ({ ...value, place })),
  }
}

function asPublished(kernel: Kernel, publicationId: Parameters<typeof readPublication>[1]): Seen {
  const { roundId, results, borders } = readPublication(kernel, publicationId)
  const [newest] = earlierRounds(kernel.db, roundId)
  const last = newest ? standingsThen(kernel.db, newest.publicationId) : new Map()
  return {
    borders,
    before: newest ? { name: newest.name, publishedAt: newest.publishedAt, borders: newest.borders } : null,
    accounts: {
      ids: results.map(({ accountId }) => accountId),
      codes: results.map(({ code }) => code),
      names: results.map((row) => row.name),
      pinyin: results.map((row) => pinyinText(row.name)),
      owners: results.map(({ owner }) => owner),
    },
    proposals: results.map((row) => proposalThen(row)),
    lastScores: results.map(({ accountId }) => last.get(accountId)?.score ?? null),
    decisions: results.flatMap(({ decision }, place) =>
      decision ? [{ ...decision, place, stale: false }] : [],
    ),
    former: [],
  }
}

/** What was proposed for an account of a publication: its decision says so; where there is none, nothing changed. */
function proposalThen({ decision, score, standing }: ResultRow): Proposal {
  const why = { border: null, distance: 0, word: '', ended: null }
  return (
    decision?.proposal ?? {
      ...{ kind: 'same', tier: standing, score },
      from: TIERS.find((tier) => tier === standing) ?? null,
      why: { ...why, code: standing === 'insufficient' ? 'tooLittle' : 'unchanged' },
    }
  )
}
