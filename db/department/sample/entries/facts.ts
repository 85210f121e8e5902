import type { Chance } from '../random.ts'
import type { SampleEntry, SamplePerson } from '../shapes.ts'
import { addressOf } from './slots.ts'
import { FACT_SAYS, TOLD_FACTS } from './topics.ts'

/** How often a talk tells something new of somebody, while there is something left to tell. */
const OFTEN = 0.3

/** Adds to an entry's text what it taught us of somebody, if anything: where the portrait has its facts from. */
export function addFacts(
  text: string,
  account: string,
  person: SamplePerson,
  chance: Chance,
  untold: Set<string>,
): Pick<SampleEntry, 'text' | 'tells'> {
  const { name, facts } = person
  for (const field of TOLD_FACTS) {
    const fact = facts[field]
    // “去年” would not be last year any more on the day of the entry
    if (fact === undefined || /[今去]年/.test(fact) || !untold.has(`${name} ${field}`)) continue
    if (!chance.happens(OFTEN)) return { text, tells: [] }
    untold.delete(`${name} ${field}`)
    const sentence = chance
      .pick(FACT_SAYS[field])
      .replace('{人}', addressOf(person, account))
      .replace('{事实}', fact)
    return { text: `${text}${sentence}。`, tells: [[name, field]] }
  }
  return { text, tells: [] }
}
