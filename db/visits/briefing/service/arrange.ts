import { type InputOf, type Ledger, readJson, writeJson } from '../../../channel/ledger/service/rows.ts'
import type { VisitId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { VisitFields } from '../../contract.ts'
import { visitName } from '../../service/stored.ts'
import type { briefing } from '../contract.ts'
import { canonical } from '../rules/changes.ts'
import { composeBrief, noSuchVersion } from './compose.ts'
import { arrangementFor, chosen, hashOf, type StoredArrangement, versionsOf } from './stored.ts'

const VISITS: Ledger = {
  table: 'visit',
  fields: VisitFields,
  columns: {},
  name: 'code',
  commands: { change: 'changeVisits', remove: 'removeVisits' },
}

/** Chooses sections, their order, and readers of private facts. @throws Refusal VISIT_NOT_FOUND, CELLS_CHANGED */
export function arrangeBrief(
  kernel: Kernel,
  { commandId, visitId, before, after }: InputOf<typeof briefing.arrange>,
): Outcome<object> {
  const label = { command: 'arrangeBrief', params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { kept } = arrangementFor(tx.db, visitId)
    const stored: StoredArrangement = { ...after, ...(kept === null ? {} : { kept }) }
    writeJson<StoredArrangement>(tx, VISITS, 'brief', { id: visitId, before, after: stored }, chosen)
    return {}
  })
}

/**
 * Says of the newest version that it stays, in spite of what changed since; what changes later shows again.
 * @throws Refusal VISIT_NOT_FOUND; BRIEF_NOT_FOUND where it isn't the newest
 */
export function keepVersion(
  kernel: Kernel,
  { commandId, visitId, version }: InputOf<typeof briefing.keep>,
): Outcome<object> {
  const label = { command: 'keepBrief', params: { name: visitName(kernel.db, visitId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { content } = composeBrief(kernel, visitId)
    if (versionsOf(tx.db, visitId)[0]?.version !== version) noSuchVersion(version)
    const stored =
      readJson<StoredArrangement>(
        tx.db
          .prepare<[VisitId], string | null>('SELECT brief FROM visit WHERE id = ?')
          .pluck()
          .get(visitId) ?? null,
      ) ?? {}
    const kept = { version, live: hashOf(canonical(content)), by: kernel.actorName(), at: kernel.now() }
    tx.db.prepare('UPDATE visit SET brief = ? WHERE id = ?').run(JSON.stringify({ ...stored, kept }), visitId)
    return {}
  })
}
