import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { agendaMinutes, READY_ENOUGH } from '../../rules/readiness.ts'
import { visitStepper } from '../../service/step.ts'
import { visitName, visitReader } from '../../service/stored.ts'
import type { briefing } from '../contract.ts'
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
    const json = contentJson(content, [])
    tx.db
      .prepare(
        `INSERT INTO visit_brief (id, visit_id, content, sha256, readiness, reason, by, frozen_at, recorded_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(tx.newId(), visitId, json, hashOf(json), points, reason, kernel.actorName(), tx.now, tx.hlc)
    return { version: versionsOf(tx.db, visitId).length }
  })
}
