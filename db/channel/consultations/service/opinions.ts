import { mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Outcome as Done, Kernel } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkHappened } from '../../ledger/service/days.ts'
import { checkNamed, type InputOf, signer } from '../../ledger/service/rows.ts'
import type { consultations } from '../contract.ts'
import { proposedWeight } from '../rules/opinions.ts'
import { consultationTitle } from './consultations.ts'
import type { StoredGiven, StoredTold } from './stored.ts'

/** Puts a consultation to accounts, each with the weight of its tier. @throws Refusal ROW_NOT_FOUND, ACCOUNT_NOT_FOUND */
export function askAccounts(
  kernel: Kernel,
  { commandId, consultationId, accountIds }: InputOf<typeof consultations.ask>,
): Done<{ asked: number }> {
  const ids = [...new Set(accountIds)]
  const params = { name: consultationTitle(kernel, consultationId), count: ids.length }
  return kernel.write({ commandId, label: { command: 'askAccounts', params } }, (tx) => {
    mustBeThere(tx, 'consultation', consultationId)
    const standings = newestStandings(tx.db)
    // one who was left out and is asked again begins anew; one who was asked stays as they are
    const ask = tx.db.prepare(
      `INSERT INTO opinion (id, consultation_id, account_id, weight) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET deleted = 0, weight = excluded.weight, person_id = NULL, given = NULL, told = NULL
       WHERE opinion.deleted = 1`,
    )
    let asked = 0
    for (const accountId of ids) {
      mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
      const id = derivedId(consultationId, accountId)
      const weight = proposedWeight(standings.get(accountId)?.tier ?? null)
      asked += ask.run(id, consultationId, accountId, weight).changes
      tx.breathe()
    }
    return { asked }
  })
}

/** Takes accounts out of a consultation. @throws Refusal ROW_NOT_FOUND */
export const leaveOut = (
  kernel: Kernel,
  { commandId, ids }: InputOf<typeof consultations.leaveOut>,
): Done<object> => writeEach(kernel, commandId, ids, 'leaveOutAccounts', 'deleted = 1')

/** @throws Refusal ROW_NOT_FOUND */
export const weighOpinions = (
  kernel: Kernel,
  { commandId, ids, weight }: InputOf<typeof consultations.weigh>,
): Done<object> => writeEach(kernel, commandId, ids, 'weighOpinions', 'weight = ?', weight)

/** Notes that accounts were told what came of their opinion. @throws Refusal ROW_NOT_FOUND, NOT_DECIDED, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function tellBack(
  kernel: Kernel,
  { commandId, ids, told }: InputOf<typeof consultations.tell>,
): Done<object> {
  checkHappened(told?.on, dayOf(kernel.now()))
  const stored: StoredTold | null = told && { ...told, by: signer(kernel.db) }
  const command = told === null ? 'untellAccounts' : 'tellAccounts'
  if (told !== null) refuseUndecided(kernel, ids)
  return writeEach(kernel, commandId, ids, command, 'told = ?', stored && JSON.stringify(stored))
}

/** @throws Refusal NOT_DECIDED while there is nothing to tell */
function refuseUndecided({ db }: Kernel, ids: readonly string[]): void {
  const undecided = db
    .prepare<[string], number>(
      `SELECT 1 FROM opinion o JOIN consultation c ON c.id = o.consultation_id
       WHERE o.id IN (SELECT value FROM json_each(?)) AND c.outcome IS NULL LIMIT 1`,
    )
    .get(JSON.stringify(ids))
  if (undecided !== undefined) throw new Refusal('NOT_DECIDED')
}

/** Records what an account said. @throws Refusal ROW_NOT_FOUND, PERSON_NOT_FOUND, CELLS_CHANGED, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function answerOpinion(
  kernel: Kernel,
  { commandId, opinionId, personId, before, after }: InputOf<typeof consultations.answer>,
): Done<object> {
  const command = after === null ? 'unanswerOpinion' : 'answerOpinion'
  const label = { command, params: { name: nameOf(kernel, opinionId) } }
  return kernel.write({ commandId, label }, (tx) => {
    checkNamed(tx.db, { person: personId })
    checkHappened(after?.on, dayOf(kernel.now()), before?.on)
    const stored: StoredGiven | null = after && { ...after, by: signer(tx.db) }
    const row = tx.db
      .prepare<[string], { given: string | null; person_id: string | null }>(
        'SELECT given, person_id FROM opinion WHERE id = ? AND deleted = 0',
      )
      .get(opinionId)
    if (!row) throw new Refusal('ROW_NOT_FOUND')
    const now: StoredGiven | null = row.given === null ? null : JSON.parse(row.given)
    if (!isSame(now, before))
      throw new Refusal('CELLS_CHANGED', {
        cells: 1,
        name: nameOf(kernel, opinionId),
        current: now === null ? null : now.text,
      })
    tx.db
      .prepare('UPDATE opinion SET given = ?, person_id = ? WHERE id = ?')
      .run(stored && JSON.stringify(stored), personId, opinionId)
    return {}
  })
}

type Said = Pick<StoredGiven, 'stance' | 'text' | 'on'>

const isSame = (one: Said | null, other: Said | null): boolean =>
  one?.stance === other?.stance && one?.text === other?.text && one?.on === other?.on

/** The account whose opinion it is. */
function nameOf({ db }: Kernel, opinionId: string | undefined): string {
  const name = db
    .prepare<[string], string>(
      'SELECT a.name FROM opinion o JOIN account a ON a.id = o.account_id WHERE o.id = ?',
    )
    .pluck()
    .get(opinionId ?? '')
  return name ?? ''
}

/** @throws Refusal ROW_NOT_FOUND */
function writeEach(
  kernel: Kernel,
  commandId: InputOf<typeof consultations.tell>['commandId'],
  ids: readonly string[],
  command: string,
  assignment: string,
  ...values: readonly (string | number | null)[]
): Done<object> {
  const unique = [...new Set(ids)]
  const label = { command, params: { count: unique.length, name: nameOf(kernel, unique[0]) } }
  return kernel.write({ commandId, label }, (tx) => {
    const write = tx.db.prepare(`UPDATE opinion SET ${assignment} WHERE id = ? AND deleted = 0`)
    for (const id of unique) {
      if (write.run(...values, id).changes === 0) throw new Refusal('ROW_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}

/** @throws Refusal ROW_NOT_FOUND */
function mustBeThere(tx: Tx, table: 'consultation', id: string): void {
  const there = tx.db.prepare<[string], number>(`SELECT 1 FROM ${table} WHERE id = ? AND deleted = 0`).get(id)
  if (there === undefined) throw new Refusal('ROW_NOT_FOUND')
}
