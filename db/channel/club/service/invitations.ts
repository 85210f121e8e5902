import { mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkHappened, checkPast } from '../../ledger/service/days.ts'
import { changeRows, checkNamed, type InputOf, type Ledger } from '../../ledger/service/rows.ts'
import { type club, InvitationFields } from '../contract.ts'
import { eventName } from './events.ts'

const INVITATIONS: Ledger = {
  table: 'invitation',
  fields: InvitationFields,
  columns: { personId: 'person_id', came: 'came', note: 'note' },
  name: 'note',
  commands: { change: 'changeInvitations', remove: 'uninvite' },
}

/** Puts accounts on the list of an event. @throws Refusal ROW_NOT_FOUND, ACCOUNT_NOT_FOUND, EVENT_CANCELLED */
export function invite(
  kernel: Kernel,
  { commandId, eventId, accountIds }: InputOf<typeof club.invite>,
): Outcome<{ invited: number }> {
  const ids = [...new Set(accountIds)]
  const name = eventName(kernel, eventId)
  const label = { command: 'invite', params: { name, count: ids.length } }
  return kernel.write({ commandId, label }, (tx) => {
    const event = tx.db
      .prepare<[string], { cancelled: string | null }>(
        'SELECT cancelled FROM club_event WHERE id = ? AND deleted = 0',
      )
      .get(eventId)
    if (!event) throw new Refusal('ROW_NOT_FOUND')
    if (event.cancelled !== null) throw new Refusal('EVENT_CANCELLED', { name })
    // one who was taken off the list and comes on it again begins anew
    const insert = tx.db.prepare(
      `INSERT INTO invitation (id, event_id, account_id) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE
       SET deleted = 0, person_id = NULL, invited_on = NULL, reply = NULL, came = NULL, note = ''
       WHERE invitation.deleted = 1`,
    )
    let invited = 0
    for (const accountId of ids) {
      mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
      invited += insert.run(derivedId(eventId, accountId), eventId, accountId).changes
      tx.breathe()
    }
    return { invited }
  })
}

/** Takes accounts off the list. @throws Refusal ROW_NOT_FOUND */
export const uninvite = (
  kernel: Kernel,
  { commandId, ids }: InputOf<typeof club.uninvite>,
): Outcome<object> => writeEach(kernel, commandId, ids, 'uninvite', 'deleted = 1')

/** Notes when invitations went out. @throws Refusal ROW_NOT_FOUND, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function sendInvitations(
  kernel: Kernel,
  { commandId, ids, on }: InputOf<typeof club.send>,
): Outcome<object> {
  checkHappened(on, dayOf(kernel.now()))
  const command = on === null ? 'unsendInvitations' : 'sendInvitations'
  return writeEach(kernel, commandId, ids, command, 'invited_on = ?', on)
}

/** Records answers. @throws Refusal ROW_NOT_FOUND, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function replyToInvitation(
  kernel: Kernel,
  { commandId, ids, reply }: InputOf<typeof club.reply>,
): Outcome<object> {
  checkHappened(reply?.on, dayOf(kernel.now()))
  const command = reply === null ? 'unreplyInvitations' : 'replyInvitations'
  return writeEach(kernel, commandId, ids, command, 'reply = ?', reply && JSON.stringify(reply))
}

interface Row {
  readonly event_id: string
  readonly person_id: string | null
  readonly came: number | null
}

/** Who is invited, how many came, notes. @throws Refusal as the contract says */
export function changeInvitations(
  kernel: Kernel,
  input: InputOf<typeof club.changeInvitations>,
): Outcome<object> {
  const today = dayOf(kernel.now())
  return changeRows<Row>(kernel, INVITATIONS, input, (tx: Tx, row) => {
    checkNamed(tx.db, { person: row.person_id })
    if (row.came === null) return
    const day = tx.db
      .prepare<[string], string>('SELECT day FROM club_event WHERE id = ?')
      .pluck()
      .get(row.event_id)
    checkPast(day, today)
  })
}

function accountOf({ db }: Kernel, id: string | undefined): string {
  const name = db
    .prepare<[string], string>(
      'SELECT a.name FROM invitation i JOIN account a ON a.id = i.account_id WHERE i.id = ?',
    )
    .pluck()
    .get(id ?? '')
  return name ?? ''
}

/** @throws Refusal ROW_NOT_FOUND */
function writeEach(
  kernel: Kernel,
  commandId: CommandId,
  ids: readonly string[],
  command: string,
  assignment: string,
  ...values: readonly (string | null)[]
): Outcome<object> {
  const unique = [...new Set(ids)]
  const label = { command, params: { count: unique.length, name: accountOf(kernel, unique[0]) } }
  return kernel.write({ commandId, label }, (tx) => {
    const write = tx.db.prepare(`UPDATE invitation SET ${assignment} WHERE id = ? AND deleted = 0`)
    for (const id of unique) {
      if (write.run(...values, id).changes === 0) throw new Refusal('ROW_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}
