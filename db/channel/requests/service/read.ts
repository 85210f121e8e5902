import type Database from 'better-sqlite3'
import type { z } from 'zod'
import type { CalendarLine } from '../../../department/calendar/contract.ts'
import { DEFAULT_CALENDAR } from '../../../department/calendar/rules/calendar.ts'
import { calendarVersion, shapeOf } from '../../../department/calendar/service/read.ts'
import { instantOf } from '../../../kernel/clock.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { RequestId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { RequestEvent, RequestLine, RequestSheet, requests } from '../contract.ts'
import type { Clocks, Promised } from '../rules/clocks.ts'
import type { Progress } from '../rules/progress.ts'
import { partsOf } from './parts.ts'
import { toldOf } from './stored.ts'

type ListInput = z.output<NonNullable<(typeof requests.list)['~orpc']['inputSchema']>>

/** Requests of accounts that are there. */
const FROM = `FROM request r
  JOIN account a ON a.id = r.account_id AND a.deleted = 0
  LEFT JOIN member m ON m.id = r.owner_id AND m.deleted = 0
  LEFT JOIN person p ON p.id = r.person_id AND p.deleted = 0`

const LINE = `r.id, r.code, r.account_id AS accountId, a.name AS account, r.title, r.kind, r.priority, r.way,
  p.id AS personId, p.name AS person, m.id AS ownerId, m.name AS owner, r.asked_at AS askedAt,
  r.calendar_id AS calendarId, r.promised, r.progress`

/** Open ones are few among all: this is the condition of their index, word for word. */
const SHOWN = {
  open: `r.progress ->> '$.open' = 1 AND r.deleted = 0`,
  ended: `r.progress ->> '$.open' = 0 AND r.deleted = 0`,
  all: 'r.deleted = 0',
} as const satisfies Record<ListInput['show'], string>

interface StoredLine
  extends Pick<
    RequestLine,
    | 'id'
    | 'code'
    | 'accountId'
    | 'account'
    | 'title'
    | 'kind'
    | 'priority'
    | 'way'
    | 'personId'
    | 'person'
    | 'ownerId'
    | 'owner'
    | 'calendarId'
  > {
  readonly askedAt: string
  readonly promised: string
  readonly progress: string
}

/** Requests as lists show them: open ones by their nearest end, then those that ended, newest end first. */
export function listRequests(kernel: Kernel, input: ListInput) {
  const { db } = kernel
  const params = { accountId: input.accountId ?? null, memberId: input.memberId ?? null }
  const where = `WHERE ${SHOWN[input.show]}
    ${input.accountId === undefined ? '' : 'AND r.account_id = @accountId'}
    ${input.memberId === undefined ? '' : 'AND (r.owner_id = @memberId OR r.backup_id = @memberId)'}`
  const total = db.prepare<object, number>(`SELECT count(*) ${FROM} ${where}`).pluck().get(params) ?? 0
  const rows = db
    .prepare<object, StoredLine>(
      `SELECT ${LINE} ${FROM} ${where} ORDER BY r.progress ->> '$.endedAt' DESC, r.asked_at, r.id
       LIMIT @limit OFFSET @offset`,
    )
    .all({ ...params, limit: input.limit, offset: input.offset })
    .map(toLine)
  rows.sort((a, b) => nearestEnd(a) - nearestEnd(b))
  return { now: kernel.now(), total, calendars: calendarsOf(db, rows), rows }
}

function toLine({ promised, progress, askedAt, ...line }: StoredLine): RequestLine {
  const { tier }: Promised = JSON.parse(promised)
  const { state, since, waitingFor, clocks, reopened, endedAt }: Progress = JSON.parse(progress)
  return { ...line, tier, askedAt: Date.parse(askedAt), state, since, waitingFor, clocks, reopened, endedAt }
}

/** When the first of its clocks ends, epoch ms: what is most pressing comes first. Those that ended come last, newest first. */
function nearestEnd({ clocks, endedAt }: { clocks: Clocks; endedAt: number | null }): number {
  if (endedAt !== null) return NEVER + (NEVER - endedAt)
  const ends = [clocks.first, clocks.update, clocks.solution].flatMap((clock) =>
    clock.kind === 'running' ? [Math.min(clock.due, clock.left > 0 ? NEVER : clock.from)] : [],
  )
  return Math.min(NEVER, ...ends)
}

