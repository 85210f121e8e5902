import type Database from 'better-sqlite3'
import { addDays } from '../../../accounts/rules/days.ts'
import { calendarVersion } from '../../../department/calendar/service/read.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { CalendarVersionId } from '../../../kernel/ids.ts'
import type { ClockName, Promised } from '../../requests/rules/clocks.ts'
import type { Progress } from '../../requests/rules/progress.ts'
import type { RequestKind } from '../../requests/rules/words.ts'
import type { Span } from '../../rules/periods.ts'
import { type ClockResult, clockResult } from '../rules/clockFigures.ts'
import type { RequestResult } from '../rules/requestFigures.ts'

/** A request with what it is grouped by. */
export interface FigureRow extends RequestResult {
  readonly tier: Tier | null
  readonly ownerId: string | null
  readonly kind: RequestKind
  /** when it was asked, epoch ms */
  readonly askedAt: number
}

interface Stored {
  readonly askedAt: string
  readonly ownerId: string | null
  readonly kind: RequestKind
  readonly calendarId: CalendarVersionId | null
  readonly tier: Promised['tier']
  readonly progress: string
}

/** The instant (ISO-8601 UTC) at which a day begins by the laptop's clock. */
export const dayStart = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/**
 * Requests of accounts that are there, asked in a span of days by the laptop's clock, one after the other in the order
 * in which they were asked. Clocks that still run are read at `now` (epoch ms).
 */
export function* requestsAsked(
  db: Database.Database,
  now: number,
  { from, until }: Span,
  { memberId = null, accountId = null }: { memberId?: string | null; accountId?: string | null } = {},
): Generator<FigureRow> {
  const rows = db
    .prepare<object, Stored>(
      `SELECT r.asked_at AS askedAt, r.owner_id AS ownerId, r.kind, r.calendar_id AS calendarId,
         r.promised ->> '$.tier' AS tier, r.progress
       FROM request r JOIN account a ON a.id = r.account_id AND a.deleted = 0
       WHERE r.asked_at >= @start AND r.asked_at < @end AND r.deleted = 0
         ${memberId === null ? '' : 'AND r.owner_id = @memberId'}
         ${accountId === null ? '' : 'AND r.account_id = @accountId'}
       ORDER BY r.asked_at`,
    )
    .iterate({ start: dayStart(from), end: dayStart(addDays(until, 1)), memberId, accountId })
  for (const { askedAt, ownerId, kind, calendarId, tier, progress } of rows) {
    const { clocks, misses, reopened }: Progress = JSON.parse(progress)
    const { compiled } = calendarVersion(db, calendarId)
    const result = (name: ClockName): ClockResult =>
      clockResult(
        compiled,
        clocks[name],
        misses.some(({ clock }) => clock === name),
        now,
      )
    yield {
      askedAt: Date.parse(askedAt),
      ownerId,
      kind,
      tier,
      reopened: reopened > 0,
      clocks: {
        first: result('first'),
        update: result('update'),
        solution: result('solution'),
      },
    }
  }
}
