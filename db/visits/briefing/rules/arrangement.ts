import type { MemberId } from '../../../kernel/ids.ts'
import type { Arrangement } from '../contract.ts'
import { SECTIONS, type Section } from './words.ts'

/** Where the leader and the preparer of a visit are known. */
interface Whose {
  readonly leadId: MemberId | null
  readonly ownerId: MemberId | null
}

/**
 * Sections and readers as they count: each once, and who leads always among the readers. Where nobody arranged anything,
 * all sections in their usual order, and who prepares the visit reads too.
 */
export function arrangementOf(stored: Arrangement | null, { leadId, ownerId }: Whose): Arrangement {
  const readers = stored?.readers ?? (ownerId === null ? [] : [ownerId])
  return {
    sections: [...new Set(stored?.sections ?? SECTIONS)],
    readers: [...new Set(leadId === null ? readers : [leadId, ...readers])],
  }
}

/** Sections with one moved by so many places, within their bounds. */
export function moved(sections: readonly Section[], section: Section, by: number): Section[] {
  const at = sections.indexOf(section)
  if (at === -1) return [...sections]
  const others = sections.filter((each) => each !== section)
  const to = Math.max(0, Math.min(others.length, at + by))
  return [...others.slice(0, to), section, ...others.slice(to)]
}

/** Sections with one taken in, where it usually stands among those that are there, or left out. */
export function toggled(sections: readonly Section[], section: Section): Section[] {
  if (sections.includes(section)) return sections.filter((each) => each !== section)
  const usual = SECTIONS.indexOf(section)
  const before = sections.findLastIndex((each) => SECTIONS.indexOf(each) < usual)
  return [...sections.slice(0, before + 1), section, ...sections.slice(before + 1)]
}
