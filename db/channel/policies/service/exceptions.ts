import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type CommandId, PolicyExceptionId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { ExceptionTerm } from '../contract.ts'
import { exceptionFaults } from '../rules/faults.ts'
import type { TermChanges } from '../rules/terms.ts'
import { refuseOutside, refusePast } from './days.ts'
import { readException, readExceptions, type StoredException } from './stored.ts'
import { termsOn } from './termsOf.ts'

/** What an exception says. */
export interface ExceptionFields {
  readonly fromOn: string
  readonly untilOn: string
  readonly terms: readonly ExceptionTerm[]
  readonly reason: string
  readonly approvedBy: string
}

/**
 * Gives an account something otherwise than its tier, from a day to a day.
 * @throws Refusal ACCOUNT_NOT_FOUND, EXCEPTION_EMPTY, DAY_OUTSIDE, DAY_PAST, EXCEPTION_TURNED, EXCEPTION_FAULTY,
 * EXCEPTION_OVERLAPS
 */
export function addException(
  kernel: Kernel,
  input: ExceptionFields & { readonly commandId: CommandId; readonly accountId: AccountId },
): Outcome<{ exceptionId: PolicyExceptionId }> {
  const { commandId, accountId } = input
  const today = dayOf(kernel.now())
  const name = accountName(kernel, accountId)
  return kernel.write({ commandId, label: { command: 'addException', params: { name } } }, (tx) => {
    refusePast(input.fromOn, today)
    refuseUnfit(tx, { ...input, name })
    return { exceptionId: insertException(tx, input) }
  })
}

/** Writes an exception inside a command. */
export function insertException(
  tx: Tx,
  {
    accountId,
    fromOn,
    untilOn,
    terms,
    reason,
    approvedBy,
  }: ExceptionFields & { readonly accountId: AccountId },
): PolicyExceptionId {
  const id = PolicyExceptionId.parse(tx.newId())
  tx.db
    .prepare(
      `INSERT INTO policy_exception (id, account_id, from_on, until_on, terms, reason, approved_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, accountId, fromOn, untilOn, JSON.stringify(changesOf(terms)), reason, approvedBy)
  return id
}

/**
 * Changes an exception. A beginning that stays may lie in the past, so may an end.
 * @throws as {@link addException}, and EXCEPTION_NOT_FOUND
 */
export function changeException(
  kernel: Kernel,
  input: ExceptionFields & { readonly commandId: CommandId; readonly exceptionId: PolicyExceptionId },
): Outcome<object> {
  const { commandId, exceptionId, fromOn, untilOn, terms, reason, approvedBy } = input
  const today = dayOf(kernel.now())
  const { accountId, ...before } = existing(kernel.db, exceptionId)
  const name = accountName(kernel, accountId)
  return kernel.write({ commandId, label: { command: 'changeException', params: { name } } }, (tx) => {
    if (fromOn !== before.fromOn) refusePast(fromOn, today)
    // ended yesterday is as far back as an end can be moved: what was given until now was given
    if (untilOn !== before.untilOn) refusePast(untilOn, addDays(today, -1))
    refuseUnfit(tx, { ...input, accountId, name, exceptionId })
    tx.db
      .prepare(
        `UPDATE policy_exception SET from_on = ?, until_on = ?, terms = ?, reason = ?, approved_by = ? WHERE id = ?`,
      )
      .run(fromOn, untilOn, JSON.stringify(changesOf(terms)), reason, approvedBy, exceptionId)
    return {}
  })
}

/**
 * Ends an exception with today as its last day; one that hasn't begun is taken back.
 * @throws Refusal EXCEPTION_NOT_FOUND, EXCEPTION_OVER
 */
export function endException(
  kernel: Kernel,
  { commandId, exceptionId }: { readonly commandId: CommandId; readonly exceptionId: PolicyExceptionId },
): Outcome<object> {
  const today = dayOf(kernel.now())
  const { accountId, fromOn, untilOn } = existing(kernel.db, exceptionId)
  const name = accountName(kernel, accountId)
  return kernel.write({ commandId, label: { command: 'endException', params: { name } } }, (tx) => {
    if (untilOn < today) throw new Refusal('EXCEPTION_OVER', { untilOn })
    if (fromOn > today) tx.db.prepare('UPDATE policy_exception SET deleted = 1 WHERE id = ?').run(exceptionId)
    else tx.db.prepare('UPDATE policy_exception SET until_on = ? WHERE id = ?').run(today, exceptionId)
    return {}
  })
}

function existing(db: Kernel['db'], id: PolicyExceptionId): StoredException {
  const found = readException(db, id)
  if (!found) throw new Refusal('EXCEPTION_NOT_FOUND')
  return found
}

function accountName({ db }: Kernel, accountId: AccountId): string {
  const name = db
    .prepare<[AccountId], string>('SELECT name FROM account WHERE id = ? AND deleted = 0')
    .pluck()
    .get(accountId)
  if (name === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  return name
}

const changesOf = (terms: readonly ExceptionTerm[]): TermChanges =>
  Object.fromEntries(terms.map(({ key, value }) => [key, value]))

type Candidate = Pick<ExceptionFields, 'fromOn' | 'untilOn' | 'terms'> & {
  readonly accountId: AccountId
  readonly name: string
  readonly exceptionId?: PolicyExceptionId
}

function refuseUnfit(tx: Tx, { accountId, name, exceptionId, fromOn, untilOn, terms }: Candidate): void {
  if (terms.length === 0) throw new Refusal('EXCEPTION_EMPTY')
  refuseOutside(untilOn)
  if (untilOn < fromOn) throw new Refusal('EXCEPTION_TURNED', { fromOn, untilOn })
  refuseUnpromisable(tx, accountId, fromOn, changesOf(terms))
  const besides = readExceptions(tx.db, accountId).filter(({ id }) => id !== exceptionId)
  for (const other of besides) {
    if (other.fromOn > untilOn || other.untilOn < fromOn) continue
    const key = terms.find((term) => other.terms[term.key] !== undefined)?.key
    if (key !== undefined)
      throw new Refusal('EXCEPTION_OVERLAPS', { name, key, fromOn: other.fromOn, untilOn: other.untilOn })
  }
}

function refuseUnpromisable(tx: Tx, accountId: AccountId, day: string, changes: TermChanges): void {
  const { tier, terms } = termsOn(tx.db, accountId, day)
  const faults = exceptionFaults(changes, terms)
  const [first] = faults
  if (!first) return
  const { code, ...rest } = first
  throw new Refusal('EXCEPTION_FAULTY', { ...rest, tier, reason: code, more: faults.length })
}
