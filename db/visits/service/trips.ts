import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import { TripId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { visits } from '../contract.ts'
import { visitReader } from './stored.ts'

/** Trips, newest first, with how many visits each holds. */
export const listTrips = ({ db }: Kernel): { id: TripId; name: string; note: string; visits: number }[] =>
  db
    .prepare<[], { id: TripId; name: string; note: string; visits: number }>(
      `SELECT t.id, t.name, t.note, (SELECT count(*) FROM visit v WHERE v.trip_id = t.id AND v.deleted = 0) AS visits
       FROM trip t WHERE t.deleted = 0 ORDER BY t.id DESC`,
    )
    .all()

/** Makes a trip of visits. @throws Refusal VISIT_NOT_FOUND */
export function addTrip(
  kernel: Kernel,
  { commandId, name, visitIds }: InputOf<typeof visits.addTrip>,
): Outcome<{ tripId: TripId }> {
  return kernel.write({ commandId, label: { command: 'addTrip', params: { name } } }, (tx) => {
    const tripId = TripId.parse(tx.newId())
    tx.db.prepare('INSERT INTO trip (id, name) VALUES (?, ?)').run(tripId, name)
    const read = visitReader(tx.db)
    const join = tx.db.prepare('UPDATE visit SET trip_id = ? WHERE id = ?')
    for (const id of visitIds) join.run(tripId, read(id).id)
    return { tripId }
  })
}

/** @throws Refusal TRIP_NOT_FOUND */
export function renameTrip(
  kernel: Kernel,
  { commandId, tripId, name }: InputOf<typeof visits.renameTrip>,
): Outcome<object> {
  return kernel.write({ commandId, label: { command: 'renameTrip', params: { name } } }, (tx) => {
    const { changes } = tx.db
      .prepare('UPDATE trip SET name = ? WHERE id = ? AND deleted = 0')
      .run(name, tripId)
    if (changes === 0) throw new Refusal('TRIP_NOT_FOUND')
    return {}
  })
}

/** Deletes a trip; its visits stay. @throws Refusal TRIP_NOT_FOUND */
export function removeTrip(
  kernel: Kernel,
  { commandId, tripId }: InputOf<typeof visits.removeTrip>,
): Outcome<object> {
  const name =
    kernel.db.prepare<[TripId], string>('SELECT name FROM trip WHERE id = ?').pluck().get(tripId) ?? ''
  return kernel.write({ commandId, label: { command: 'removeTrip', params: { name } } }, (tx) => {
    const { changes } = tx.db.prepare('UPDATE trip SET deleted = 1 WHERE id = ? AND deleted = 0').run(tripId)
    if (changes === 0) throw new Refusal('TRIP_NOT_FOUND')
    tx.db.prepare('UPDATE visit SET trip_id = NULL WHERE trip_id = ?').run(tripId)
    return {}
  })
}
