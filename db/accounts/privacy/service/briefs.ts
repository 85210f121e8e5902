import type Database from 'better-sqlite3'
import type { Tx } from '../../../kernel/kernel.ts'
import type { RowName } from '../../../kernel/redact.ts'
import type { Language } from '../../../terms/language.ts'
import type { BriefContent } from '../../../visits/briefing/contract.ts'
import { withoutPerson } from '../../../visits/briefing/rules/erased.ts'
import { factsText } from '../../../visits/briefing/rules/rowWords.ts'
import { contentJson, hashOf } from '../../../visits/briefing/service/stored.ts'
import { dayOf } from '../../rules/days.ts'
import type { Held } from '../contract.ts'
import type { Scope } from './scope.ts'

/** Where an erasure has to look for frozen briefs, and what it takes out of their texts. */
interface Where {
  /** rows in whose texts the person may be named */
  readonly naming: readonly RowName[]
  /** rows in which a number of theirs stands */
  readonly holding: readonly RowName[]
  readonly inRow: (text: string) => string
  readonly everywhere: (text: string) => string
}

/**
 * Takes a person out of frozen briefs, inside a command: their rows as a whole, and what belongs to them in all other
 * texts. What is left is hashed, so that a brief still shows whether anything else was done to it. Answers which rows
 * were rewritten: their past is to hold no more than they do now.
 */
export function eraseFromBriefs(
  tx: Tx,
  { personIds }: Scope,
  { naming, holding, inRow, everywhere }: Where,
): RowName[] {
  const named = new Set([...idsOf(naming), ...personIds.flatMap((id) => briefsWith(tx, id))])
  const ids = new Set([...named, ...idsOf(holding)])
  const read = tx.db.prepare<[string], string>('SELECT content FROM visit_brief WHERE id = ?').pluck()
  const write = tx.db.prepare('UPDATE visit_brief SET content = ? WHERE id = ?')
  return [...ids].flatMap((id): RowName[] => {
    const json = read.get(id)
    if (json === undefined) return []
    const content: BriefContent = JSON.parse(json)
    const clean = withoutPerson(content, personIds, named.has(id) ? inRow : everywhere)
    const left = contentJson(clean, [])
    if (left === contentJson(content, [])) return []
    write.run(contentJson(clean, [...content.erasures, { at: tx.now, sha256: hashOf(left) }]), id)
    tx.breathe()
    return [{ table: 'visit_brief', id }]
  })
}

const idsOf = (rows: readonly RowName[]): string[] =>
  rows.flatMap(({ table, id }) => (table === 'visit_brief' ? [id] : []))

/** Briefs that have a row of a person. */
const briefsWith = (tx: Tx, personId: string): string[] =>
  tx.db.prepare<[string], string>('SELECT id FROM visit_brief WHERE instr(content, ?)').pluck().all(personId)

/** What frozen briefs say of a person, newest first; masked facts are among it. */
export const heldInBriefs = (
  db: Database.Database,
  personId: string,
  language: Language,
): Held['parts'][number]['lines'] =>
  db
    .prepare<[string], { content: string; frozenAt: string }>(
      `SELECT content, frozen_at AS frozenAt FROM visit_brief WHERE instr(content, ?) AND deleted = 0
       ORDER BY recorded_at DESC`,
    )
    .all(personId)
    .flatMap(({ content: json, frozenAt }) => {
      const { visit, sections }: BriefContent = JSON.parse(json)
      return sections.people
        .filter((row) => row.personId === personId)
        .map((row) => ({
          label: visit.code,
          value: factsText(row, language),
          on: dayOf(Date.parse(frozenAt)),
          sensitive: row.private,
        }))
    })
