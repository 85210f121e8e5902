/** Who goes to whom: we go, they come, or both meet on neutral ground. */
export const DIRECTIONS = ['go', 'come', 'neutral'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What a visit is for (A9, B4.3): regular, leaders' round table 座谈会, repair, signing, inspection, festival, annual award. */
export const VISIT_KINDS = [
  'regular',
  'roundTable',
  'repair',
  'signing',
  'inspection',
  'festival',
  'award',
] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

/** Kinds to which many accounts come: events. */
export const EVENT_KINDS: readonly VisitKind[] = ['roundTable', 'award']

/** What one of ours does at a visit. One leads. */
export const MEMBER_PARTS = ['leads', 'joins'] as const
export type MemberPart = (typeof MEMBER_PARTS)[number]

/** Lists of at most three points that a visit has: what to ask for, to give and to say. */
export const POINT_LISTS = ['asks', 'gives', 'sayings'] as const
export type PointList = (typeof POINT_LISTS)[number]

/** How an ask was answered. */
export const ANSWERS = ['yes', 'partly', 'no'] as const
export type Answer = (typeof ANSWERS)[number]

/** What a note of the day is: something said, or a piece of market information. */
export const NOTE_KINDS = ['note', 'competitor', 'price', 'plan', 'person'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** How far a visit reached its objective. */
export const REACHES = ['reached', 'partly', 'not'] as const
export type Reach = (typeof REACHES)[number]
