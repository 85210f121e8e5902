import type Database from 'better-sqlite3'
import type { Mentioned } from '../contract.ts'
import { piecesOf } from '../rules/mentions.ts'

interface Stored {
  readonly id: string
  readonly name: string
  readonly mergedInto: string | null
  readonly erasedAt: string | null
  readonly deleted: number
}

/** Merges of merges: a longer chain is a fault, and no reason to go round for ever. */
const MOST_MERGES = 50

/** Finds who is meant by an id now: the one that merges put in its place. Undefined for an id that never was. */
export function mentionReader(
  db: Database.Database,
): (kind: Mentioned['kind'], id: string, name?: string) => Mentioned | undefined {
  const read = {
    person: db.prepare<[string], Stored>(
      'SELECT id, name, merged_into AS mergedInto, erased_at AS erasedAt, deleted FROM person WHERE id = ?',
    ),
    account: db.prepare<[string], Stored>(
      'SELECT id, name, merged_into AS mergedInto, NULL AS erasedAt, deleted FROM account WHERE id = ?',
    ),
  }
  return (kind, id, name) => {
    let found = read[kind].get(id)
    if (!found) return undefined
    for (let steps = 0; found.deleted === 1 && found.mergedInto !== null && steps < MOST_MERGES; steps += 1) {
      const kept = read[kind].get(found.mergedInto)
      if (!kept) break
      found = kept
    }
    const state = found.erasedAt !== null ? 'erased' : found.deleted === 1 ? 'gone' : 'here'
    // the name of somebody erased may still stand in a text that the erasure could not know of
    const shown = state === 'erased' ? '' : found.name || (name ?? '')
    return { kind, id, to: found.id, name: shown, state }
  }
}

/** Whom the mentions of a text mean now; those that never were anybody are left out. */
export function mentionsOf(text: string, read: ReturnType<typeof mentionReader>): Mentioned[] {
  const found = new Map<string, Mentioned>()
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'text' || found.has(piece.id)) continue
    const mentioned = read(piece.kind, piece.id, piece.name)
    if (mentioned) found.set(piece.id, mentioned)
  }
  return [...found.values()]
}
