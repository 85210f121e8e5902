import { addDays, daysBetween } from '../../../accounts/rules/days.ts'

/** A task put off: until which day, why, by whom. */
export interface Snooze {
  /** YYYY-MM-DD, the day on which it is back */
  readonly until: string
  readonly reason: string
  readonly by: string | null
}

/** A task that can't go on before somebody else acts. */
export interface Waiting {
  /** whom, in words */
  readonly on: string
  /** one of ours, where it is one */
  readonly memberId: string | null
  /** YYYY-MM-DD */
  readonly since: string
}

/** How a task ended. */
export interface Settlement {
  readonly state: 'done' | 'dropped'
  /** instant, ISO-8601 UTC */
  readonly at: string
  /** who settled it; null where nobody of ours did */
  readonly by: string | null
  readonly note: string
  /** the entry of the work log that did what it asked for, and that contact's day; absent where somebody settled it */
  readonly contact?: { readonly entryId: string; readonly on: string }
  /** its reason is gone: the birthday was corrected, the event called off */
  readonly gone?: true
}

/** What a task comes again by. */
export const REPEAT_UNITS = ['day', 'week', 'month', 'year'] as const
export type RepeatUnit = (typeof REPEAT_UNITS)[number]

/** Done, it comes again: every so many days, weeks, months or years. */
export interface Repeats {
  readonly every: RepeatUnit
  readonly count: number
  /** the day of the month that it keeps to, so that the 31st doesn't become the 28th for good */
  readonly day?: number | undefined
}

/** Where a task stands on a day. Snoozed and waiting ones are open too, but not late. */
export const TASK_STATES = [
  'late',
  'today',
  'next7',
  'later',
  'snoozed',
  'waiting',
  'done',
  'dropped',
] as const
export type TaskState = (typeof TASK_STATES)[number]

/** The parts of a task that its state depends on. */
export interface Standing {
  readonly dueOn: string
  readonly snooze: Pick<Snooze, 'until'> | null
  readonly waiting: object | null
  readonly settlement: Pick<Settlement, 'state'> | null
}

/** The day that counts: one that was put off is due when it is back, unless it is due later anyway. */
export const dueDay = ({ dueOn, snooze }: Pick<Standing, 'dueOn' | 'snooze'>): string =>
  snooze !== null && snooze.until > dueOn ? snooze.until : dueOn

/** Where a task stands on `today` (YYYY-MM-DD). */
export function stateOf(task: Standing, today: string): TaskState {
  if (task.settlement !== null) return task.settlement.state
  if (task.snooze !== null && task.snooze.until > today) return 'snoozed'
  if (task.waiting !== null) return 'waiting'
  const due = dueDay(task)
  if (due < today) return 'late'
  if (due === today) return 'today'
  return due <= addDays(today, 7) ? 'next7' : 'later'
}

/** Days by which an open task is late on `today`; 0 while it isn't. */
export const daysLate = (task: Standing, today: string): number =>
  stateOf(task, today) === 'late' ? daysBetween(dueDay(task), today) : 0

/** The next day on which a repeated task is due, after the one on which it was, and after `today`. */
export function nextDue({ every, count, day }: Repeats, dueOn: string, today: string): string {
  let next = dueOn
  for (let turn = 1; next <= today || turn === 1; turn += 1) next = stepped(dueOn, every, count * turn, day)
  return next
}

function stepped(from: string, every: RepeatUnit, count: number, keptDay: number | undefined): string {
  if (every === 'day' || every === 'week') return addDays(from, count * (every === 'week' ? 7 : 1))
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const months = year * 12 + (month - 1) + count * (every === 'year' ? 12 : 1)
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-01`
  const last = daysIn(months)
  return `${first.slice(0, 8)}${two(Math.min(keptDay ?? day, last))}`
}

const daysIn = (months: number): number =>
  new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
const two = (number: number): string => String(number).padStart(2, '0')
