import type { TFunction } from 'i18next'
import type { MapPerson, RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { coverageKey } from '../../../../db/accounts/map/rules/lines.ts'
import { daysBetween } from '../../../../db/accounts/rules/days.ts'
import { DEPTH_WORDS } from '../../../../db/terms/map.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'

/** A person's attitude and role in words, for those who don't see colour and shape. */
export function standing({ attitude, decisionRole }: MapPerson, t: TFunction): string {
  const word = attitude ? t(`map.attitudeWord.${attitude}`) : t('map.noAttitude')
  return decisionRole ? `${word} · ${t(`map.roleWord.${decisionRole}`)}` : word
}

/** The same with their influence. */
export const personFacts = (person: MapPerson, t: TFunction): string =>
  person.influence === null
    ? standing(person, t)
    : `${standing(person, t)} · ${t('map.influence', { influence: person.influence })}`

/** When somebody was last in contact with us, in words. */
export function lastMetText(lastMet: string | null, today: string, t: TFunction): string {
  if (lastMet === null) return t('map.never')
  const days = daysBetween(lastMet, today)
  return days === 0 ? `${lastMet} ${t('map.today')}` : `${lastMet} ${t('map.daysAgo', { count: days })}`
}

/** The word of a depth of contact. */
export const depthText = (depth: number): string => DEPTH_WORDS[spokenLanguage()][depth] ?? ''

/** The depths as choices of a list. */
export const depthOptions = (): { value: number; label: string }[] =>
  DEPTH_WORDS[spokenLanguage()].map((label, value) => ({ value, label }))

/** A line of the map by its key, as one of theirs or one of ours. */
export function lineByKey(map: RelationshipMap, key: string) {
  const relation = map.relations.find(({ id }) => id === key)
  if (relation) return { sort: 'relation' as const, relation }
  const coverage = map.coverage.find(({ memberId, personId }) => coverageKey(memberId, personId) === key)
  return coverage ? { sort: 'coverage' as const, coverage } : null
}

/** Everybody on a map by id. */
export const namesOf = ({ people, members }: RelationshipMap): ReadonlyMap<string, string> =>
  new Map<string, string>([...people, ...members].map(({ id, name }) => [id, name]))
