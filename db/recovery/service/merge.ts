import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { cases } from '../contract.ts'
import { isOpen } from '../rules/states.ts'
import { caseEventInserter } from './step.ts'
import { caseName, caseReader, refuseEnded, refuseMerged } from './stored.ts'

/** Facts that the case which stays takes from the other one where it has none of its own. */
const FACTS = [
  ...['person_id', 'happened_on', 'at_risk', 'loss', 'product_id', 'responsible_id', 'investigator_id'],
  ...['request_id', 'incident_id', 'promise_id', 'root_cause_id', 'repeat_of', 'finding', 'apology'],
  ...['content_before', 'content_then', 'content_after', 'justice'],
]
/** The same of texts, which are empty where there are none. */
const TEXTS = ['words', 'remedy_asked', 'place', 'escape_cause', 'explanation']

/**
 * Makes two cases of an account one: the second is read as part of the first, which takes the facts that it lacks from it.
 * @throws Refusal CASE_NOT_FOUND, CASES_DIFFER, CASE_MERGED, CASE_CLOSED where one at work would vanish into one that is over
 */
export function mergeCases(
  kernel: Kernel,
  { commandId, caseId, otherId }: InputOf<typeof cases.merge>,
): Outcome<object> {
  const label = { command: 'mergeCases', params: { name: caseName(kernel.db, otherId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const read = caseReader(tx.db)
    const [kept, other] = [read(caseId), read(otherId)]
    for (const one of [kept, other]) refuseMerged(tx.db, one)
    // the open one would be in no list of work any more
    if (isOpen(other.progress.state)) refuseEnded(kept)
    if (caseId === otherId || kept.accountId !== other.accountId)
      throw new Refusal('CASES_DIFFER', { code: kept.code, other: other.code })
    // what had been merged into the other one comes along
    tx.db
      .prepare('UPDATE recovery_case SET merged_into = ? WHERE id = ? OR merged_into = ?')
      .run(caseId, otherId, otherId)
    takeFacts(tx, caseId, otherId)
    caseEventInserter(
      tx,
      kernel.actorName(),
    )({
      caseId,
      kind: 'merged',
      at: kernel.now(),
      note: `${other.code} ${other.title}`,
      personId: null,
    })
    return {}
  })
}

function takeFacts(tx: Tx, caseId: CaseId, otherId: CaseId): void {
  const taken = [
    ...FACTS.map((column) => `${column} = coalesce(${column}, (SELECT ${column} FROM other))`),
    ...TEXTS.map((column) => `${column} = iif(${column} = '', (SELECT ${column} FROM other), ${column})`),
  ]
  tx.db
    .prepare(
      `WITH other AS (SELECT * FROM recovery_case WHERE id = @otherId)
       UPDATE recovery_case SET ${taken.join(', ')} WHERE id = @caseId`,
    )
    .run({ caseId, otherId })
  // a case repeats neither itself nor what it was made one with
  tx.db
    .prepare(
      'UPDATE recovery_case SET repeat_of = NULL WHERE id = @caseId AND repeat_of IN (@caseId, @otherId)',
    )
    .run({ caseId, otherId })
}

/** Makes a case that was merged into another one a case of its own again; what was taken from it stays there too. @throws Refusal CASE_NOT_FOUND */
export function splitCase(
  kernel: Kernel,
  { commandId, caseId }: InputOf<typeof cases.split>,
): Outcome<object> {
  const label = { command: 'splitCase', params: { name: caseName(kernel.db, caseId) } }
  return kernel.write({ commandId, label }, (tx) => {
    caseReader(tx.db)(caseId)
    tx.db.prepare('UPDATE recovery_case SET merged_into = NULL WHERE id = ?').run(caseId)
    return {}
  })
}
