import type { Language } from '../../../terms/language.ts'
import { depthWord, LINE_WORDS, MAP_WORDS } from '../../../terms/map.ts'
import type { RelationshipMap } from '../contract.ts'
import { coverageKey } from './lines.ts'

/** One line of the map as a row: between two of theirs, or from one of ours to one of theirs. */
export interface TableRow {
  readonly key: string
  readonly kind: 'reports' | 'influences' | 'conflicts' | 'coverage'
  readonly fromId: string
  readonly from: string
  readonly toId: string
  readonly to: string
  /** of coverage only, 0–4 */
  readonly depth: number | null
  readonly wanted: number | null
  readonly note: string
}

/** The lines of a map as rows: relations first, then coverage. */
export function tableRows(map: RelationshipMap): readonly TableRow[] {
  const names = new Map<string, string>([...map.people, ...map.members].map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => names.get(id) ?? ''
  return [
    ...map.relations.map(({ id, kind, fromId, toId, note }) => ({
      key: id,
      kind,
      fromId,
      from: nameOf(fromId),
      toId,
      to: nameOf(toId),
      depth: null,
      wanted: null,
      note,
    })),
    ...map.coverage.map(({ memberId, personId, depth, wanted }) => ({
      key: coverageKey(memberId, personId),
      kind: 'coverage' as const,
      fromId: memberId,
      from: nameOf(memberId),
      toId: personId,
      to: nameOf(personId),
      depth,
      wanted,
      note: '',
    })),
  ]
}

/** The table as CSV text for Excel: with a BOM, and nothing that Excel would take for a formula. */
export function tableCsv(map: RelationshipMap, language: Language): string {
  const words = MAP_WORDS[language]
  const head = [words.from, words.kind, words.to, words.now, words.goal, words.note]
  const rows = tableRows(map).map(({ from, kind, to, depth, wanted, note }) => [
    from,
    LINE_WORDS[language][kind],
    to,
    depth === null ? '' : depthWord(depth, language),
    wanted === null ? '' : depthWord(wanted, language),
    note,
  ])
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
