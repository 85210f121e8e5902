/** The lists of Today 今日: what is late, due today, due within the next seven days, and what waits for others. */
export const SECTIONS = ['late', 'today', 'next7', 'waiting'] as const
export type Section = (typeof SECTIONS)[number]

/** What a line of Today is: each leads to a record of its own. */
export const ITEM_KINDS = [
  'promise',
  'request',
  'part',
  'task',
  'step',
  'correction',
  'consultation',
  'visit',
  'ballot',
  'case',
  'remedy',
  'action',
  'check',
  'winBackStep',
  'winBackLook',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** Whose lines: of this laptop's user, or of the whole department. */
export const WHOSE = ['mine', 'all'] as const
export type Whose = (typeof WHOSE)[number]

/** Lines of a list as it opens; what is beyond is counted, and shown when asked for, so many at a time and in all. */
export const LINES = { first: 50, more: 200, most: 1_000 } as const

/** The parts of a line by which it is ordered. */
export interface Due {
  /** YYYY-MM-DD */
  readonly dueOn: string | null
  /** HH:MM; empty where any time of the day will do */
  readonly dueTime: string
  /** epoch ms where an instant is promised; null where a day is */
  readonly dueAt: number | null
  readonly done: boolean
}

/** A text that sorts lines as they are shown: what is done first, then by day and time, those of any time last in their day. */
export const orderOf = ({ dueOn, dueTime, dueAt, done }: Due, dayOf: (ms: number) => string): string =>
  dueAt === null
    ? `${done ? 0 : 1} ${dueOn ?? '9999'} ${dueTime === '' ? '99' : dueTime}`
    : `${done ? 0 : 1} ${dayOf(dueAt)} ${timeOf(dueAt)}`

/** The time of day of an instant as HH:MM, in the laptop's time zone. */
export function timeOf(ms: number): string {
  const date = new Date(ms)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
