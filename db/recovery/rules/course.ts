/** What was written down so much later than it happened says so; ms. */
const LATE_NOTE = 3_600_000

/** Whether an event was written down long after it happened: a course that is honest says when. Both epoch ms. */
export const notedLate = ({
  at,
  recordedAt,
}: {
  readonly at: number
  readonly recordedAt: number
}): boolean => recordedAt - at >= LATE_NOTE
