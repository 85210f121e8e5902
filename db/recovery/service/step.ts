import { mustExist } from '../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { momentOf } from '../../channel/requests/service/moment.ts'
import { CalendarRangeError } from '../../department/calendar/rules/workingTime.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { CaseEvent, cases, Grading } from '../contract.ts'
import { advanceCase, type CaseHappening, type CaseProgress } from '../rules/progress.ts'
import { severityOf } from '../rules/severity.ts'
import { after, barOf, needsReason } from '../rules/states.ts'
import { readyFor } from './ready.ts'
import { caseName, caseReader, refuseMerged, type StoredCase } from './stored.ts'

type StepInput = InputOf<typeof cases.step>

/** Notes that something happened to cases, all or none. @throws Refusal as the contract says */
export function stepCases(kernel: Kernel, input: StepInput): Outcome<object> {
  const { commandId, event, note } = input
  const ids = new Set(input.caseIds)
  const params = { count: ids.size, name: caseName(kernel.db, input.caseIds[0]) }
  return kernel.write({ commandId, label: { command: `case_${event}`, params } }, (tx) => {
    const read = caseReader(tx.db)
    const write = stepWriter(tx, kernel.actorName())
    const now = kernel.now()
    for (const id of ids) {
      const stored = read(id)
      refuseMerged(tx.db, stored)
      check(tx, stored, input)
      // one whose account is gone would be in no list
      if (event === 'reopen') mustExist(tx.db, 'account', stored.accountId, 'ACCOUNT_NOT_FOUND')
      const grading = event === 'grade' ? regrade(tx, stored, input) : null
      const at = momentOf({ code: stored.code, earliest: earliestOf(stored) }, input.at, now)
      approve(tx, kernel, stored, input)
      write(stored, { kind: event, at, ...(grading && { severity: grading.severity }) }, note)
      tx.breathe()
    }
    return {}
  })
}

/** Whether an event may happen to a case as it is. @throws Refusal CASE_STEP_REFUSED, CASE_NEEDS_REASON, CASE_BARRED */
function check(tx: Tx, stored: StoredCase, { event, note }: StepInput): void {
  const { code, progress } = stored
  if (after(progress.state, event) === undefined)
    throw new Refusal('CASE_STEP_REFUSED', { code, state: progress.state, event })
  if (needsReason(event) && note === '') throw new Refusal('CASE_NEEDS_REASON', { event })
  const bar = barOf(progress.state, event, readyFor(tx.db, stored))
  if (bar !== null) throw new Refusal('CASE_BARRED', { code, reason: bar })
}

/** Writes down what was approved, and by whom; a solution that is taken up again is approved no longer. */
function approve(tx: Tx, kernel: Kernel, stored: StoredCase, { event, note }: StepInput): void {
  const write = (approval: object | null): void => {
    tx.db
      .prepare('UPDATE recovery_case SET approval = ? WHERE id = ?')
      .run(approval === null ? null : JSON.stringify(approval), stored.id)
  }
  if (event === 'approve') {
    const { paid } = readyFor(tx.db, stored)
    write({ amount: paid, by: kernel.actorName(), on: dayOf(kernel.now()), note })
  } else if (event === 'sendBack' || event === 'refuse' || event === 'reopen') write(null)
  // what they said was about what was done before
  if (event === 'reopen') tx.db.prepare('UPDATE recovery_case SET answer = NULL WHERE id = ?').run(stored.id)
}

/** Writes another grading down; without one given, the case is graded as it seemed when it came. */
function regrade(tx: Tx, { id, grading: before }: StoredCase, { grading: given }: StepInput): Grading {
  const { impact, urgency } = given ?? before
  const grounds = { impact, urgency, key: before.key, repeat: before.repeat }
  const grading: Grading = { ...grounds, severity: severityOf(grounds) }
  tx.db.prepare('UPDATE recovery_case SET grading = ? WHERE id = ?').run(JSON.stringify(grading), id)
  return grading
}

/** Nothing happens before it came, before what happened last, or before it stood where it stands; epoch ms. */
const earliestOf = ({ cameAt, lastAt, progress }: StoredCase): number =>
  Math.max(Date.parse(cameAt), lastAt, progress.since)

/** Writes what happened and where the case stands after it. The function throws Refusal CASE_STEP_REFUSED. */
function stepWriter(tx: Tx, by: string) {
  const insert = caseEventInserter(tx, by)
  const update = tx.db.prepare('UPDATE recovery_case SET progress = ? WHERE id = ?')
  return (stored: StoredCase, happening: CaseHappening, note: string): void => {
    const { id, code, progress } = stored
    const next = advanced(stored, happening)
    if (!next) throw new Refusal('CASE_STEP_REFUSED', { code, state: progress.state, event: happening.kind })
    insert({ caseId: id, kind: happening.kind, at: happening.at, note, personId: null })
    update.run(JSON.stringify(next), id)
  }
}

function advanced({ code, terms, progress }: StoredCase, happening: CaseHappening): CaseProgress | undefined {
  try {
    return advanceCase(terms, progress, happening)
  } catch (error) {
    if (!(error instanceof CalendarRangeError)) throw error
    const at = new Date(happening.at).toISOString()
    throw new Refusal('STEP_TIME_REFUSED', { code, at, earliest: at, latest: at })
  }
}

interface NewEvent extends Pick<CaseEvent, 'kind' | 'note' | 'personId'> {
  readonly caseId: CaseId
  /** epoch ms */
  readonly at: number
}

/** Writes events of cases down, inside a command. */
export function caseEventInserter(tx: Tx, by: string): (event: NewEvent) => void {
  const insert = tx.db.prepare(
    `INSERT INTO case_event (id, case_id, kind, at, recorded_at, by, note, person_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return ({ caseId, kind, at, note, personId }) => {
    insert.run(tx.newId(), caseId, kind, new Date(at).toISOString(), tx.hlc, by, note, personId)
  }
}
