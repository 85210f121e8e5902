import { dayOf } from '../../accounts/rules/days.ts'
import { checkReach } from '../../channel/ledger/service/days.ts'
import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { PLANNED } from '../../channel/rules/reach.ts'
import { workdaysOf } from '../../channel/tasks/service/workdays.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { visits } from '../contract.ts'
import { advance } from '../rules/progress.ts'
import { after, needsReason, type VisitEventKind } from '../rules/states.ts'
import { clashesOf } from './clashes.ts'
import { openCommitments } from './commitments.ts'
import { takeOver, visitHeld } from './held.ts'
import { type StoredVisit, visitName, visitReader } from './stored.ts'

/** Working days after a visit by which its minutes are due (issue of the executive visits). */
const MINUTES_WITHIN = 2

type StepInput = InputOf<typeof visits.step>

/** Notes that something happened to visits, all or none. @throws Refusal as the contract says */
export function stepVisits(kernel: Kernel, input: StepInput): Outcome<object> {
  const ids = new Set(input.visitIds)
  const params = { count: ids.size, name: visitName(kernel.db, input.visitIds[0]), day: input.day ?? '' }
  return kernel.write(
    { commandId: input.commandId, label: { command: `visit_${input.event}`, params } },
    (tx) => {
      const read = visitReader(tx.db)
      const step = visitStepper(tx, kernel)
      for (const id of ids) {
        const visit = read(id)
        check(kernel, tx, visit, input)
        const moved = input.event === 'move' ? move(kernel, tx, visit, input) : null
        step(visit, input.event, input.note, moved)
        if (input.event === 'hold') visitHeld(kernel, tx, visit)
        if (input.event === 'record') takeOver(kernel, tx, visit)
        tx.breathe()
      }
      return {}
    },
  )
}

/** Writes what happened to a visit and where it stands then. The function throws Refusal VISIT_STEP_REFUSED. */
export function visitStepper(tx: Tx, kernel: Kernel) {
  const insert = tx.db.prepare(
    `INSERT INTO visit_event (id, visit_id, kind, at, recorded_at, by, note, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = tx.db.prepare('UPDATE visit SET progress = ? WHERE id = ?')
  const by = kernel.actorName()
  return (visit: StoredVisit, event: VisitEventKind, note: string, detail: object | null = null): void => {
    const { id, progress } = visit
    // where the laptop's clock was set back, what happens now comes right after what happened last
    const at = Math.max(kernel.now(), progress.since)
    const dueOn = event === 'hold' ? workdaysOf(tx.db).add(visit.day, MINUTES_WITHIN) : null
    const next = advance(progress, event, at, dueOn)
    if (!next)
      throw new Refusal('VISIT_STEP_REFUSED', { name: visitName(tx.db, id), state: progress.state, event })
    const json = detail === null ? null : JSON.stringify(detail)
    insert.run(tx.newId(), id, event, new Date(at).toISOString(), tx.hlc, by, note, json)
    update.run(JSON.stringify(next), id)
  }
}

/** Whether an event may happen to a visit as it is. @throws Refusal as the contract says */
function check(kernel: Kernel, tx: Tx, visit: StoredVisit, { event, note }: StepInput): void {
  const { id, day, progress } = visit
  const name = (): string => visitName(tx.db, id)
  if (after(progress.state, event) === undefined)
    throw new Refusal('VISIT_STEP_REFUSED', { name: name(), state: progress.state, event })
  // no reason helps there
  if (event === 'hold' && day > dayOf(kernel.now()))
    throw new Refusal('VISIT_TOO_EARLY', { name: name(), day })
  if (needsReason(progress.state, event) && note === '')
    throw new Refusal('VISIT_STEP_NEEDS_REASON', { event })
  switch (event) {
    case 'approve':
    case 'confirm':
      if (note === '') refuseClash(tx, visit)
      return
    case 'record':
      if (visit.outcome.reach === null) throw new Refusal('VISIT_NO_OUTCOME')
      return
    case 'close': {
      const open = openCommitments(tx.db, id)
      const [first] = open
      if (first) throw new Refusal('VISIT_OPEN_COMMITMENTS', { what: first.what, count: open.length })
      return
    }
    case 'hold':
    case 'withdraw':
    case 'thaw':
    case 'finish':
    case 'move':
    case 'cancel':
    case 'miss':
    case 'reopen':
      return
  }
}

/** @throws Refusal VISIT_CLASH where who leads can't be there */
function refuseClash(tx: Tx, visit: StoredVisit): void {
  const [clash] = clashesOf(tx.db, visit, true)
  if (clash) throw new Refusal('VISIT_CLASH', { member: clash.member, what: clash.what, city: clash.city })
}

/** Moves a visit to another day, and gives where it was. @throws Refusal DAY_OUT_OF_RANGE */
function move(kernel: Kernel, tx: Tx, visit: StoredVisit, { day, time }: StepInput): object {
  const to = day ?? visit.day
  if (to !== visit.day) checkReach(to, PLANNED, dayOf(kernel.now()))
  tx.db.prepare('UPDATE visit SET day = ?, time = ? WHERE id = ?').run(to, time ?? visit.time, visit.id)
  return { from: visit.day }
}