/** Later than any instant that a calendar holds, epoch ms. */
const NEVER = 8_640_000_000_000_000 / 2

/** The calendars by which the clocks of lines run. */
function calendarsOf(
  db: Database.Database,
  lines: readonly Pick<RequestLine, 'calendarId'>[],
): Record<string, CalendarLine['content']> {
  const versions = new Set(lines.map(({ calendarId }) => calendarId))
  const calendars: Record<string, CalendarLine['content']> = { default: shapeOf(DEFAULT_CALENDAR) }
  for (const id of versions) if (id !== null) calendars[id] = shapeOf(calendarVersion(db, id).calendar)
  return calendars
}

/** One request with its events and parts. @throws Refusal REQUEST_NOT_FOUND */
export function getRequest(kernel: Kernel, { requestId }: { requestId: RequestId }) {
  const { db } = kernel
  const row = db
    .prepare<[RequestId], StoredLine & Pick<RequestSheet, Extra>>(
      `SELECT ${LINE}, r.detail, b.id AS backupId, b.name AS backup, s.id AS sponsorId, s.name AS sponsor
       ${FROM}
       LEFT JOIN member b ON b.id = r.backup_id AND b.deleted = 0
       LEFT JOIN member s ON s.id = r.sponsor_id AND s.deleted = 0
       WHERE r.id = ? AND r.deleted = 0`,
    )
    .get(requestId)
  if (!row) throw new Refusal('REQUEST_NOT_FOUND')
  const { detail, backupId, backup, sponsorId, sponsor, ...stored } = row
  const promised: Promised = JSON.parse(row.promised)
  const { misses }: Progress = JSON.parse(row.progress)
  const { times, pausesForThird } = promised
  const namesOf = memberNames(db)
  const line = toLine(stored)
  const request: RequestSheet = {
    ...line,
    detail,
    backupId,
    backup,
    sponsorId,
    sponsor,
    times,
    pausesForThird,
    events: eventsOf(db, requestId),
    misses: misses.map(({ told, ...miss }) => ({ ...miss, told: namesOf(told) })),
    told: namesOf(toldOf(row, promised)),
    parts: partsOf(db, requestId),
    alike: alike(db, line),
  }
  return { now: kernel.now(), calendars: calendarsOf(db, [line]), request }
}

type Extra = 'detail' | 'backupId' | 'backup' | 'sponsorId' | 'sponsor'

/** The names of members; also of those who have left us since. */
function memberNames(db: Database.Database): (memberIds: readonly string[]) => string[] {
  const name = db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck()
  return (memberIds) => memberIds.flatMap((id) => name.get(id) ?? [])
}

function eventsOf(db: Database.Database, requestId: RequestId): RequestEvent[] {
  return db
    .prepare<
      [RequestId],
      Omit<RequestEvent, 'at' | 'recordedAt' | 'waitingFor'> & {
        at: string
        recordedAt: string
        detail: string | null
      }
    >(
      `SELECT id, kind, at, recorded_at AS recordedAt, by, note, detail FROM request_event
       WHERE request_id = ? AND deleted = 0 ORDER BY at, recorded_at, id`,
    )
    .all(requestId)
    .map(({ detail, at, recordedAt, ...event }) => ({
      ...event,
      at: Date.parse(at),
      recordedAt: Date.parse(instantOf(recordedAt)),
      waitingFor: waitingIn(detail),
    }))
}

function waitingIn(detail: string | null): string {
  if (detail === null) return ''
  const { waitingFor }: { waitingFor?: string } = JSON.parse(detail)
  return waitingFor ?? ''
}

/** How many others of its kind were solved, and their median solution: the newest of them are telling enough. */
function alike(db: Database.Database, line: RequestLine): RequestSheet['alike'] {
  const took = db
    .prepare<[string, string], number>(
      `SELECT (progress ->> '$.clocks.solution.span') - (progress ->> '$.clocks.solution.left') AS took
       FROM request WHERE kind = ? AND id <> ? AND deleted = 0 AND progress ->> '$.clocks.solution.kind' = 'met'
       ORDER BY took`,
    )
    .pluck()
    .all(line.kind, line.id)
  const middle = took[Math.floor((took.length - 1) / 2)]
  return { count: took.length, minutes: middle === undefined ? null : middle / 60_000 }
}
