/** The states of a round, in the order in which it goes through them. A shared sheet knows `marking` and `published` on. */
export const ROUND_STATES = [
  'draft',
  'marking',
  'locked',
  'consensus',
  'approval',
  'published',
  'archived',
] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** How a round is marked: one sheet that the group fills together, or a ballot per evaluator. */
export type RoundMethod = 'sheet' | 'ballots'

/** Who may take a step: anybody at this laptop, the chair (leader or deputy), or the leader alone (A1). */
export type Authority = 'anyone' | 'chair' | 'leader'

/** A step that a round may take. */
export interface RoundTransition {
  readonly method: RoundMethod
  readonly from: RoundState
  readonly to: RoundState
  readonly by: Authority
  /** a step back has to say why */
  readonly reason: boolean
}

const on = (method: RoundMethod, from: RoundState, to: RoundState, by: Authority): RoundTransition => ({
  method,
  from,
  to,
  by,
  reason: false,
})

const back = (method: RoundMethod, from: RoundState, to: RoundState, by: Authority): RoundTransition => ({
  method,
  from,
  to,
  by,
  reason: true,
})

/** Every step that there is. Published rounds are never edited: going back from there leads to a new revision. */
export const TRANSITIONS: readonly RoundTransition[] = [
  on('ballots', 'draft', 'marking', 'anyone'),
  on('ballots', 'marking', 'locked', 'chair'),
  on('ballots', 'locked', 'consensus', 'chair'),
  on('ballots', 'consensus', 'approval', 'chair'),
  on('ballots', 'approval', 'published', 'leader'),
  on('ballots', 'published', 'archived', 'leader'),
  back('ballots', 'marking', 'draft', 'leader'),
  back('ballots', 'locked', 'marking', 'leader'),
  back('ballots', 'consensus', 'marking', 'leader'),
  back('ballots', 'approval', 'consensus', 'leader'),
  back('ballots', 'published', 'consensus', 'leader'),
  back('ballots', 'archived', 'published', 'leader'),
  on('sheet', 'marking', 'published', 'anyone'),
  on('sheet', 'published', 'archived', 'anyone'),
  back('sheet', 'published', 'marking', 'anyone'),
  on('sheet', 'archived', 'published', 'anyone'),
]

/** The step from one state to another; undefined where there is none. */
export const transition = (
  method: RoundMethod,
  from: RoundState,
  to: RoundState,
): RoundTransition | undefined =>
  TRANSITIONS.find((step) => step.method === method && step.from === from && step.to === to)

/** The steps that lead on from a state, or (with `backwards`) back from it. */
export const stepsFrom = (method: RoundMethod, from: RoundState, backwards: boolean): RoundTransition[] =>
  TRANSITIONS.filter((step) => step.method === method && step.from === from && step.reason === backwards)

/** Whether the ballots of others may be seen: after the reveal 揭晓, which follows the lock. */
export const isRevealed = (state: RoundState): boolean =>
  ROUND_STATES.indexOf(state) >= ROUND_STATES.indexOf('consensus')

/** Whether the sheet must stay as it is, because ballots for it are out or its result is being decided. */
export const holdsSheet = (method: RoundMethod, state: RoundState): boolean =>
  method === 'ballots' &&
  (state === 'marking' || state === 'locked' || state === 'consensus' || state === 'approval')
