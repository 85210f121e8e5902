/** What a care task asks of us. */
export const TASK_KINDS = [
  'visit',
  'executiveVisit',
  'call',
  'survey',
  'greeting',
  'talk',
  'contract',
  'invitation',
  'service',
  'information',
  'internal',
  'other',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]
