import { after, isOpen, type VisitEventKind, type VisitState } from './states.ts'

/** Where a visit stands after what has happened to it. Instants are epoch ms. */
export interface VisitProgress {
  /** 1 while there is something to do: what the index of open ones asks for */
  readonly open: 0 | 1
  readonly state: VisitState
  /** since when it stands there */
  readonly since: number
  /** how often it was moved after it was approved */
  readonly moved: number
  /** when it was approved, confirmed by the customer, and held; null while it isn't */
  readonly approvedAt: number | null
  readonly confirmedAt: number | null
  readonly heldAt: number | null
  /** when it ended and minutes fell due; null before */
  readonly finishedAt: number | null
  /** when the first minutes were recorded, and when it was closed; null before */
  readonly recordedAt: number | null
  readonly closedAt: number | null
  /** YYYY-MM-DD by which its minutes are due; null while none are */
  readonly minutesDueOn: string | null
}

/** A visit that was just proposed. @param at epoch ms */
export const begin = (at: number): VisitProgress => ({
  open: 1,
  state: 'proposed',
  since: at,
  moved: 0,
  approvedAt: null,
  confirmedAt: null,
  heldAt: null,
  finishedAt: null,
  recordedAt: null,
  closedAt: null,
  minutesDueOn: null,
})

/**
 * Where a visit stands after something happened to it; undefined where its state refuses that.
 * @param at epoch ms
 * @param minutesDueOn YYYY-MM-DD by which minutes are due where the event is that it was held
 */
export function advance(
  before: VisitProgress,
  event: VisitEventKind,
  at: number,
  minutesDueOn: string | null = null,
): VisitProgress | undefined {
  const state = after(before.state, event)
  if (state === undefined) return undefined
  const stood = { ...before, state, open: isOpen(state) ? 1 : 0 } as const
  const since = state === before.state ? before.since : at
  return { ...stood, since, ...momentsAfter(before, event, at, minutesDueOn) }
}

function momentsAfter(
  before: VisitProgress,
  event: VisitEventKind,
  at: number,
  minutesDueOn: string | null,
): Partial<VisitProgress> {
  switch (event) {
    case 'approve':
      return { approvedAt: at }
    case 'withdraw':
      return { approvedAt: null }
    case 'confirm':
      return { confirmedAt: at }
    case 'move':
      return before.state === 'proposed' ? {} : { moved: before.moved + 1, confirmedAt: null }
    case 'hold':
      return { heldAt: at, minutesDueOn }
    case 'finish':
      return { finishedAt: at }
    case 'record':
      return { recordedAt: before.recordedAt ?? at, minutesDueOn: null }
    case 'close':
      return { closedAt: at }
    case 'reopen':
      return before.state === 'closed'
        ? { closedAt: null }
        : { approvedAt: null, confirmedAt: null, closedAt: null }
    case 'freeze':
    case 'thaw':
    case 'cancel':
    case 'miss':
      return {}
  }
}
