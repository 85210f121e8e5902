import { dayOf } from '../../accounts/rules/days.ts'
import { checkOrder } from '../../channel/ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  removeRows,
  writeJson,
} from '../../channel/ledger/service/rows.ts'
import type { VisitId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { type Point, VisitFields, type VisitOutcome, type visits } from '../contract.ts'
import type { Reviewed } from '../rules/reviewed.ts'
import { checkTrip } from './add.ts'
import { openIssues } from './issues.ts'
import { accountsOf } from './sides.ts'
import { openVisitReader, outcomeOf, progressOf, refuseClosed, visitName } from './stored.ts'

const VISITS: Ledger = {
  table: 'visit',
  fields: VisitFields,
  columns: {
    title: 'title',
    direction: 'direction',
    kind: 'kind',
    tripId: 'trip_id',
    time: 'time',
    minutes: 'minutes',
    city: 'city',
    place: 'place',
    travel: 'travel',
    interpreter: 'interpreter',
    ownerId: 'owner_id',
    objective: 'objective',
    wished: 'wished',
    unsaid: 'unsaid',
    sensitivities: 'sensitivities',
    budget: 'budget',
  },
  name: 'code',
  commands: { change: 'changeVisits', remove: 'removeVisits' },
}

interface Row {
  readonly id: VisitId
  readonly progress: string
  readonly owner_id: string | null
  readonly trip_id: string | null
}

/** Changes fields of visits, all or none. @throws Refusal as the contract says */
export const changeVisits = (kernel: Kernel, input: InputOf<typeof visits.change>): Outcome<object> =>
  changeRows<Row>(kernel, VISITS, input, (tx, { id, progress, owner_id, trip_id }) => {
    refuseClosed(tx.db, { id, progress: progressOf(progress) })
    checkNamed(tx.db, { member: owner_id })
    checkTrip(tx, trip_id)
  })

/** Deletes visits. @throws Refusal ROW_NOT_FOUND */
export const removeVisits = (
  kernel: Kernel,
  { commandId, visitIds }: InputOf<typeof visits.remove>,
): Outcome<object> => removeRows(kernel, VISITS, { commandId, ids: visitIds })

/** Writes a list of points. @throws Refusal VISIT_NOT_FOUND, CELLS_CHANGED */
export function writePoints(
  kernel: Kernel,
  { commandId, visitId, list, before, after }: InputOf<typeof visits.writePoints>,
): Outcome<object> {
  const label = { command: `write_${list}`, params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    openVisitReader(tx.db)(visitId)
    writeJson<Point[]>(tx, VISITS, list, { id: visitId, before, after }, (points) => points)
    return {}
  })
}

/** Writes what came of a visit. @throws Refusal VISIT_NOT_FOUND, CELLS_CHANGED, DAYS_OUT_OF_ORDER */
export function writeOutcome(
  kernel: Kernel,
  { commandId, visitId, before, after }: InputOf<typeof visits.writeOutcome>,
): Outcome<object> {
  const label = { command: 'writeVisitOutcome', params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { outcome, day } = openVisitReader(tx.db)(visitId)
    checkOrder(day, after.nextOn)
    const seen = JSON.stringify(outcome) === JSON.stringify(outcomeOf(null)) ? null : before
    writeJson<VisitOutcome>(tx, VISITS, 'outcome', { id: visitId, before: seen, after }, (stored) => stored)
    return {}
  })
}

/** Lets a visit come again after so many months; null for never. @throws Refusal VISIT_NOT_FOUND */
export function repeatVisit(
  kernel: Kernel,
  { commandId, visitId, every }: InputOf<typeof visits.repeat>,
): Outcome<object> {
  const label = { command: 'repeatVisit', params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    openVisitReader(tx.db)(visitId)
    tx.db
      .prepare('UPDATE visit SET repeats = ? WHERE id = ?')
      .run(every === null ? null : JSON.stringify({ every }), visitId)
    return {}
  })
}

/** Says that open issues or figures were looked at for a visit. @throws Refusal VISIT_NOT_FOUND */
export function reviewVisit(
  kernel: Kernel,
  { commandId, visitId, what }: InputOf<typeof visits.review>,
): Outcome<object> {
  const label = { command: `review_${what}`, params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    openVisitReader(tx.db)(visitId)
    const before = reviewedOf(
      tx.db
        .prepare<[string], string | null>('SELECT reviewed FROM visit WHERE id = ?')
        .pluck()
        .get(visitId) ?? null,
    )
    const ids = accountsOf(tx.db, visitId).map(({ id }) => id)
    const reviewed: Reviewed = {
      at: kernel.now(),
      by: kernel.actorName(),
      issues:
        what === 'issues'
          ? openIssues(tx.db, ids, dayOf(kernel.now())).map(({ key }) => key)
          : (before?.issues ?? []),
      figures: what === 'figures' || (before?.figures ?? false),
    }
    tx.db.prepare('UPDATE visit SET reviewed = ? WHERE id = ?').run(JSON.stringify(reviewed), visitId)
    return {}
  })
}

/** What the column `reviewed` says; null before anybody looked. */
export function reviewedOf(json: string | null): Reviewed | null {
  if (json === null) return null
  const reviewed: Reviewed = JSON.parse(json)
  return reviewed
}
