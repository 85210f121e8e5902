import type { TFunction } from 'i18next'
import type { Section } from '../../../../db/visits/briefing/rules/words.ts'
import type { ReadyGap } from '../../../../db/visits/contract.ts'
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

/** What is missing, in words. */
export function gapText(gap: ReadyGap, t: TFunction): string {
  switch (gap.code) {
    case 'profile':
      return t('briefing.gap.profile', { name: gap.name })
    case 'issues':
      return t('briefing.gap.issues', { count: gap.count })
    case 'figure':
      return t(`briefing.gap.figure.${gap.figure}`)
    case 'agendaLong':
      return t('briefing.gap.agendaLong', { minutes: gap.minutes })
    case 'bottomLine':
      return t('briefing.gap.bottomLine', { topic: gap.topic })
    case 'gift':
      return t('briefing.gap.gift', { what: gap.what })
    default:
      return t(`briefing.gap.${gap.code}`)
  }
}

/** Where a gap is filled: a person's page, the account's, or the visit's own page. */
export function gapPlace(
  gap: ReadyGap,
  visit: { readonly id: string; readonly accountId: string | null },
): string {
  if (gap.code === 'profile') return `/people/${gap.personId}`
  if (gap.code === 'figure' && visit.accountId !== null) return `/accounts/${visit.accountId}/details`
  return `/visits/${visit.id}#${gap.part}`
}

/** The id of the field on this page in which a topic's bottom line is written. */
export const lineField = (topic: string): string => `bottom-line-${topic}`
