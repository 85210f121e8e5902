import { accountName, insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkOrder, checkReach } from '../../ledger/service/days.ts'
import { changeRows, type InputOf, type Ledger, removeRows } from '../../ledger/service/rows.ts'
import { LASTING } from '../../rules/reach.ts'
import { type club, MembershipFields } from '../contract.ts'
import { termsMeet } from '../rules/membership.ts'

const MEMBERSHIPS: Ledger = {
  table: 'club_membership',
  fields: MembershipFields,
  columns: { levelId: 'level_id', sinceOn: 'since_on', untilOn: 'until_on', note: 'note' },
  name: 'note',
  days: { sinceOn: LASTING, untilOn: LASTING },
  commands: { change: 'changeMemberships', remove: 'removeMemberships' },
}

interface Row {
  readonly id: string
  readonly account_id: string
  readonly level_id: string
  readonly since_on: string
  readonly until_on: string | null
}

/** What must hold of a membership: its level is there, its days are in order, and the account has no other then. */
function checkRow(tx: Tx, row: Row): void {
  checkOrder(row.since_on, row.until_on)
  const there = tx.db
    .prepare<[string], number>('SELECT 1 FROM club_level WHERE id = ? AND deleted = 0')
    .get(row.level_id)
  if (there === undefined) throw new Refusal('ROW_NOT_FOUND')
  const term = ({ since_on, until_on }: Row) => ({ sinceOn: since_on, untilOn: until_on })
  const other = tx.db
    .prepare<[string, string], Row & { level: string }>(
      `SELECT m.*, l.name AS level FROM club_membership m JOIN club_level l ON l.id = m.level_id
       WHERE m.account_id = ? AND m.id <> ? AND m.deleted = 0`,
    )
    .all(row.account_id, row.id)
    .find((one) => termsMeet(term(one), term(row)))
  if (other)
    throw new Refusal('MEMBERSHIP_OVERLAPS', {
      name: accountName(tx.db, AccountId.parse(row.account_id)),
      level: other.level,
    })
}

/** Makes accounts members of the club. @throws Refusal ACCOUNT_NOT_FOUND, ROW_NOT_FOUND, MEMBERSHIP_OVERLAPS, DAYS_OUT_OF_ORDER, DAY_OUT_OF_RANGE */
export function enrol(kernel: Kernel, input: InputOf<typeof club.enrol>): Outcome<object> {
  const { commandId, accountIds, levelId, sinceOn, untilOn = null, note = '' } = input
  const ids = [...new Set(accountIds)]
  const [first] = ids
  const name = first === undefined ? '' : accountName(kernel.db, first)
  const label = { command: 'enrol', params: { name, count: ids.length } }
  return kernel.write({ commandId, label }, (tx) => {
    for (const day of [sinceOn, untilOn]) checkReach(day, LASTING, dayOf(kernel.now()))
    for (const accountId of ids) {
      mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
      const row = { account_id: accountId, level_id: levelId, since_on: sinceOn, until_on: untilOn }
      const id = insertRow(tx, 'club_membership', { ...row, note })
      checkRow(tx, { id, ...row })
      tx.breathe()
    }
    return {}
  })
}

/** @throws Refusal as the contract says */
export const changeMemberships = (
  kernel: Kernel,
  input: InputOf<typeof club.changeMemberships>,
): Outcome<object> => changeRows<Row>(kernel, MEMBERSHIPS, input, checkRow)

/** @throws Refusal ROW_NOT_FOUND */
export const removeMemberships = (
  kernel: Kernel,
  input: InputOf<typeof club.removeMemberships>,
): Outcome<object> => removeRows(kernel, MEMBERSHIPS, input)
