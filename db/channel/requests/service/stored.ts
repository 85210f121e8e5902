import type Database from 'better-sqlite3'
import { calendarVersion } from '../../../department/calendar/service/read.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CalendarVersionId, RequestId } from '../../../kernel/ids.ts'
import type { Promised } from '../rules/clocks.ts'
import type { ClockTerms, Progress } from '../rules/progress.ts'

/** What a request's clocks go by and stand at, as it is kept. */
export interface StoredClocks {
  readonly id: RequestId
  readonly code: string
  readonly title: string
  readonly askedAt: string
  /** when something happened to it last, epoch ms; 0 where nothing did */
  readonly lastAt: number
  readonly terms: ClockTerms
  readonly progress: Progress
  /** members who are to be told when a clock ends: owner, backup, sponsor, and whom the department named */
  readonly told: readonly string[]
}

interface Row {
  readonly code: string
  readonly title: string
  readonly askedAt: string
  readonly lastAt: string | null
  readonly calendarId: CalendarVersionId | null
  readonly ownerId: string | null
  readonly backupId: string | null
  readonly sponsorId: string | null
  readonly promised: string
  readonly progress: string
}

/** Reads requests for a command. The function throws Refusal REQUEST_NOT_FOUND. */
export function requestReader(db: Database.Database): (id: RequestId) => StoredClocks {
  const select = db.prepare<[RequestId], Row>(
    `SELECT code, title, asked_at AS askedAt, calendar_id AS calendarId, promised, progress,
       owner_id AS ownerId, backup_id AS backupId, sponsor_id AS sponsorId,
       (SELECT max(at) FROM request_event e WHERE e.request_id = request.id AND e.deleted = 0 AND e.kind <> 'note') AS lastAt
     FROM request WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const row = select.get(id)
    if (!row) throw new Refusal('REQUEST_NOT_FOUND')
    const promised: Promised = JSON.parse(row.promised)
    const progress: Progress = JSON.parse(row.progress)
    const { code, title, askedAt } = row
    const calendar = calendarVersion(db, row.calendarId).compiled
    const lastAt = row.lastAt === null ? 0 : Date.parse(row.lastAt)
    return {
      id,
      code,
      title,
      askedAt,
      lastAt,
      terms: { promised, calendar },
      progress,
      told: toldOf(row, promised),
    }
  }
}

/** Whom a clock that ends is told to: those who answer for the request, and whom the department named when it was asked. */
export const toldOf = (
  { ownerId, backupId, sponsorId }: Pick<Row, 'ownerId' | 'backupId' | 'sponsorId'>,
  { escalation }: Pick<Promised, 'escalation'>,
): string[] => [
  ...new Set([ownerId, backupId, sponsorId, ...escalation.late].filter((member) => member !== null)),
]

/** What a command's label calls a request: its code and title. Empty where there is none. */
export const firstRequest = (db: Database.Database, id: RequestId | undefined): string =>
  (id &&
    db
      .prepare<[RequestId], string>(`SELECT code || ' ' || title FROM request WHERE id = ?`)
      .pluck()
      .get(id)) ??
  ''
