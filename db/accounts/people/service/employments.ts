import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type CommandId, EmploymentId, type PersonId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { isPartialDay } from '../../rules/days.ts'
import type { people } from '../contract.ts'
import type { Span } from '../rules/employments.ts'
import { personReader } from './read.ts'

type AddInput = z.output<NonNullable<(typeof people.addEmployment)['~orpc']['inputSchema']>>
type ChangeInput = z.output<NonNullable<(typeof people.changeEmployment)['~orpc']['inputSchema']>>
type MoveInput = z.output<NonNullable<(typeof people.moveJob)['~orpc']['inputSchema']>>

/** A place of work to be noted. */
export interface NewEmployment extends Span {
  readonly accountId: AccountId
  readonly title: string
  readonly department: string
}

/**
 * Inserts places of work inside a command; importing uses it too.
 * @throws Refusal ACCOUNT_NOT_FOUND, VALUE_REFUSED from the returned function
 */
export function employmentInserter(
  tx: Tx,
): (personId: PersonId, name: string, employment: NewEmployment) => EmploymentId {
  const there = tx.db
    .prepare<[AccountId], number>('SELECT 1 FROM account WHERE id = ? AND deleted = 0')
    .pluck()
  const insert = tx.db.prepare(
    'INSERT INTO employment (id, person_id, account_id, title, department, since, until) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return (personId, name, { accountId, title, department, since, until }) => {
    if (there.get(accountId) === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
    refuseBackwards(name, { since, until })
    const id = EmploymentId.parse(tx.newId())
    insert.run(id, personId, accountId, title, department, since, until)
    return id
  }
}

/** @throws Refusal VALUE_REFUSED for a span that ends before it begins, as far as both are known */
function refuseBackwards(name: string, { since, until }: Span): void {
  if (since === null || until === null) return
  const known = Math.min(since.length, until.length)
  if (until.slice(0, known) < since.slice(0, known))
    throw new Refusal('VALUE_REFUSED', { name, field: 'until', value: until, reason: 'endsBeforeItBegins' })
}

/** A person has a further place of work. @throws Refusal PERSON_NOT_FOUND, ACCOUNT_NOT_FOUND, VALUE_REFUSED */
export function addEmployment(
  kernel: Kernel,
  { commandId, personId, employment }: AddInput,
): Outcome<{ employmentId: EmploymentId }> {
  const person = personReader(kernel.db)(personId)
  const label = { command: 'addEmployment', params: { name: person?.name ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    if (!person) throw new Refusal('PERSON_NOT_FOUND')
    return { employmentId: employmentInserter(tx)(personId, person.name, employment) }
  })
}

interface StoredEmployment extends NewEmployment {
  readonly personId: PersonId
  readonly name: string
}

const readEmployment = (db: Tx['db'], id: EmploymentId): StoredEmployment | undefined =>
  db
    .prepare<[EmploymentId], StoredEmployment>(
      `SELECT e.person_id AS personId, p.name, e.account_id AS accountId, e.title, e.department, e.since, e.until
       FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0 WHERE e.id = ? AND e.deleted = 0`,
    )
    .get(id)

const DATES: readonly ChangeInput['field'][] = ['since', 'until']

/**
 * Changes title, department or dates of a place of work.
 * @throws Refusal EMPLOYMENT_NOT_FOUND, VALUE_REFUSED, CELLS_CHANGED
 */
export function changeEmployment(
  kernel: Kernel,
  { commandId, employmentId, field, before, after }: ChangeInput,
): Outcome<object> {
  const name = readEmployment(kernel.db, employmentId)?.name ?? ''
  return kernel.write({ commandId, label: { command: 'changeEmployment', params: { name } } }, (tx) => {
    const stored = readEmployment(tx.db, employmentId)
    if (!stored) throw new Refusal('EMPLOYMENT_NOT_FOUND')
    const isDate = DATES.includes(field)
    const value = after === null || after === '' ? (isDate ? null : '') : after
    if (isDate && value !== null && !isPartialDay(value))
      throw new Refusal('VALUE_REFUSED', { name, field, value })
    refuseBackwards(name, { since: stored.since, until: stored.until, [field]: value })
    const held = stored[field]
    if ((held ?? '') === (value ?? '')) return {}
    if ((held ?? '') !== (before ?? '')) throw new Refusal('CELLS_CHANGED', { cells: 1, name, current: held })
    tx.db.prepare(`UPDATE employment SET ${field} = ? WHERE id = ?`).run(value, employmentId)
    return {}
  })
}

/** Takes back a place of work. @throws Refusal EMPLOYMENT_NOT_FOUND */
export function removeEmployment(
  kernel: Kernel,
  { commandId, employmentId }: { commandId: CommandId; employmentId: EmploymentId },
): Outcome<object> {
  const name = readEmployment(kernel.db, employmentId)?.name ?? ''
  return kernel.write({ commandId, label: { command: 'removeEmployment', params: { name } } }, (tx) => {
    const { changes } = tx.db
      .prepare('UPDATE employment SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(employmentId)
    if (changes === 0) throw new Refusal('EMPLOYMENT_NOT_FOUND')
    return {}
  })
}

/**
 * Ends one place of work and begins another on the same day.
 * @throws Refusal EMPLOYMENT_NOT_FOUND, ACCOUNT_NOT_FOUND, VALUE_REFUSED
 */
export function moveJob(
  kernel: Kernel,
  { commandId, employmentId, toAccountId, title, department, on }: MoveInput,
): Outcome<{ employmentId: EmploymentId }> {
  const left = readEmployment(kernel.db, employmentId)
  const account = kernel.db
    .prepare<[AccountId], string>('SELECT name FROM account WHERE id = ?')
    .pluck()
    .get(toAccountId)
  const label = { command: 'moveJob', params: { name: left?.name ?? '', account: account ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    if (!left) throw new Refusal('EMPLOYMENT_NOT_FOUND')
    refuseBackwards(left.name, { since: left.since, until: on })
    tx.db.prepare('UPDATE employment SET until = ? WHERE id = ?').run(on, employmentId)
    const begun = { accountId: toAccountId, title, department, since: on, until: null }
    return { employmentId: employmentInserter(tx)(left.personId, left.name, begun) }
  })
}
