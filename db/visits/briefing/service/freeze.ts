import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { VisitId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { agendaMinutes, READY_ENOUGH } from '../../rules/readiness.ts'
import { visitStepper } from '../../service/step.ts'
import { visitName, visitReader } from '../../service/stored.ts'
import type { BriefContent, briefing } from '../contract.ts'
import { composeBrief } from './compose.ts'
import { contentJson, hashOf, versionsOf } from './stored.ts'

/** Its words are those of the visit's other steps. */
const COMMAND = 'visit_freeze'

/**
 * Freezes what is known now as the next version of a visit's brief.
 * @throws Refusal VISIT_NOT_FOUND, VISIT_STEP_REFUSED; BRIEF_NOT_READY, BRIEF_AGENDA_LONG where no reason is given
 */
export function freezeBrief(
  kernel: Kernel,
  { commandId, visitId, reason }: InputOf<typeof briefing.freeze>,
): Outcome<{ version: number }> {
  const label = { command: COMMAND, params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    // what the state refuses no reason helps
    visitStepper(tx, kernel)(visitReader(tx.db)(visitId), 'freeze', reason)
    const { content, visit } = composeBrief(kernel, visitId)
    const { points } = visit.readiness
    if (reason === '') {
      if (points < READY_ENOUGH) throw new Refusal('BRIEF_NOT_READY', { points, enough: READY_ENOUGH })
      const over = agendaMinutes(visit.topics) - visit.minutes
      if (over > 0) throw new Refusal('BRIEF_AGENDA_LONG', { over, minutes: visit.minutes })
    }
    const by = kernel.actorName()
    writeFrozen(tx, visitId, content, { readiness: points, reason, by, frozenAt: tx.now })
    return { version: versionsOf(tx.db, visitId).length }
  })
}

/** Writes a content as the next frozen version of a visit's brief, inside a command. @param frozen its moment is an instant */
export function writeFrozen(
  tx: Tx,
  visitId: VisitId,
  content: BriefContent,
  frozen: {
    readonly readiness: number
    readonly reason: string
    readonly by: string
    readonly frozenAt: string
  },
): void {
  const json = contentJson(content, [])
  tx.db
    .prepare(
      `INSERT INTO visit_brief (id, visit_id, content, sha256, readiness, reason, by, frozen_at, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      tx.newId(),
      visitId,
      json,
      hashOf(json),
      frozen.readiness,
      frozen.reason,
      frozen.by,
      frozen.frozenAt,
      tx.hlc,
    )
}
