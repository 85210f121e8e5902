import { makeAnalysis } from './analysis/makeAnalysis.ts'
import type { SampleAnalysis } from './analysis/shapes.ts'
import type { Calendar } from './calendar.ts'
import { makeCoverage } from './coverage.ts'
import { type SampleFirm, sampleFirms } from './firms.ts'
import { makeEntries } from './makeEntries.ts'
import { makePeople } from './makePeople.ts'
import { makePromises } from './makePromises.ts'
import { storyPeople } from './people.ts'
import { makeRelations, makeWarnings } from './relations.ts'
import type {
  SampleCoverage,
  SampleEntry,
  SamplePerson,
  SamplePromise,
  SampleRelation,
  SampleWarning,
} from './shapes.ts'

/** What the archive of the sample holds beside accounts and figures, by names. */
export interface SampleArchive {
  readonly firms: readonly SampleFirm[]
  readonly people: readonly SamplePerson[]
  readonly coverage: readonly SampleCoverage[]
  /** oldest first */
  readonly entries: readonly SampleEntry[]
  readonly promises: readonly SamplePromise[]
  readonly warnings: readonly SampleWarning[]
  readonly relations: readonly SampleRelation[]
  readonly analysis: SampleAnalysis
}

/**
 * The archive of a sample loaded on the calendar's day; the same for the same day. `lunarInFive` is the lunar day
 * five days later, MM-DD: the chairman's birthday is coming up whenever the sample is loaded.
 */
export function sampleArchive(calendar: Calendar, lunarInFive: string): SampleArchive {
  const firms = sampleFirms(calendar)
  const told = storyPeople(calendar, lunarInFive)
  const people = [...told, ...makePeople(firms, told, calendar)]
  const coverage = makeCoverage(firms, people)
  const { entries, promises } = makePromises(calendar, makeEntries(calendar, firms, people, coverage))
  const warnings = makeWarnings(firms, people)
  const relations = makeRelations(firms, people)
  return {
    firms,
    people,
    coverage,
    entries,
    promises,
    warnings,
    relations,
    analysis: makeAnalysis(firms, calendar),
  }
}
