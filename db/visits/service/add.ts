import { mustExist } from '../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import { checkReach } from '../../channel/ledger/service/days.ts'
import { checkNamed, type InputOf, signer } from '../../channel/ledger/service/rows.ts'
import { PLANNED } from '../../channel/rules/reach.ts'
import { Refusal } from '../../kernel/errors.ts'
import { VisitId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { orderKeysAfter } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { visits } from '../contract.ts'
import { begin } from '../rules/progress.ts'
import { linkWriter } from './links.ts'

type NewVisit = InputOf<typeof visits.add>['visits'][number]

/** How long a visit is planned for where nobody says so. */
const USUAL_MINUTES = 120

/** Plans visits, all or none. @throws Refusal as the contract says */
export function addVisits(
  kernel: Kernel,
  { commandId, visits: added }: InputOf<typeof visits.add>,
): Outcome<{ visitIds: VisitId[] }> {
  const [first] = added
  const label = { command: 'addVisits', params: { count: added.length, name: nameOf(kernel, first) } }
  return kernel.write({ commandId, label }, (tx) => {
    const insert = visitInserter(tx, kernel.now())
    return { visitIds: added.map(insert) }
  })
}

function nameOf(kernel: Kernel, visit: NewVisit | undefined): string {
  if (!visit) return ''
  if (visit.title !== '') return visit.title
  const [accountId = ''] = visit.accountIds
  return (
    kernel.db.prepare<[string], string>('SELECT name FROM account WHERE id = ?').pluck().get(accountId) ?? ''
  )
}

/** Writes visits inside a command. @param now epoch ms. The function throws as {@link addVisits} */
export function visitInserter(tx: Tx, now: number): (visit: NewVisit) => VisitId {
  const today = dayOf(now)
  const insert = tx.db.prepare(
    `INSERT INTO visit (id, code, title, direction, kind, trip_id, day, time, minutes, city, place, travel, interpreter,
       owner_id, objective, wished, unsaid, sensitivities, budget, progress)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const link = linkWriter(tx)
  let number = lastNumber(tx)
  return (visit) => {
    checkReach(visit.day, PLANNED, today)
    const ownerId = visit.ownerId === undefined ? signer(tx.db) : visit.ownerId
    for (const member of [ownerId, visit.leadId, ...visit.memberIds]) checkNamed(tx.db, { member })
    for (const accountId of visit.accountIds) mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    for (const person of visit.personIds) checkNamed(tx.db, { person })
    checkTrip(tx, visit.tripId ?? null)
    const id = VisitId.parse(tx.newId())
    number += 1
    insert.run(
      id,
      `V-${String(number).padStart(4, '0')}`,
      visit.title,
      visit.direction ?? 'go',
      visit.kind ?? 'regular',
      visit.tripId ?? null,
      visit.day,
      visit.time ?? '',
      visit.minutes ?? USUAL_MINUTES,
      visit.city ?? '',
      visit.place ?? '',
      visit.travel ?? '',
      visit.interpreter ?? '',
      ownerId,
      visit.objective ?? '',
      visit.wished ?? '',
      visit.unsaid ?? '',
      visit.sensitivities ?? '',
      visit.budget ?? null,
      JSON.stringify(begin(now)),
    )
    const keys = orderKeysAfter(null, visit.accountIds.length)
    for (const accountId of new Set(visit.accountIds)) link.account(id, accountId, keys.shift() ?? 'i')
    if (visit.leadId !== null) link.member(id, visit.leadId, 'leads')
    for (const memberId of visit.memberIds) if (memberId !== visit.leadId) link.member(id, memberId, 'joins')
    for (const personId of visit.personIds) link.person(id, personId)
    tx.breathe()
    return id
  }
}

/** @throws Refusal TRIP_NOT_FOUND */
export function checkTrip(tx: Tx, tripId: string | null): void {
  if (tripId === null) return
  const there = tx.db.prepare<[string]>('SELECT 1 FROM trip WHERE id = ? AND deleted = 0').get(tripId)
  if (there === undefined) throw new Refusal('TRIP_NOT_FOUND')
}

/** The highest number given so far, deleted ones too: a code that was said aloud never means another visit. */
const lastNumber = (tx: Tx): number =>
  Number(
    tx.db
      .prepare<[], string>(
        `SELECT substr(code, 3) FROM visit WHERE code GLOB 'V-[0-9]*' ORDER BY length(code) DESC, code DESC LIMIT 1`,
      )
      .pluck()
      .get() ?? 0,
  )
