import type { z } from 'zod'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { map } from '../contract.ts'

type Input = z.output<NonNullable<(typeof map.setCoverage)['~orpc']['inputSchema']>>
type Cover = NonNullable<Input['after']>

/**
 * Says how well one of ours knows a person and how well we want it; `after` null takes the line away.
 * @throws Refusal PERSON_NOT_FOUND, MEMBER_NOT_FOUND, CELLS_CHANGED
 */
export function setCoverage(kernel: Kernel, input: Input): Outcome<object> {
  const { commandId, personId, memberId, before, after } = input
  const nameIn = (table: 'person' | 'member', id: string): string | undefined =>
    kernel.db
      .prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ? AND deleted = 0`)
      .pluck()
      .get(id)
  const person = nameIn('person', personId)
  const member = nameIn('member', memberId)
  const label = { command: 'setCoverage', params: { name: person ?? '', member: member ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    if (person === undefined) throw new Refusal('PERSON_NOT_FOUND')
    if (member === undefined) throw new Refusal('MEMBER_NOT_FOUND')
    const id = derivedId(personId, memberId, 'coverage')
    const stored = tx.db
      .prepare<[string], Cover>('SELECT depth, wanted FROM coverage WHERE id = ? AND deleted = 0')
      .get(id)
    if (same(stored ?? null, after)) return {}
    if (!same(stored ?? null, before))
      throw new Refusal('CELLS_CHANGED', {
        cells: 1,
        name: person,
        current: stored ? String(stored.depth) : null,
      })
    if (after === null) tx.db.prepare('UPDATE coverage SET deleted = 1 WHERE id = ?').run(id)
    else
      tx.db
        .prepare(
          `INSERT INTO coverage (id, person_id, member_id, depth, wanted) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET depth = excluded.depth, wanted = excluded.wanted, deleted = 0`,
        )
        .run(id, personId, memberId, after.depth, after.wanted)
    return {}
  })
}

const same = (a: Cover | null, b: Cover | null): boolean =>
  a === b || (a !== null && b !== null && a.depth === b.depth && a.wanted === b.wanted)
