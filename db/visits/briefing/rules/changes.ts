import type { BriefContent, BriefRow } from '../contract.ts'
import { SECTIONS, type Section } from './words.ts'

/** A row that differs between two contents: added where `before` is null, removed where `after` is. */
export interface Changed {
  readonly section: Section
  readonly key: string
  readonly before: BriefRow | null
  readonly after: BriefRow | null
}

type Sections = Pick<BriefContent, 'sections'>

/** What differs between two contents, row by row in the order of the sections. The order of rows says nothing. */
export const changesBetween = (before: Sections, after: Sections): Changed[] =>
  SECTIONS.flatMap((section) => {
    const old = byKey(before.sections[section])
    const now = byKey(after.sections[section])
    const kept = [...now].flatMap(([key, row]): Changed[] => {
      const was = old.get(key) ?? null
      return was !== null && isSame(was, row) ? [] : [{ section, key, before: was, after: row }]
    })
    const gone = [...old].flatMap(([key, row]): Changed[] =>
      now.has(key) ? [] : [{ section, key, before: row, after: null }],
    )
    return [...kept, ...gone]
  })

const byKey = (rows: readonly BriefRow[]): Map<string, BriefRow> => new Map(rows.map((row) => [row.key, row]))

/** Whether two rows say the same. The order in which they name their fields says nothing. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/** A value as text in which fields stand in the order of their names. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
