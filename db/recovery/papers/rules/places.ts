import { isInside, type PaperKind } from './words.ts'

/** Places of a template that a case's facts fill, and that a customer may read. */
export const OPEN_PLACES = [
  'account',
  'person',
  'code',
  'title',
  'category',
  'cameOn',
  'happenedOn',
  'product',
  'place',
  'words',
  'remedyAsked',
  'solutionBy',
  'nextNews',
  'standing',
  'finding',
  'containedOn',
  'containment',
  'rootCause',
  'escapeCause',
  'whys',
  'explanation',
  'apology',
  'remedies',
  'compensation',
  'corrective',
  'preventive',
  'checks',
  'team',
  'answer',
  'toldOn',
  'closedOn',
  'owner',
  'today',
] as const
export type OpenPlace = (typeof OPEN_PLACES)[number]

/** Places that only papers for ourselves may have: amounts, names, notes, how it compares. */
export const INSIDE_PLACES = [
  'facts',
  'deadlines',
  'whysInside',
  'rootInside',
  'remediesInside',
  'approval',
  'fairness',
  'apologyInside',
  'actionsInside',
  'trust',
  'proof',
  'orders',
  'members',
  'related',
  'earlier',
  'files',
  'papers',
  'course',
] as const
export type InsidePlace = (typeof INSIDE_PLACES)[number]

export const PLACES = [...OPEN_PLACES, ...INSIDE_PLACES] as const
export type Place = (typeof PLACES)[number]

/** The places that a paper may have, in the order in which they are offered. */
export const placesOf = (paper: PaperKind): readonly Place[] => (isInside(paper) ? PLACES : OPEN_PLACES)
