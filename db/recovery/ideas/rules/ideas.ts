/** Where an idea stands, in the order in which it usually goes (C9). */
export const IDEA_STATES = [
  'proposed',
  'weighed',
  'accepted',
  'inWork',
  'delivered',
  'told',
  'refused',
] as const
export type IdeaState = (typeof IDEA_STATES)[number]

/** What can happen to an idea. `rework` is that what was delivered doesn't do, `takeUp` that a refused one is looked at again. */
export const IDEA_EVENTS = [
  'weigh',
  'accept',
  'start',
  'deliver',
  'tell',
  'rework',
  'refuse',
  'takeUp',
] as const
export type IdeaEventKind = (typeof IDEA_EVENTS)[number]

type Targets = Readonly<Partial<Record<IdeaEventKind, IdeaState>>>

/** Every step that there is: where an event leads from a state. What is not here is refused. */
export const IDEA_TRANSITIONS: Readonly<Record<IdeaState, Targets>> = {
  proposed: { weigh: 'weighed', refuse: 'refused' },
  weighed: { weigh: 'weighed', accept: 'accepted', refuse: 'refused' },
  accepted: { weigh: 'accepted', start: 'inWork', refuse: 'refused' },
  inWork: { weigh: 'inWork', deliver: 'delivered', refuse: 'refused' },
  delivered: { tell: 'told', rework: 'inWork' },
  told: { rework: 'inWork' },
  refused: { takeUp: 'proposed' },
}

/** Where an event leads from a state; undefined where it is refused. */
export const afterIdea = (state: IdeaState, event: IdeaEventKind): IdeaState | undefined =>
  IDEA_TRANSITIONS[state][event]

/** The events that an idea in a state may meet, in the order in which they are offered. */
export const ideaEventsFrom = (state: IdeaState): IdeaEventKind[] =>
  IDEA_EVENTS.filter((event) => IDEA_TRANSITIONS[state][event] !== undefined)

/** Whether there is still something to do for us: not once all who asked were told, nor when it was refused. */
export const isIdeaOpen = (state: IdeaState): boolean => state !== 'told' && state !== 'refused'

/** Whether something came of it that those who asked can be told: it is there, or it won't come. */
export const hasOutcome = (state: IdeaState): boolean =>
  state === 'delivered' || state === 'told' || state === 'refused'

/** Whether an event has to say why: what takes something back, and a refusal. */
export const needsIdeaReason = (event: IdeaEventKind): boolean => event === 'refuse' || event === 'rework'

/** Where an idea stands once somebody who asked hasn't been told: one that was told to all is delivered again. */
export const withUntold = (state: IdeaState): IdeaState => (state === 'told' ? 'delivered' : state)

/** Where an idea stands, as its column `progress` keeps it. */
export interface IdeaProgress {
  readonly state: IdeaState
  /** since when, epoch ms */
  readonly since: number
  /** 1 while there is something to do */
  readonly open: 0 | 1
}

/** An idea in a state since an instant. @param at epoch ms */
export const ideaStanding = (state: IdeaState, at: number): IdeaProgress => ({
  state,
  since: at,
  open: isIdeaOpen(state) ? 1 : 0,
})
