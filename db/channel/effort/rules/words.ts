/** What minutes were spent on. */
export const EFFORT_SUBJECTS = ['task', 'request', 'visit', 'case', 'account'] as const
export type EffortSubject = (typeof EFFORT_SUBJECTS)[number]
