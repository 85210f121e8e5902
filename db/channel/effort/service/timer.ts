import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { workingMs } from '../../../department/calendar/rules/workingTime.ts'
import { calendarOf } from '../../../department/calendar/service/read.ts'
import { readLocal, readSettings, writeLocal } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId, type CommandId, type EffortId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { TimerNow } from '../contract.ts'
import { minutesText } from '../rules/minutes.ts'
import { readTimer, type Timer } from '../rules/timer.ts'
import { insertEffort } from './add.ts'

const KEY = 'effort.timer'

/** What a timer begins with. */
export type TimerStart = Omit<Timer, 'startedAt'>

function storedTimer(db: Database.Database): Timer | null {
  const json = readLocal(db, KEY)
  if (json === null) return null
  const timer: Timer = JSON.parse(json)
  return timer
}

/** The laptop's timer as it reads now; null while none runs. */
export function timerNow(kernel: Kernel): TimerNow | null {
  const timer = storedTimer(kernel.db)
  return timer && told(kernel, timer)
}

function told(kernel: Kernel, timer: Timer): TimerNow {
  const { db } = kernel
  const named = db
    .prepare<object, { account: string | null; about: string | null }>(
      `SELECT (SELECT name FROM account WHERE id = @accountId AND deleted = 0) AS account,
         coalesce((SELECT code || ' ' || title FROM request WHERE id = @subjectId AND deleted = 0),
           (SELECT title FROM care_task WHERE id = @subjectId AND deleted = 0)) AS about`,
    )
    .get(timer)
  return {
    ...timer,
    accountId: timer.accountId === null ? null : AccountId.parse(timer.accountId),
    account: named?.account ?? null,
    about: named?.about ?? null,
    reading: readTimer(timer, kernel.now(), dayOf),
    untilClosing: untilClosing(db, timer),
  }
}

/** Working minutes from a timer's start to the end of its day. */
function untilClosing(db: Database.Database, { startedAt }: Timer): number {
  const { compiled } = calendarOf(db, readSettings(db).me)
  const midnight = new Date(startedAt)
  midnight.setHours(24, 0, 0, 0)
  return Math.round(workingMs(compiled, startedAt, midnight.getTime()) / 60_000)
}

/** Starts the timer. @throws Refusal TIMER_RUNS, ACCOUNT_NOT_FOUND */
export function startTimer(kernel: Kernel, start: TimerStart): TimerNow {
  const timer = { ...start, startedAt: kernel.now() }
  return kernel.writeLocal((db) => {
    if (storedTimer(db)) throw new Refusal('TIMER_RUNS')
    const there = db.prepare('SELECT 1 FROM account WHERE id = ? AND deleted = 0').get(start.accountId)
    if (start.accountId !== null && there === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
    writeLocal(db, KEY, JSON.stringify(timer))
    return told(kernel, timer)
  })
}

/** Forgets the timer; answers whether there was one. */
export function dropTimer(kernel: Kernel): { dropped: boolean } {
  const dropped = storedTimer(kernel.db) !== null
  kernel.writeLocal((db) => writeLocal(db, KEY, null))
  return { dropped }
}

/**
 * Stops the timer and writes what it came to on the day on which it began.
 * @throws Refusal NO_TIMER, TIMER_UNSURE, and what adding a line refuses
 */
export function stopTimer(
  kernel: Kernel,
  { commandId, minutes: said }: { commandId: CommandId; minutes?: number | undefined },
): Outcome<{ effortId: EffortId | null; minutes: number }> {
  const timer = storedTimer(kernel.db)
  const reading = timer && readTimer(timer, kernel.now(), dayOf)
  const minutes = said ?? reading?.minutes ?? 0
  const label = { command: 'addEffort', params: { count: 1, name: minutesText(minutes) } }
  return kernel.write({ commandId, label }, (tx) => {
    if (!timer || !reading) throw new Refusal('NO_TIMER')
    if (said === undefined && reading.kind !== 'sure')
      throw new Refusal('TIMER_UNSURE', { kind: reading.kind })
    writeLocal(tx.db, KEY, null)
    if (said === undefined && minutes === 0) return { effortId: null, minutes }
    const { startedAt, accountId, subject, subjectId, note } = timer
    const line = {
      accountId: accountId === null ? null : AccountId.parse(accountId),
      day: dayOf(Math.min(startedAt, kernel.now())),
      minutes,
      subject,
      subjectId,
      note,
    }
    const [effortId = null] = insertEffort(tx, dayOf(kernel.now()), [line])
    return { effortId, minutes }
  })
}
