import type { Language } from '../../../terms/language.ts'
import { depthWord, MAP_WORDS } from '../../../terms/map.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { type Connections, type Hole, weakestLine } from './holes.ts'

/** A hole as a sentence that names the person. */
export function holeText(hole: Hole, map: Connections, language: Language): string {
  const words = MAP_WORDS[language]
  const name = personName(hole, map)
  const member = memberName(hole, map)
  switch (hole.kind) {
    case 'noDecider':
      return words.noDecider
    case 'noContact':
      return fillIn(words.noContact, { name })
    case 'onlyOne':
      return fillIn(words.onlyOne, { name, member })
    case 'notMet':
      return hole.days === null
        ? fillIn(words.neverMet, { name })
        : fillIn(words.notMet, { name, days: hole.days, interval: map.interval })
    case 'thin':
      return fillIn(words.thin, {
        name,
        member,
        depth: depthWord(hole.depth, language),
        wanted: depthWord(hole.wanted, language),
      })
  }
}

/** One sentence on the weakest of our lines; the sentence that nothing is missing where none is. */
export function findingText(map: Connections, language: Language): string {
  const words = MAP_WORDS[language]
  const weakest = weakestLine(map)
  if (!weakest) return map.people.length === 0 ? '' : words.noHoles
  const parts = weakest.holes.slice(0, 2).map((hole) => partText(hole, map, language))
  return fillIn(words.weakest, { name: weakest.person.name, parts: parts.join(words.and) })
}

function partText(hole: Hole, map: Connections, language: Language): string {
  const words = MAP_WORDS[language]
  const member = memberName(hole, map)
  switch (hole.kind) {
    case 'noDecider':
      return words.noDecider
    case 'noContact':
      return words.partNoContact
    case 'onlyOne':
      return fillIn(words.partOnlyOne, { member })
    case 'notMet':
      return hole.days === null ? words.partNeverMet : fillIn(words.partNotMet, { days: hole.days })
    case 'thin':
      return fillIn(words.partThin, { member })
  }
}

const personName = (hole: Hole, { people }: Connections): string =>
  ('personId' in hole && people.find(({ id }) => id === hole.personId)?.name) || ''

const memberName = (hole: Hole, { members }: Connections): string =>
  ('memberId' in hole && members.find(({ id }) => id === hole.memberId)?.name) || ''
