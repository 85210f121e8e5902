/** What an account answers to an invitation: `open` where it will tell later. */
export const ANSWERS = ['yes', 'no', 'open'] as const
export type Answer = (typeof ANSWERS)[number]

/** What of an invitation seats and attendance follow from. */
export interface Invited {
  /** YYYY-MM-DD; null while it has not gone out */
  readonly invitedOn: string | null
  readonly reply: { readonly answer: Answer; readonly seats: number } | null
  /** how many came; null while nobody counted */
  readonly came: number | null
}

/** How an event's invitations stand: accounts, but for seats and those who came, which are people. */
export interface Attendance {
  readonly invited: number
  readonly sent: number
  readonly yes: number
  readonly no: number
  readonly open: number
  /** not answered yet, of those that went out */
  readonly silent: number
  readonly seatsTaken: number
  readonly came: number
  /** accounts of which nobody counted who came */
  readonly uncounted: number
}

/** Counts invitations. */
export function attendanceOf(invitations: Iterable<Invited>): Attendance {
  const counts = {
    invited: 0,
    sent: 0,
    yes: 0,
    no: 0,
    open: 0,
    silent: 0,
    seatsTaken: 0,
    came: 0,
    uncounted: 0,
  }
  for (const { invitedOn, reply, came } of invitations) {
    counts.invited += 1
    if (invitedOn !== null) counts.sent += 1
    if (reply !== null) counts[reply.answer] += 1
    else if (invitedOn !== null) counts.silent += 1
    if (reply?.answer === 'yes') counts.seatsTaken += reply.seats
    if (came === null) counts.uncounted += 1
    else counts.came += came
  }
  return counts
}

/** Seats promised beyond those there are; 0 where there is room, or no bound. */
export const overbooked = (seats: number | null, { seatsTaken }: Pick<Attendance, 'seatsTaken'>): number =>
  seats === null ? 0 : Math.max(0, seatsTaken - seats)

/** How an event stands on a day. */
export const EVENT_STATES = ['coming', 'today', 'over', 'cancelled'] as const
export type EventState = (typeof EVENT_STATES)[number]

/** @param today YYYY-MM-DD, as the event's day */
export function eventState(
  { day, cancelled }: { readonly day: string; readonly cancelled: object | null },
  today: string,
): EventState {
  if (cancelled !== null) return 'cancelled'
  if (day === today) return 'today'
  return day > today ? 'coming' : 'over'
}
