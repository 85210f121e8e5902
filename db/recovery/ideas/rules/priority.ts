/** What an idea is worth to the customers, and what it costs us: 1–5 each, five being most. */
export interface Weight {
  readonly value: number
  readonly effort: number
}

/** The marks that value and effort are given. */
export const WEIGHTS = [1, 2, 3, 4, 5] as const

/** What is done first, in turn, or when there is time. */
export const PRIORITY_BANDS = ['first', 'inTurn', 'later'] as const
export type PriorityBand = (typeof PRIORITY_BANDS)[number]

/** Effort counts the other way round: the least is worth as much as the most value. */
const TURNED = 6
/** From here on an idea goes first: much value for middling effort, 5 × 3. */
const FIRST = 15
/** From here on an idea has its turn: middling value for middling effort less one, 3 × 3 being the middle. */
const IN_TURN = 8

/** What goes first: value times how little effort it takes, 1–25. */
export const priorityOf = ({ value, effort }: Weight): number => value * (TURNED - effort)

/** The same in three bands. */
export function priorityBand(weight: Weight): PriorityBand {
  const priority = priorityOf(weight)
  if (priority >= FIRST) return 'first'
  return priority >= IN_TURN ? 'inTurn' : 'later'
}
