import { setImmediate as pause } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { mustExist } from '../../../accounts/analysis/service/rows.ts'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { placeOf } from '../../plan/rules/places.ts'
import { LARGEST_CALENDAR, MOST_BUSY, type visitCalendar } from '../contract.ts'
import { type Busy, busyOf } from '../rules/busy.ts'
import { type IcsComponent, IcsFault, IcsReader } from '../rules/icsLines.ts'

/** Days back and ahead within which busy times count. */
const SPAN = { back: 31, ahead: 550 }
/** Lines, and events, between two moments in which the engine does something else. */
const LINES = 20_000
const EVENTS = 2_000

/** Takes in a member's calendar as busy times, in place of the ones before. @throws Refusal as the contract says */
export async function importBusy(
  kernel: Kernel,
  { commandId, memberId, file }: InputOf<typeof visitCalendar.importBusy>,
): Promise<Outcome<{ count: number; skipped: number }>> {
  mustExist(kernel.db, 'member', memberId, 'MEMBER_NOT_FOUND')
  if (file.size > LARGEST_CALENDAR)
    throw new Refusal('CALENDAR_TOO_LARGE', { megabytes: Math.round(LARGEST_CALENDAR / 1_000_000) })
  const { busy, skipped } = await readBusy(decoded(await file.arrayBuffer()), dayOf(kernel.now()))
  const name =
    kernel.db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck().get(memberId) ?? ''
  return kernel.write({ commandId, label: { command: 'importBusy', params: { name } } }, (tx) => {
    mustExist(tx.db, 'member', memberId, 'MEMBER_NOT_FOUND')
    const cityOf = cityReader(tx.db)
    const gone = new Set(
      tx.db
        .prepare<[string], string>('SELECT id FROM busy_time WHERE member_id = ? AND deleted = 0')
        .pluck()
        .all(memberId),
    )
    const put = tx.db.prepare(
      `INSERT INTO busy_time (id, member_id, uid, title, city, starts_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET deleted = 0, title = excluded.title, city = excluded.city, ends_at = excluded.ends_at`,
    )
    for (const { uid, title, place, startsAt, endsAt } of busy) {
      const id = derivedId(memberId, uid, startsAt)
      gone.delete(id)
      put.run(id, memberId, uid, title.slice(0, LONGEST), cityOf(place), startsAt, endsAt)
      tx.breathe()
    }
    const remove = tx.db.prepare('UPDATE busy_time SET deleted = 1 WHERE id = ?')
    for (const id of gone) {
      remove.run(id)
      tx.breathe()
    }
    return { count: busy.length, skipped }
  })
}

/** Characters of a title that are kept. */
const LONGEST = 200

/** The text of a file: UTF-8 where it is valid, else GB18030, which Chinese systems still write. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Busy times of a calendar, read in pieces. @throws Refusal CALENDAR_LINE_FAULTY, BUSY_TOO_MANY */
async function readBusy(text: string, today: string): Promise<{ busy: Busy[]; skipped: number }> {
  try {
    const calendar = await readCalendar(text)
    const span = { from: addDays(today, -SPAN.back), until: addDays(today, SPAN.ahead + 1) }
    const found = new Map<string, Busy>()
    let [events, used] = [0, 0]
    for (const times of busyOf(calendar, span)) {
      events += 1
      if (times.length > 0) used += 1
      for (const busy of times) found.set(`${busy.uid} ${busy.startsAt}`, busy)
      if (events % EVENTS === 0) await pause()
    }
    if (found.size > MOST_BUSY) throw new Refusal('BUSY_TOO_MANY', { count: found.size, most: MOST_BUSY })
    const all = calendar.parts.filter(({ name }) => name === 'VEVENT').length
    return { busy: [...found.values()], skipped: all - used }
  } catch (error) {
    if (!(error instanceof IcsFault)) throw error
    const { line, text: shown, why } = error
    throw new Refusal('CALENDAR_LINE_FAULTY', { line, text: shown, why })
  }
}

async function readCalendar(text: string): Promise<IcsComponent> {
  const reader = new IcsReader()
  let count = 0
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at)
    const stop = end === -1 ? text.length : end
    reader.push(text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop))
    at = stop + 1
    count += 1
    if (count % LINES === 0) await pause()
  }
  return reader.end()
}

/** Finds the city that a place is in: the only one that is named of those that visits know. '' where none is, or several. */
function cityReader(db: Database.Database): (place: string) => string {
  const cities = db
    .prepare<[], string>(
      `SELECT DISTINCT city FROM visit WHERE city <> '' UNION SELECT city FROM executive WHERE city <> ''
       UNION SELECT DISTINCT region FROM account WHERE region <> ''`,
    )
    .pluck()
    .all()
  const known = [...new Set(cities.map((city) => placeOf(city).city))].filter((city) => city !== '')
  return (place) => {
    const named = known.filter((city) => place.includes(city))
    return named.length === 1 ? (named[0] ?? '') : ''
  }
}
