/** What an event is (A9: guest of honour at these). */
export const EVENT_KINDS = [
  'roundTable',
  'awards',
  'salesMeeting',
  'promotion',
  'training',
  'outing',
  'other',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]
