import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { readJson } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { BriefId, MemberId, VisitId } from '../../../kernel/ids.ts'
import type { Arrangement, BriefContent, BriefVersion } from '../contract.ts'
import { arrangementOf } from '../rules/arrangement.ts'
import type { Seal } from '../rules/words.ts'

/** Who decided that a version stays as it is, and what was known then. */
export interface Kept {
  readonly version: number
  /** SHA-256 of what was known, hex */
  readonly live: string
  readonly by: string
  /** epoch ms */
  readonly at: number
}

/** What the column `brief` of a visit holds. */
export interface StoredArrangement extends Partial<Arrangement> {
  readonly kept?: Kept
}

/** What a visit's column `brief` says, and who leads and prepares it. @throws Refusal VISIT_NOT_FOUND */
export function arrangementFor(
  db: Database.Database,
  visitId: VisitId,
): { arrangement: Arrangement; stored: Arrangement | null; kept: Kept | null; leadId: MemberId | null } {
  const row = db
    .prepare<[VisitId], { brief: string | null; ownerId: MemberId | null; leadId: MemberId | null }>(
      `SELECT v.brief, v.owner_id AS ownerId, (SELECT l.member_id FROM visit_member l
         JOIN member m ON m.id = l.member_id AND m.deleted = 0
         WHERE l.visit_id = v.id AND l.part = 'leads' AND l.deleted = 0 ORDER BY l.id LIMIT 1) AS leadId
       FROM visit v WHERE v.id = ? AND v.deleted = 0`,
    )
    .get(visitId)
  if (!row) throw new Refusal('VISIT_NOT_FOUND')
  const json = readJson<StoredArrangement>(row.brief)
  const stored = chosen(json)
  return { arrangement: arrangementOf(stored, row), stored, kept: json?.kept ?? null, leadId: row.leadId }
}

/** The part of it that somebody chose; null where nobody did. */
export const chosen = (json: StoredArrangement | null): Arrangement | null =>
  json?.sections && json.readers ? { sections: json.sections, readers: json.readers } : null

interface Row {
  readonly id: BriefId
  readonly content: string
  readonly sha256: string
  readonly readiness: number
  readonly reason: string
  readonly by: string
  readonly frozenAt: string
  readonly recordedAt: string
}

/** A frozen brief with what it holds. */
export interface Frozen {
  readonly version: BriefVersion
  readonly content: BriefContent
  readonly seal: Seal
  /** YYYY-MM-DD on which it was frozen */
  readonly asOf: string
  /** clock reading when it was */
  readonly recordedAt: string
}

/** All frozen versions of a visit's brief, newest first. */
export const versionsOf = (db: Database.Database, visitId: VisitId): BriefVersion[] =>
  db
    .prepare<[VisitId], Omit<Row, 'content' | 'recordedAt'>>(
      `SELECT id, sha256, readiness, reason, by, frozen_at AS frozenAt FROM visit_brief
       WHERE visit_id = ? AND deleted = 0 ORDER BY recorded_at, id`,
    )
    .all(visitId)
    .map(({ frozenAt, ...row }, at) => ({ ...row, version: at + 1, frozenAt: Date.parse(frozenAt) }))
    .reverse()

/** A frozen version of a visit's brief, the newest where none is given; undefined where there is none such. */
export function frozenBrief(
  db: Database.Database,
  visitId: VisitId,
  version: number | null = null,
): Frozen | undefined {
  const versions = versionsOf(db, visitId)
  const wanted = version === null ? versions[0] : versions.find((each) => each.version === version)
  const row =
    wanted &&
    db
      .prepare<[BriefId], Pick<Row, 'content' | 'sha256' | 'recordedAt'>>(
        'SELECT content, sha256, recorded_at AS recordedAt FROM visit_brief WHERE id = ?',
      )
      .get(wanted.id)
  if (!wanted || !row) return undefined
  const content: BriefContent = JSON.parse(row.content)
  return {
    version: wanted,
    content,
    seal: sealOf(row, content),
    asOf: dayOf(wanted.frozenAt),
    recordedAt: row.recordedAt,
  }
}

/** Whether a frozen text is what was frozen. An erasure by law leaves the hash of what it left. */
function sealOf({ content, sha256 }: Pick<Row, 'content' | 'sha256'>, read: BriefContent): Seal {
  if (hashOf(content) === sha256) return 'intact'
  const last = read.erasures.at(-1)
  return last !== undefined && hashOf(contentJson(read, [])) === last.sha256 ? 'erased' : 'altered'
}

/** SHA-256 of a text, hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A content as it is stored, with those erasures. */
export const contentJson = (content: BriefContent, erasures: BriefContent['erasures']): string =>
  JSON.stringify({ ...content, erasures })
