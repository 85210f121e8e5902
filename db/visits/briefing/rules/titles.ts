import type { Language } from '../../../terms/language.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { BriefContent } from '../contract.ts'
import { dayText, joined, placeText, words } from './texts.ts'
import type { Audience } from './words.ts'

/** The accounts of a brief in a word: the first, and how many there are; without any, what the visit is called. */
export function accountNames({ accounts, visit }: BriefContent, language: Language): string {
  const say = words(language)
  const [first] = accounts
  if (!first) return visit.title || say.nobody
  return accounts.length > 1 ? fillIn(say.more, { name: first.name, count: accounts.length }) : first.name
}

/** What a brief is headed. */
export function briefTitle(content: BriefContent, audience: Audience, language: Language): string {
  const say = words(language)
  const name = accountNames(content, language)
  if (audience === 'customer') return fillIn(say.customerTitle, { name })
  return content.visit.title || fillIn(say.title, { name })
}

/** When and where, for the line under the title, and after it what else is said. */
export function briefSubtitle({ sections }: BriefContent, more: string, language: Language): string {
  const place = sections.journey.find((row) => row.kind === 'place')
  const when = place ? joined([dayText(place.day, language), place.time], ' ') : ''
  const where = place ? placeText(place) : ''
  return joined([when, where, more], words(language).comma)
}
