import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { CalendarRangeError, type CompiledCalendar } from '../../../department/calendar/rules/workingTime.ts'
import { calendarOf } from '../../../department/calendar/service/read.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, CalendarVersionId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { termsOn } from '../../policies/service/termsOf.ts'
import { bounds, HAPPENED } from '../../rules/reach.ts'
import type { Promised } from '../rules/clocks.ts'
import { begin, type Progress } from '../rules/progress.ts'
import type { Priority } from '../rules/words.ts'
import { escalationOf } from './escalation.ts'

/** What an account is promised when it asks, and by which calendar that counts. */
export interface Undertaking {
  readonly promised: Promised
  readonly calendarId: CalendarVersionId | null
  readonly calendar: CompiledCalendar
  readonly progress: Progress
  readonly ownerId: MemberId | null
  readonly askedAt: number
}

/** What is asked before a request is written down. */
export interface Asking {
  readonly accountId: AccountId
  readonly priority: Priority
  readonly ownerId?: MemberId | null | undefined
  readonly askedAt?: string | undefined
}

/**
 * What would be promised to an account that asks: by the policy of the day on which it asked, in the working calendar of
 * whoever answers for it (A9).
 * @throws Refusal ACCOUNT_NOT_FOUND, ASKED_AT_REFUSED
 */
export function undertake(db: Database.Database, now: number, asking: Asking): Undertaking {
  const owner = db
    .prepare<[AccountId], { ownerId: MemberId | null }>(
      `SELECT m.id AS ownerId FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
       WHERE a.id = ? AND a.deleted = 0`,
    )
    .get(asking.accountId)
  if (!owner) throw new Refusal('ACCOUNT_NOT_FOUND')
  const ownerId = asking.ownerId === undefined ? owner.ownerId : asking.ownerId
  const askedAt = asking.askedAt === undefined ? now : Date.parse(asking.askedAt)
  // a clock that goes a little ahead of the engine's is no fault of who types
  if (askedAt > now + AHEAD) throw refusedAt(askedAt, 'future', now)
  if (dayOf(askedAt) < bounds(HAPPENED, dayOf(now)).from) throw refusedAt(askedAt, 'past', now)
  const { tier, policyId, terms } = termsOn(db, asking.accountId, dayOf(askedAt))
  const { versionId, compiled: calendar } = calendarOf(db, ownerId)
  const promised: Promised = {
    tier,
    policyId,
    times: terms.responses[asking.priority],
    pausesForThird: terms.pausesForThird,
    escalation: escalationOf(db, tier),
  }
  return {
    promised,
    calendarId: versionId,
    calendar,
    progress: begun({ promised, calendar }, askedAt, now),
    ownerId,
    askedAt,
  }
}

/** Clocks of other programs may differ by so many ms. */
const AHEAD = 60_000

const refusedAt = (askedAt: number, reason: 'future' | 'past', now: number): Refusal =>
  new Refusal('ASKED_AT_REFUSED', {
    at: new Date(askedAt).toISOString(),
    reason,
    from: bounds(HAPPENED, dayOf(now)).from,
  })

function begun(terms: Pick<Undertaking, 'promised' | 'calendar'>, askedAt: number, now: number): Progress {
  try {
    return begin(terms, askedAt)
  } catch (error) {
    if (error instanceof CalendarRangeError) throw refusedAt(askedAt, 'past', now)
    throw error
  }
}

/** The same for a window, before anything is written. @throws as {@link undertake} */
export function promiseFor(kernel: Kernel, asking: Asking) {
  const { promised, progress, calendar, ownerId } = undertake(kernel.db, kernel.now(), asking)
  const due = (clock: Progress['clocks']['first']) => (clock.kind === 'running' ? clock.due : undefined)
  const { first, update, solution } = progress.clocks
  return {
    tier: promised.tier,
    times: promised.times,
    due: { first: due(first), update: due(update), solution: due(solution) },
    timeZone: calendar.calendar.timeZone,
    ownerId,
  }
}
