/** What both go through before they sign (B4.2), in its order. */
export const CHECKS = [
  'portraits',
  'people',
  'promises',
  'nextSteps',
  'prices',
  'groups',
  'introduced',
] as const
export type Check = (typeof CHECKS)[number]

/** The two who sign: the one who gives the accounts away and the one who takes them. */
export const SIDES = ['giver', 'taker'] as const
export type Side = (typeof SIDES)[number]

/** What is ticked and signed of a hand-over. Each is the instant at which it was done, or null. */
export interface Progress {
  readonly ticks: Readonly<Record<Check, Readonly<Record<Side, string | null>>>>
  readonly signed: Readonly<Record<Side, string | null>>
  readonly movedAt: string | null
}

/** Where a hand-over stands: its lists are gone through, then both sign, and with the second signature accounts move. */
export const HANDOVER_STATES = ['checking', 'signing', 'moved'] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]

/** The state that follows from what is ticked and signed. */
export function stateOf({ ticks, signed, movedAt }: Progress): HandoverState {
  if (movedAt !== null) return 'moved'
  const signedAny = SIDES.some((side) => signed[side] !== null)
  return signedAny || SIDES.every((side) => openChecks(ticks, side).length === 0) ? 'signing' : 'checking'
}

/** What one side hasn't ticked yet. */
export const openChecks = (ticks: Progress['ticks'], side: Side): Check[] =>
  CHECKS.filter((check) => ticks[check][side] === null)

/** Whether a side may sign: everything on its list is ticked, and it hasn't signed yet. */
export const maySign = (progress: Progress, side: Side): boolean =>
  progress.movedAt === null && progress.signed[side] === null && openChecks(progress.ticks, side).length === 0
