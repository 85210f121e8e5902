import { holdsOn } from '../../rules/exceptions.ts'
import { type Borders, type Standing, TIERS, type Tier, tierOf } from '../../rules/tiers.ts'

/** What can be proposed for an account's tier, what deserves a look first. */
export const PROPOSAL_KINDS = [
  'promotion',
  'demotion',
  /** the score is too low for the tier, but the rule for demotions isn't met */
  'demotionHeld',
  /** 沿用: too few ballots or marks; last round's tier stays */
  'carried',
  /** 先分类后分级: placed beyond its score (A7) */
  'exception',
  /** no tier before */
  'new',
  'same',
] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** Why something is proposed. */
export const WHYS = [
  /** the score reaches the tier's border */
  'reached',
  /** two points or more below the border of the tier held */
  'farBelow',
  /** below that border two rounds running */
  'twiceBelow',
  /** less than two points below, and not below in the last round */
  'justBelow',
  /** the same, and the last round says nothing of it */
  'firstBelow',
  /** a severe case 严重个案 is open */
  'severeCase',
  /** too few ballots are in */
  'overdue',
  /** too little is marked */
  'tooLittle',
  /** an exception of an earlier round goes on */
  'standing',
  'unchanged',
] as const

/** Why a tier is proposed, as far as it can be said in figures. */
export interface Why {
  readonly code: (typeof WHYS)[number]
  /** the border that the score is measured against; null where it doesn't matter */
  readonly border: keyof Borders | null
  /** how far above (negative: below) that border the score lies, tenths of a point */
  readonly distance: number
  /** the word on the severe case, or the reason of the exception that goes on */
  readonly word: string
  /** the last day of an earlier exception that has ended */
  readonly ended: string | null
}

/** The tier proposed for an account. */
export interface Proposal {
  readonly kind: ProposalKind
  /** the tier in force before; null where there was none */
  readonly from: Tier | null
  readonly tier: Standing
  /** tenths of a point; null where there is none */
  readonly score: number | null
  readonly why: Why
}

/** An exception of an earlier publication. */
export interface FormerException {
  readonly tier: 'key' | 'main'
  readonly reason: string
  readonly approver: string
  /** the last day on which it holds, YYYY-MM-DD; null without end */
  readonly expires: string | null
}

/** What a proposal for one account is made of. */
export interface Candidate {
  readonly from: Tier | null
  /** tenths of a point; null where too little is marked */
  readonly score: number | null
  /** too few ballots are in */
  readonly overdue: boolean
  /** the score in the last published round, and that round's borders; null where it had none */
  readonly last: { readonly score: number; readonly borders: Borders } | null
  readonly former: FormerException | null
  /** the word on a severe case that is open; null where none is */
  readonly severeCase: string | null
}

/** So far below the border of its tier an account is demoted at once, tenths of a point. */
export const FAR_BELOW = 20

/**
 * Proposes a tier. Promotions follow the score. Demotions follow it only from two points below the border of the tier
 * held, or when the account was below that border in the last published round too; never while a severe case is open,
 * nor below the tier of an exception that still holds.
 * @param today YYYY-MM-DD
 */
export function proposalFor(candidate: Candidate, borders: Borders, today: string): Proposal {
  const { from, score, overdue, former, severeCase } = candidate
  const ended = former && !holdsOn(former, today) ? former.expires : null
  const propose = (kind: ProposalKind, tier: Standing, why: Partial<Why> & Pick<Why, 'code'>): Proposal => ({
    ...{ kind, from, tier, score },
    why: { border: null, distance: 0, word: '', ended, ...why },
  })
  if (overdue || score === null) {
    const code = overdue ? 'overdue' : 'tooLittle'
    return from === null ? propose('same', 'insufficient', { code }) : propose('carried', from, { code })
  }
  const earned = tierOf(score, borders)
  const exception = former && ended === null && isBetter(former.tier, earned) ? former : null
  const standing = { code: 'standing', word: former?.reason ?? '' } as const
  if (exception && (from === null || !isBetter(from, exception.tier)))
    return propose('exception', exception.tier, standing)
  const reached: Partial<Why> & Pick<Why, 'code'> = { code: 'reached', ...measured(earned, score, borders) }
  if (from === null) return propose('new', earned, reached)
  if (from === earned) return propose('same', from, { code: 'unchanged' })
  if (isBetter(earned, from)) return propose('promotion', earned, reached)
  const code = fallOf(candidate, score, borders)
  const why = { code, word: severeCase ?? '', ...measured(from, score, borders) }
  if (code !== 'farBelow' && code !== 'twiceBelow') return propose('demotionHeld', from, why)
  // the account falls, but no further than to where an exception holds it
  return exception ? propose('exception', exception.tier, standing) : propose('demotion', earned, why)
}

/** What the rule for demotions says of a score below the border of the tier held. */
function fallOf({ from, last, severeCase }: Candidate, score: number, borders: Borders): Why['code'] {
  if (severeCase !== null) return 'severeCase'
  if (belowBorder(from, score, borders) >= FAR_BELOW) return 'farBelow'
  if (last === null) return 'firstBelow'
  return belowBorder(from, last.score, last.borders) > 0 ? 'twiceBelow' : 'justBelow'
}

/** How far below the border of a tier a score lies, tenths; 0 where it doesn't. */
const belowBorder = (tier: Tier | null, score: number, borders: Borders): number =>
  tier === null || tier === 'small' ? 0 : Math.max(0, borders[tier] - score)

/** A score measured against a tier's own border. The lowest tier has none: there it is the border above. */
const measured = (tier: Tier, score: number, borders: Borders): Pick<Why, 'border' | 'distance'> => {
  const border = tier === 'small' ? 'ordinary' : tier
  return { border, distance: score - borders[border] }
}

/** Whether a tier is better than another. */
export const isBetter = (tier: Tier, than: Tier): boolean => TIERS.indexOf(tier) < TIERS.indexOf(than)

/** Every change of tier, exception, held demotion and carry is decided by name; what stays needs nobody. */
export const needsDecision = ({ kind }: Pick<Proposal, 'kind'>): boolean => kind !== 'same'

/** Whether what was decided on is still what is proposed: another score or tier asks for another decision. */
export const stillFits = (decidedOn: Proposal | null, now: Proposal): boolean =>
  decidedOn !== null &&
  (['kind', 'from', 'tier', 'score'] as const).every((field) => decidedOn[field] === now[field]) &&
  decidedOn.why.code === now.why.code

/** Why a tier can't be decided on; null where it can. */
export type Unfit = 'demotionNotDue' | 'severeCase' | 'exceptionNotHigher' | 'alreadyExpired'

/**
 * Whether somebody may decide on a tier. Better ones are free, with a reason; a worse one than is held only as far as
 * the rule for demotions goes.
 * @param severeCase whether one is open
 */
export function unfitTier({ from, tier: proposed }: Proposal, tier: Tier, severeCase: boolean): Unfit | null {
  if (from === null || !isBetter(from, tier)) return null
  if (severeCase) return 'severeCase'
  const due = proposed !== 'insufficient' && isBetter(from, proposed) && !isBetter(proposed, tier)
  return due ? null : 'demotionNotDue'
}

/** Whether an exception may be placed: above what the score earns, and not over before it begins. */
export function unfitException(
  { score }: Proposal,
  exception: { readonly tier: 'key' | 'main'; readonly expires: string },
  borders: Borders,
  today: string,
): Unfit | null {
  if (!holdsOn(exception, today)) return 'alreadyExpired'
  return score !== null && !isBetter(exception.tier, tierOf(score, borders)) ? 'exceptionNotHigher' : null
}
