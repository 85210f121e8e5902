import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, PromiseId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { dayOf } from '../../rules/days.ts'
import type { NewPromise } from '../contract.ts'

/**
 * Adds promises, all or none (C2).
 * @throws Refusal ACCOUNT_NOT_FOUND, PERSON_NOT_FOUND, MEMBER_NOT_FOUND, DUE_BEFORE_MADE
 */
export function addPromises(
  kernel: Kernel,
  { commandId, promises: added }: { commandId: CommandId; promises: readonly NewPromise[] },
): Outcome<{ promiseIds: PromiseId[] }> {
  const label = { command: 'addPromises', params: { count: added.length, name: added[0]?.what ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    const insert = promiseInserter(tx, dayOf(kernel.now()))
    return { promiseIds: added.map(insert) }
  })
}

/**
 * Adds promises inside a command: the work log does so for those that an entry holds. Where our promise names nobody of
 * ours, it is that of this laptop's user.
 * @param today YYYY-MM-DD, for promises that don't say when they were made
 * @throws as {@link addPromises}, when called
 */
export function promiseInserter(tx: Tx, today: string): (promise: NewPromise) => PromiseId {
  const check = partyCheck(tx)
  const insert = tx.db.prepare(
    `INSERT INTO promise (id, account_id, side, member_id, person_id, what, made_on, due_on, source, source_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const { me } = readSettings(tx.db)
  return (promise) => {
    const { accountId, side = 'ours', personId = null, what, dueOn = null } = promise
    const { madeOn = today, source = 'direct', sourceId = null } = promise
    const memberId = promise.memberId ?? (side === 'ours' && check.isMember(me) ? me : null)
    check.account(accountId)
    check.parties(memberId, personId)
    refuseDueBeforeMade(madeOn, dueOn)
    const id = PromiseId.parse(tx.newId())
    insert.run(id, accountId, side, memberId, personId, what.trim(), madeOn, dueOn, source, sourceId)
    tx.breathe()
    return id
  }
}

/** Whether those whom a promise names are there. */
export function partyCheck(tx: Tx) {
  const there = (table: 'account' | 'member' | 'person') =>
    tx.db.prepare<[string | null], 1>(`SELECT 1 FROM ${table} WHERE id = ? AND deleted = 0`).pluck()
  const accounts = there('account')
  const members = there('member')
  const people = there('person')
  const isMember = (id: string | null): boolean => members.get(id) !== undefined
  return {
    isMember,
    /** @throws Refusal ACCOUNT_NOT_FOUND */
    account(id: string): void {
      if (accounts.get(id) === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
    },
    /** @throws Refusal MEMBER_NOT_FOUND, PERSON_NOT_FOUND */
    parties(memberId: string | null, personId: string | null): void {
      if (memberId !== null && !isMember(memberId)) throw new Refusal('MEMBER_NOT_FOUND')
      if (personId !== null && people.get(personId) === undefined) throw new Refusal('PERSON_NOT_FOUND')
    },
  }
}

/** @throws Refusal DUE_BEFORE_MADE */
export function refuseDueBeforeMade(madeOn: string, dueOn: string | null): void {
  if (dueOn !== null && dueOn < madeOn) throw new Refusal('DUE_BEFORE_MADE', { madeOn, dueOn })
}
