/** The parts of being ready for a visit, with what each counts of 100 (issue of the executive visits). */
export const READY_PARTS = {
  objective: 20,
  people: 15,
  profiles: 15,
  issues: 15,
  figures: 15,
  agenda: 10,
  approvals: 10,
} as const
export type ReadyPart = keyof typeof READY_PARTS

/** Below this a brief is frozen only with a reason. */
export const READY_ENOUGH = 80

/** What is missing. Each leads to the place where it is filled. */
export type Gap =
  | { readonly code: 'objective' | 'wished' | 'lead' | 'theirs' | 'place' | 'time' }
  /** a person whose profile is thin or old */
  | { readonly code: 'profile'; readonly personId: string; readonly name: string }
  /** open issues of the accounts that nobody has looked at for this visit */
  | { readonly code: 'issues'; readonly count: number }
  /** figures of the account that are not known */
  | { readonly code: 'figure'; readonly figure: 'volume' | 'profit' | 'share' | 'growth' }
  | { readonly code: 'figuresUnread' }
  | { readonly code: 'agenda' }
  /** minutes by which the agenda is longer than the visit */
  | { readonly code: 'agendaLong'; readonly minutes: number }
  | { readonly code: 'bottomLine'; readonly topic: string }
  | { readonly code: 'approval' }
  /** a gift that needs an approval and has none */
  | { readonly code: 'gift'; readonly what: string }

/** A gap, the part to which it belongs, and the points that filling it brings. */
export type PricedGap = Gap & { readonly part: ReadyPart; readonly points: number }

/** How ready a visit is. */
export interface Readiness {
  /** 0–100 */
  readonly points: number
  readonly parts: Readonly<Record<ReadyPart, number>>
  readonly gaps: readonly PricedGap[]
}

/** What readiness is worked out from. */
export interface ReadyFacts {
  readonly objective: string
  readonly wished: string
  readonly place: string
  readonly time: string
  readonly hasLead: boolean
  /** theirs, each with whether what we know of them is enough and fresh */
  readonly people: readonly { readonly id: string; readonly name: string; readonly fresh: boolean }[]
  /** open issues, and how many of them were looked at */
  readonly issues: { readonly open: number; readonly unread: number }
  /** which head figures of the first account are known; null for a visit without account */
  readonly figures: Readonly<Record<'volume' | 'profit' | 'share' | 'growth', boolean>>
  readonly figuresRead: boolean
  readonly topics: readonly {
    readonly topic: string
    readonly minutes: number
    readonly bottomLine: string
  }[]
  /** how long the visit takes */
  readonly minutes: number
  readonly approved: boolean
  readonly gifts: readonly { readonly what: string; readonly missing: boolean }[]
}

/** How ready a visit is: 0–100 with its parts, and what is missing, the most valuable first. */
export function readinessOf(facts: ReadyFacts): Readiness {
  const gaps = [
    ...shared('objective', [
      [14, facts.objective === '', { code: 'objective' }],
      [6, facts.wished === '', { code: 'wished' }],
    ]),
    ...shared('people', [
      [5, !facts.hasLead, { code: 'lead' }],
      [6, facts.people.length === 0, { code: 'theirs' }],
      [2, facts.place === '', { code: 'place' }],
      [2, facts.time === '', { code: 'time' }],
    ]),
    ...profileGaps(facts),
    ...shared('issues', [
      [READY_PARTS.issues, facts.issues.unread > 0, { code: 'issues', count: facts.issues.unread }],
    ]),
    ...figureGaps(facts),
    ...agendaGaps(facts),
    ...approvalGaps(facts),
  ]
  const left = (part: ReadyPart): number =>
    READY_PARTS[part] - gaps.reduce((sum, gap) => sum + (gap.part === part ? gap.points : 0), 0)
  const parts = {
    objective: left('objective'),
    people: left('people'),
    profiles: left('profiles'),
    issues: left('issues'),
    figures: left('figures'),
    agenda: left('agenda'),
    approvals: left('approvals'),
  } satisfies Record<ReadyPart, number>
  return {
    points: Object.values(parts).reduce((sum, points) => sum + points, 0),
    parts,
    gaps: gaps.toSorted((one, other) => other.points - one.points),
  }
}

/** Gaps of a part whose points are known beforehand. */
const shared = (
  part: ReadyPart,
  items: readonly (readonly [points: number, missing: boolean, gap: Gap])[],
): PricedGap[] => items.flatMap(([points, missing, gap]) => (missing ? [{ ...gap, part, points }] : []))

/** Gaps that share a part's points evenly among `of` things: whole points that add up. */
function evenly(part: ReadyPart, most: number, of: number, gaps: readonly Gap[]): PricedGap[] {
  const upTo = (count: number): number => Math.round((most * count) / Math.max(1, of))
  return gaps.map((gap, at) => ({ ...gap, part, points: upTo(at + 1) - upTo(at) }))
}

function profileGaps({ people }: ReadyFacts): PricedGap[] {
  const part = 'profiles'
  // nobody to know is no profile known
  if (people.length === 0) return [{ code: 'theirs', part, points: READY_PARTS.profiles }]
  const thin = people.filter(({ fresh }) => !fresh)
  return evenly(
    part,
    READY_PARTS.profiles,
    people.length,
    thin.map(({ id, name }) => ({ code: 'profile', personId: id, name })),
  )
}

/** Points of the figures for having looked at them. */
const FIGURES_READ = 5
const FIGURES = ['volume', 'profit', 'share', 'growth'] as const

function figureGaps({ figures, figuresRead }: ReadyFacts): PricedGap[] {
  const unknown = FIGURES.filter((figure) => !figures[figure])
  return [
    ...evenly(
      'figures',
      READY_PARTS.figures - FIGURES_READ,
      FIGURES.length,
      unknown.map((figure) => ({ code: 'figure', figure })),
    ),
    ...shared('figures', [[FIGURES_READ, !figuresRead, { code: 'figuresUnread' }]]),
  ]
}

/** Points of the agenda for bottom lines, and for fitting into the visit. */
const BOTTOM_LINES = 4
const FITS = 3

function agendaGaps({ topics, minutes }: ReadyFacts): PricedGap[] {
  const part = 'agenda'
  if (topics.length === 0) return [{ code: 'agenda', part, points: READY_PARTS.agenda }]
  const over = agendaMinutes(topics) - minutes
  return [
    ...shared(part, [[FITS, over > 0, { code: 'agendaLong', minutes: over }]]),
    ...evenly(
      part,
      BOTTOM_LINES,
      topics.length,
      topics
        .filter(({ bottomLine }) => bottomLine === '')
        .map(({ topic }) => ({ code: 'bottomLine', topic })),
    ),
  ]
}

/** Minutes of all topics. */
export const agendaMinutes = (topics: readonly { readonly minutes: number }[]): number =>
  topics.reduce((sum, { minutes }) => sum + minutes, 0)

/** Points of the approvals for gifts. */
const GIFTS = 4

function approvalGaps({ approved, gifts }: ReadyFacts): PricedGap[] {
  const part = 'approvals'
  const missing = gifts.filter(({ missing }) => missing)
  return [
    ...shared(part, [[READY_PARTS.approvals - GIFTS, !approved, { code: 'approval' }]]),
    ...evenly(
      part,
      GIFTS,
      missing.length,
      missing.map(({ what }) => ({ code: 'gift', what })),
    ),
  ]
}
