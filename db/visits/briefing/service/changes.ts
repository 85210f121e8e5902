import type Database from 'better-sqlite3'
import { signer } from '../../../channel/ledger/service/rows.ts'
import { instantOf } from '../../../kernel/clock.ts'
import type { VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { BriefChange, BriefRow } from '../contract.ts'
import { maskedRow } from '../rules/audience.ts'
import { type Changed, canonical, changesBetween } from '../rules/changes.ts'
import { composeBrief } from './compose.ts'
import { arrangementFor, frozenBrief, hashOf } from './stored.ts'

interface Changes {
  readonly version: number | null
  readonly frozenAt: number | null
  readonly by: string
  readonly changes: BriefChange[]
  readonly kept: boolean
}

/**
 * What changed since the newest brief of a visit was frozen, as this laptop's user may see it.
 * @throws Refusal VISIT_NOT_FOUND
 */
export function briefChanges(kernel: Kernel, { visitId }: { readonly visitId: VisitId }): Changes {
  const { db } = kernel
  const { arrangement, kept } = arrangementFor(db, visitId)
  const frozen = frozenBrief(db, visitId)
  if (!frozen) return { version: null, frozenAt: null, by: '', changes: [], kept: false }
  const { content } = composeBrief(kernel, visitId)
  const { version, frozenAt, by } = frozen.version
  const me = signer(db)
  const isReader = arrangement.readers.some((id) => id === me)
  const who = changerSince(db, frozen.recordedAt)
  const changes = changesBetween(frozen.content, content)
    .filter(({ before, after }) => isReader || !(before ?? after)?.private)
    .map((change) => ({
      ...change,
      before: change.before && maskedRow(change.before),
      after: change.after && maskedRow(change.after),
      ...who(visitId, change),
    }))
  const isKept = kept?.version === version && kept.live === hashOf(canonical(content))
  return { version, frozenAt, by, changes, kept: isKept }
}

interface Who {
  readonly by: string | null
  readonly at: number | null
}

/** Who changed the row behind a change last since a clock reading; nulls where history doesn't tell. */
function changerSince(db: Database.Database, since: string): (visitId: VisitId, change: Changed) => Who {
  const newest = db.prepare<[string, string, string], { by: string; hlc: string }>(
    `SELECT t.actor AS by, t.hlc FROM change c JOIN txn t ON t.id = c.txn_id
     WHERE c.tbl = ? AND c.row_id = ? AND t.hlc > ? ORDER BY t.hlc DESC LIMIT 1`,
  )
  const linked = db
    .prepare<[string, string], string>('SELECT id FROM visit_person WHERE visit_id = ? AND person_id = ?')
    .pluck()
  return (visitId, { key, before, after }) => {
    const row = after ?? before
    if (row === null) return { by: null, at: null }
    const place =
      row.kind === 'person' && (before === null || after === null)
        ? (['visit_person', linked.get(visitId, row.personId) ?? ''] as const)
        : rowBehind(visitId, key, row)
    const found = place && newest.get(...place, since)
    return found ? { by: found.by, at: Date.parse(instantOf(found.hlc)) } : { by: null, at: null }
  }
}

/** The table and row in which a row of a brief is kept; null where it is worked out of several. */
function rowBehind(
  visitId: VisitId,
  key: string,
  row: BriefRow,
): readonly [table: string, id: string] | null {
  const own = key.slice(key.indexOf(':') + 1)
  switch (row.kind) {
    case 'say':
    case 'care':
    case 'place':
      return ['visit', visitId]
    case 'person':
      return ['person', row.personId]
    case 'secret':
      return row.what === 'warning' ? ['warning_sign', own] : ['person', row.personId]
    case 'issue':
      return [ISSUE_TABLES[row.issue], own]
    case 'figure':
    case 'contact':
      return ['account', row.accountId]
    case 'rival':
      return ['rival', own]
    case 'move':
      return ['rival_move', own]
    case 'promised':
      return ['promise', own]
    case 'topic':
    case 'line':
      return ['visit_topic', row.topicId]
    case 'gift':
      return ['visit_gift', row.giftId]
    case 'kept':
    case 'bought':
    case 'standing':
    case 'moved':
    case 'product':
    case 'past':
    case 'ours':
      return null
  }
}

const ISSUE_TABLES = {
  promise: 'promise',
  owed: 'promise',
  request: 'request',
  incident: 'quality_incident',
} as const
