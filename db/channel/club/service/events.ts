import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { EventId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkReach } from '../../ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  removeRows,
  rowName,
  signer,
} from '../../ledger/service/rows.ts'
import { PLANNED } from '../../rules/reach.ts'
import { type club, EventFields } from '../contract.ts'

const EVENTS: Ledger = {
  table: 'club_event',
  fields: EventFields,
  columns: {
    name: 'name',
    kind: 'kind',
    day: 'day',
    time: 'time',
    place: 'place',
    seats: 'seats',
    ownerId: 'owner_id',
    note: 'note',
  },
  name: 'name',
  days: { day: PLANNED },
  commands: { change: 'changeEvents', remove: 'removeEvents' },
}

/** What an event is called in labels. */
export const eventName = (kernel: Kernel, id: string): string => rowName(kernel.db, EVENTS, id)

/** Why and when an event was called off, as its column keeps it: `by` is a member's id. */
export interface StoredCancelled {
  readonly on: string
  readonly by: string | null
  readonly reason: string
}

interface Row {
  readonly owner_id: string | null
}
const checkRow = (tx: Tx, row: Row): void => checkNamed(tx.db, { member: row.owner_id })

/** Plans an event. @throws Refusal MEMBER_NOT_FOUND, DAY_OUT_OF_RANGE */
export function addEvent(
  kernel: Kernel,
  input: InputOf<typeof club.addEvent>,
): Outcome<{ eventId: EventId }> {
  const { commandId, name, kind, day, time = '', place = '', seats = null, ownerId = null, note = '' } = input
  return kernel.write({ commandId, label: { command: 'addEvent', params: { name } } }, (tx) => {
    checkReach(day, PLANNED, dayOf(kernel.now()))
    checkNamed(tx.db, { member: ownerId })
    const row = { name, kind, day, time, place, seats, owner_id: ownerId, note }
    return { eventId: EventId.parse(insertRow(tx, 'club_event', row)) }
  })
}

/** @throws Refusal as the contract says */
export const changeEvents = (kernel: Kernel, input: InputOf<typeof club.changeEvents>): Outcome<object> =>
  changeRows<Row>(kernel, EVENTS, input, checkRow)

/** @throws Refusal ROW_NOT_FOUND */
export const removeEvents = (kernel: Kernel, input: InputOf<typeof club.removeEvents>): Outcome<object> =>
  removeRows(kernel, EVENTS, input)

/** Calls an event off, or takes that back. @throws Refusal ROW_NOT_FOUND */
export function cancelEvent(
  kernel: Kernel,
  { commandId, eventId, reason }: InputOf<typeof club.cancelEvent>,
): Outcome<object> {
  const command = reason === null ? 'reviveEvent' : 'cancelEvent'
  const label = { command, params: { name: eventName(kernel, eventId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const cancelled: StoredCancelled | null =
      reason === null ? null : { on: dayOf(kernel.now()), by: signer(tx.db), reason }
    const { changes } = tx.db
      .prepare('UPDATE club_event SET cancelled = ? WHERE id = ? AND deleted = 0')
      .run(cancelled && JSON.stringify(cancelled), eventId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}
