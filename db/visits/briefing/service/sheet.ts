import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { type InputOf, memberNames, signer } from '../../../channel/ledger/service/rows.ts'
import type { MemberId, VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { VisitSheet } from '../../contract.ts'
import { getVisit } from '../../service/sheet.ts'
import { visitName } from '../../service/stored.ts'
import type { BriefContent, BriefSheet, briefing } from '../contract.ts'
import { countPrivate, masked, viewFor } from '../rules/audience.ts'
import { contentOf, noSuchVersion } from './compose.ts'
import { recordSecrets } from './looks.ts'
import { arrangementFor, frozenBrief, versionsOf } from './stored.ts'

/** A brief as this laptop's user may see it, without masked facts. @throws Refusal VISIT_NOT_FOUND, BRIEF_NOT_FOUND */
export const getBrief = (kernel: Kernel, { visitId, version }: InputOf<typeof briefing.get>): BriefSheet =>
  sheetOf(kernel, visitId, version, masked)

/** The same with masked facts; that they were looked at is recorded. @throws Refusal VISIT_NOT_FOUND, BRIEF_NOT_FOUND */
export function revealBrief(
  kernel: Kernel,
  { commandId, visitId, version }: InputOf<typeof briefing.reveal>,
): BriefSheet {
  const sheet = sheetOf(kernel, visitId, version, (content) => content)
  const label = { command: 'revealBrief', params: { name: visitName(kernel.db, visitId) } }
  kernel.write({ commandId, label, final: [] }, (tx) => {
    recordSecrets(tx, kernel, sheet.content)
    return {}
  })
  return sheet
}

function sheetOf(
  kernel: Kernel,
  visitId: VisitId,
  version: number | null,
  shown: (content: BriefContent) => BriefContent,
): BriefSheet {
  const { db } = kernel
  const { visit } = getVisit(kernel, { visitId })
  const { content, asOf, seal } = contentFor(kernel, visit, version)
  const { arrangement, stored, leadId } = arrangementFor(db, visitId)
  const me = signer(db)
  const isReader = arrangement.readers.some((id) => id === me)
  const view = viewFor(content, 'executive', isReader)
  const versions = versionsOf(db, visitId)
  return {
    asOf,
    state: visit.state,
    account: visitName(db, visitId),
    content: shown(view.content),
    hidden: view.hidden,
    privateFacts: countPrivate(content),
    version,
    seal,
    versions,
    arrangement,
    stored,
    ours: readersAmong(visit, arrangement.readers, memberNames(db)).map(({ memberId, name }) => ({
      memberId,
      name,
      leads: memberId === leadId,
      named: arrangement.readers.includes(memberId),
    })),
    isReader,
    exports: exportsOf(db, visitId, new Map(versions.map((each) => [each.id, each.version]))),
  }
}

/** Who may be made a reader: ours at the visit, who prepares it, and who is one already. */
function readersAmong(
  { ours, ownerId }: VisitSheet,
  readers: readonly MemberId[],
  names: ReadonlyMap<string, string>,
): { memberId: MemberId; name: string }[] {
  const ids = new Set([
    ...ours.map(({ memberId }) => memberId),
    ...(ownerId === null ? [] : [ownerId]),
    ...readers,
  ])
  return [...ids].map((memberId) => ({ memberId, name: names.get(memberId) ?? '' }))
}

/** What is known of a visit now, or what a frozen version holds. @throws Refusal BRIEF_NOT_FOUND */
export function contentFor(
  kernel: Kernel,
  visit: VisitSheet,
  version: number | null,
): Pick<BriefSheet, 'content' | 'asOf' | 'seal'> {
  if (version === null) return { content: contentOf(kernel, visit), asOf: dayOf(kernel.now()), seal: null }
  return frozenBrief(kernel.db, visit.id, version) ?? noSuchVersion(version)
}

const exportsOf = (
  db: Database.Database,
  visitId: VisitId,
  versions: ReadonlyMap<string, number>,
): BriefSheet['exports'] =>
  db
    .prepare<
      [VisitId],
      Omit<BriefSheet['exports'][number], 'version' | 'at'> & { briefId: string | null; at: string }
    >(
      `SELECT id, brief_id AS briefId, audience, reader, format, by, at FROM visit_export
       WHERE visit_id = ? AND deleted = 0 ORDER BY at DESC, id DESC`,
    )
    .all(visitId)
    .map(({ briefId, at, ...row }) => ({
      ...row,
      at: Date.parse(at),
      version: briefId === null ? null : (versions.get(briefId) ?? null),
    }))
