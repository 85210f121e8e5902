import type { Block } from '../../../exchange/rules/document.ts'
import { CUSTOMER_SECTION_WORDS, numbered, SECTION_WORDS } from '../../../terms/briefing.ts'
import type { Language } from '../../../terms/language.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { sectionsFor } from './audience.ts'
import { figuresPart, rivalsPart, standingPart, whiteSpacePart } from './business.ts'
import { journeyPart } from './journey.ts'
import { agendaPart, issuesPart, lastVisitPart, sensitivitiesPart } from './matters.ts'
import { peoplePart } from './people.ts'
import { summaryPart } from './summary.ts'
import { words } from './texts.ts'
import type { Part, Told } from './told.ts'
import type { Audience, Section } from './words.ts'

const PARTS = {
  summary: summaryPart,
  people: peoplePart,
  issues: issuesPart,
  figures: figuresPart,
  standing: standingPart,
  rivals: rivalsPart,
  whiteSpace: whiteSpacePart,
  lastVisit: lastVisitPart,
  sensitivities: sensitivitiesPart,
  agenda: agendaPart,
  journey: journeyPart,
} as const satisfies Record<Section, (told: Told) => Part>

/** A section of a brief as it is read. */
export interface ToldSection {
  readonly section: Section
  readonly blocks: readonly Block[]
}

/**
 * A brief in words: its sections in that order, each under its numbered heading, with what changed where it is told
 * against a frozen one. Sections of which nothing is known are left out.
 */
export const sectionBlocks = (told: Told, sections: readonly Section[]): ToldSection[] =>
  sectionsFor(sections, told.audience)
    .map((section) => ({ section, part: PARTS[section](told) }))
    .filter(({ part }) => part.blocks.length > 0)
    .map(({ section, part }, at) => ({
      section,
      blocks: [
        {
          kind: 'heading',
          level: 1,
          text: numbered(sectionWord(section, told.audience, told.language), at, told.language),
          ...(part.changed === 0
            ? {}
            : { badge: fillIn(words(told.language).badge, { count: part.changed }) }),
        },
        ...part.blocks,
      ],
    }))

/** What a section is called for an audience. */
export function sectionWord(section: Section, audience: Audience, language: Language): string {
  if (audience === 'customer' && (section === 'agenda' || section === 'people' || section === 'journey'))
    return CUSTOMER_SECTION_WORDS[language][section]
  return SECTION_WORDS[language][section]
}
