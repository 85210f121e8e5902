import type { Section } from '../../../../db/visits/briefing/rules/words.ts'
import type { ReadyPart } from '../../../../db/visits/rules/readiness.ts'

/** The section of a brief to which a part of being ready belongs. */
export const SECTION_OF: Readonly<Record<ReadyPart, Section>> = {
  objective: 'summary',
  people: 'people',
  profiles: 'people',
  issues: 'issues',
  figures: 'figures',
  agenda: 'agenda',
  approvals: 'journey',
}

/** The id of the field on this page in which a topic's bottom line is written. */
export const lineField = (topic: string): string => `bottom-line-${topic}`
