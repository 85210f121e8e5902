import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId, type CommandId, RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { dayOf } from '../../rules/days.ts'
import { accountReader } from '../../service/read.ts'
import type { LineFields, MapRelation, map } from '../contract.ts'
import { circleClosedBy } from '../rules/circles.ts'
import { peopleOf, relationsOf } from './read.ts'

type AddInput = z.output<NonNullable<(typeof map.addRelation)['~orpc']['inputSchema']>>
type ChangeInput = z.output<NonNullable<(typeof map.changeRelation)['~orpc']['inputSchema']>>

/**
 * Draws a line between two people of an account.
 * @throws Refusal ACCOUNT_NOT_FOUND, MAP_PERSON_NOT_FOUND, LINE_TO_SELF, REPORTS_IN_CIRCLE, LINE_EXISTS
 */
export function addRelation(
  kernel: Kernel,
  { commandId, accountId, note = '', ...ends }: AddInput,
): Outcome<{ relationId: RowId }> {
  const line: LineFields = { ...ends, note }
  const label = { command: 'addRelation', params: endNames(kernel, line) }
  return kernel.write({ commandId, label }, (tx) => {
    if (!accountReader(tx.db)(accountId)) throw new Refusal('ACCOUNT_NOT_FOUND')
    refuseMisfit(kernel, tx, accountId, line, null)
    const relationId = RowId.parse(tx.newId())
    tx.db
      .prepare('INSERT INTO relation (id, account_id, from_id, to_id, kind, note) VALUES (?, ?, ?, ?, ?, ?)')
      .run(relationId, accountId, line.fromId, line.toId, line.kind, note)
    return { relationId }
  })
}

/**
 * Changes a line's kind, note or direction; one that already is as wanted counts as done.
 * @throws Refusal RELATION_NOT_FOUND, CELLS_CHANGED, and as {@link addRelation}
 */
export function changeRelation(
  kernel: Kernel,
  { commandId, relationId, before, after }: ChangeInput,
): Outcome<object> {
  const label = { command: 'changeRelation', params: endNames(kernel, after) }
  return kernel.write({ commandId, label }, (tx) => {
    const stored = tx.db
      .prepare<[RowId], LineFields & { accountId: string }>(
        `SELECT from_id AS fromId, to_id AS toId, kind, note, account_id AS accountId
         FROM relation WHERE id = ? AND deleted = 0`,
      )
      .get(relationId)
    if (!stored) throw new Refusal('RELATION_NOT_FOUND')
    if (sameLine(stored, after)) return {}
    if (!sameLine(stored, before))
      throw new Refusal('CELLS_CHANGED', {
        cells: 1,
        name: endNames(kernel, stored).from,
        current: stored.note || null,
      })
    refuseMisfit(kernel, tx, AccountId.parse(stored.accountId), after, relationId)
    tx.db
      .prepare('UPDATE relation SET from_id = ?, to_id = ?, kind = ?, note = ? WHERE id = ?')
      .run(after.fromId, after.toId, after.kind, after.note, relationId)
    return {}
  })
}

/** Takes lines away. @throws Refusal RELATION_NOT_FOUND */
export function removeRelations(
  kernel: Kernel,
  { commandId, relationIds }: { commandId: CommandId; relationIds: readonly RowId[] },
): Outcome<object> {
  const ids = new Set(relationIds)
  const [first] = ids
  const line = kernel.db
    .prepare<[string], Pick<LineFields, 'fromId' | 'toId'>>(
      'SELECT from_id AS fromId, to_id AS toId FROM relation WHERE id = ?',
    )
    .get(first ?? '')
  const { from, to } = line ? endNames(kernel, line) : { from: '', to: '' }
  const label = { command: 'removeRelations', params: { count: ids.size, name: from, to } }
  return kernel.write({ commandId, label }, (tx) => {
    const remove = tx.db.prepare('UPDATE relation SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) if (remove.run(id).changes === 0) throw new Refusal('RELATION_NOT_FOUND')
    return {}
  })
}

/** @throws Refusal where a line can't be drawn beside those that are there; `itself` is being changed */
function refuseMisfit(
  kernel: Kernel,
  tx: Tx,
  accountId: AccountId,
  line: LineFields,
  itself: RowId | null,
): void {
  const { fromId, toId, kind } = line
  const names = new Map<string, string>(
    peopleOf(tx.db, accountId, dayOf(kernel.now())).map(({ id, name }) => [id, name]),
  )
  const nameOf = (id: string): string => names.get(id) ?? ''
  if (!names.has(fromId) || !names.has(toId)) throw new Refusal('MAP_PERSON_NOT_FOUND')
  if (fromId === toId) throw new Refusal('LINE_TO_SELF', { name: nameOf(fromId) })
  const others = relationsOf(tx.db, accountId).filter(({ id }) => id !== itself)
  if (others.some((other) => sameEnds(other, line)))
    throw new Refusal('LINE_EXISTS', { from: nameOf(fromId), to: nameOf(toId) })
  if (kind !== 'reports') return
  const reports = others.filter((other) => other.kind === 'reports')
  const circle = circleClosedBy(reports, line)
  if (circle) throw new Refusal('REPORTS_IN_CIRCLE', { names: circle.map(nameOf).join(' → ') })
}

const sameLine = (a: LineFields, b: LineFields): boolean =>
  a.fromId === b.fromId && a.toId === b.toId && a.kind === b.kind && a.note === b.note

/** Whether two lines say the same of the same people; who is at odds with whom has no direction. */
const sameEnds = (a: MapRelation, b: LineFields): boolean =>
  a.kind === b.kind &&
  ((a.fromId === b.fromId && a.toId === b.toId) ||
    (a.kind === 'conflicts' && a.fromId === b.toId && a.toId === b.fromId))

function endNames(
  { db }: Kernel,
  { fromId, toId }: Pick<LineFields, 'fromId' | 'toId'>,
): { from: string; to: string } {
  const name = db.prepare<[string], string>('SELECT name FROM person WHERE id = ?').pluck()
  return { from: name.get(fromId) ?? '', to: name.get(toId) ?? '' }
}
