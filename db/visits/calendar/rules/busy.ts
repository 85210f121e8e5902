import { addDays, dayOf, isDay } from '../../../accounts/rules/days.ts'
import { timeOfMinute } from '../../rules/clashes.ts'
import { type IcsComponent, IcsFault, type IcsProperty, textOf } from './icsLines.ts'
import { parseRule, type RepeatRule, repeatedDays } from './repeat.ts'
import { utc, type Zone, zonesOf } from './zoneOf.ts'

/** A time in which somebody is not free, in the laptop's local time as YYYY-MM-DD HH:MM. */
export interface Busy {
  readonly uid: string
  /** empty where the calendar keeps it to itself */
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly endsAt: string
}

/** The days between which busy times count, YYYY-MM-DD: the first one, and the one after the last. */
export interface BusySpan {
  readonly from: string
  readonly until: string
}

/** A time of the format: a day, or a wall time (as if it were UTC, in ms) of a zone. */
type Moment =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'time'; readonly wall: number; readonly zone: Zone }

interface Event {
  readonly uid: string
  readonly line: number
  readonly title: string
  readonly place: string
  readonly start: Moment
  /** ms; whole days where the start is a day */
  readonly length: number
  readonly rule: RepeatRule | null
  readonly more: readonly Moment[]
  readonly except: ReadonlySet<string>
  /** the occurrence whose place it takes; null for a whole series */
  readonly replaces: string | null
  /** it takes nobody's time: marked free, or cancelled */
  readonly free: boolean
}

const MS_A_DAY = 86_400_000

/**
 * The busy times of a calendar within a span, an event at a time, so that whoever takes them can let others work between
 * two. @throws IcsFault
 */
export function* busyOf(calendar: IcsComponent, span: BusySpan): Generator<readonly Busy[], void> {
  const zoneOf = zonesOf(calendar)
  const events = calendar.parts.filter(({ name }) => name === 'VEVENT')
  // occurrences that were changed one by one are there as events of their own
  const replaced = new Map<string, Set<string>>()
  const read: Event[] = []
  for (const component of events) {
    const event = eventOf(component, zoneOf)
    read.push(event)
    if (read.length % PIECE === 0) yield []
    if (event.replaces === null) continue
    const known = replaced.get(event.uid)
    if (known) known.add(event.replaces)
    else replaced.set(event.uid, new Set([event.replaces]))
  }
  for (const event of read) yield event.free ? [] : occurrences(event, replaced.get(event.uid), span)
}

const PIECE = 500

/** @throws IcsFault */
function eventOf({ line, properties }: IcsComponent, zoneOf: (tzid: string | undefined) => Zone): Event {
  const one = (name: string): IcsProperty | undefined => properties.find((property) => property.name === name)
  const moments = (name: string): Moment[] =>
    properties.filter((property) => property.name === name).flatMap((property) => momentsOf(property, zoneOf))
  const startsWith = one('DTSTART')
  const [start] = startsWith ? momentsOf(startsWith, zoneOf) : []
  if (!start) throw new IcsFault('noStart', line, 'BEGIN:VEVENT')
  const ruleText = one('RRULE')
  const rule = ruleText ? parseRule(ruleText.value) : null
  if (ruleText && !rule) throw new IcsFault('badRule', ruleText.line, `RRULE:${ruleText.value}`)
  const secret = /^(PRIVATE|CONFIDENTIAL)$/i.test(one('CLASS')?.value ?? '')
  const [replaces] = moments('RECURRENCE-ID')
  return {
    uid: one('UID')?.value ?? `line ${line}`,
    line,
    title: secret ? '' : textOf(one('SUMMARY')?.value ?? '').trim(),
    place: secret ? '' : textOf(one('LOCATION')?.value ?? '').trim(),
    start,
    length: lengthOf(start, one('DTEND'), one('DURATION'), zoneOf),
    rule,
    more: moments('RDATE'),
    except: new Set(moments('EXDATE').map(keyOf)),
    replaces: replaces ? keyOf(replaces) : null,
    free:
      /^TRANSPARENT$/i.test(one('TRANSP')?.value ?? '') ||
      /^CANCELLED$/i.test(one('STATUS')?.value ?? '') ||
      /^FREE$/i.test(one('X-MICROSOFT-CDO-BUSYSTATUS')?.value ?? ''),
  }
}

/** What tells one occurrence of a series from another: its day, or its instant. */
const keyOf = (moment: Moment): string =>
  moment.kind === 'day' ? moment.day : String(moment.zone(moment.wall))

/** The times of a property: one, or several with commas. @throws IcsFault */
function momentsOf(
  { line, name, params, value }: IcsProperty,
  zoneOf: (tzid: string | undefined) => Zone,
): Moment[] {
  return value.split(',').map((part): Moment => {
    // a period counts by its start
    const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?(?:\/.*)?$/.exec(part.trim())
    const day = match ? `${match[1]}-${match[2]}-${match[3]}` : ''
    if (!match || !isDay(day)) throw new IcsFault('badTime', line, `${name}:${value}`)
    const [hour, minute] = [match[4], match[5]]
    if (hour === undefined || minute === undefined) return { kind: 'day', day }
    if (Number(hour) > 23 || Number(minute) > 59) throw new IcsFault('badTime', line, `${name}:${value}`)
    const wall = Date.parse(`${day}T${hour}:${minute}:00Z`)
    return { kind: 'time', wall, zone: match[7] === 'Z' ? utc : zoneOf(params.TZID) }
  })
}

/** How long an event takes, ms: by its end, else its duration, else a day or nothing. @throws IcsFault */
function lengthOf(
  start: Moment,
  end: IcsProperty | undefined,
  duration: IcsProperty | undefined,
  zoneOf: (tzid: string | undefined) => Zone,
): number {
  const [until] = end ? momentsOf(end, zoneOf) : []
  if (until) return Math.max(0, instantOf(until) - instantOf(start))
  if (duration) {
    const ms = durationOf(duration.value)
    if (ms === null) throw new IcsFault('badTime', duration.line, `DURATION:${duration.value}`)
    return ms
  }
  return start.kind === 'day' ? MS_A_DAY : 0
}

/** Days count as if they were UTC's: only their distance matters. */
const instantOf = (moment: Moment): number =>
  moment.kind === 'day' ? Date.parse(`${moment.day}T00:00:00Z`) : moment.zone(moment.wall)

/** A duration such as P1DT2H30M in ms; null where it is none. */
function durationOf(text: string): number | null {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  if (!match) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000
}

function occurrences(event: Event, replaced: ReadonlySet<string> | undefined, span: BusySpan): Busy[] {
  const found: Busy[] = []
  for (const start of startsOf(event, span)) {
    const key = keyOf(start)
    if (event.except.has(key) || (event.replaces === null && replaced?.has(key))) continue
    const [startsAt, endsAt] = wallsOf(start, event.length)
    if (endsAt > `${span.from} 00:00` && startsAt < `${span.until} 00:00` && endsAt > startsAt)
      found.push({ uid: event.uid, title: event.title, place: event.place, startsAt, endsAt })
  }
  return found
}

/** Where an event begins within a span, whatever is excepted. */
function* startsOf(event: Event, span: BusySpan): Generator<Moment, void> {
  const { start, rule, length, more } = event
  const days = Math.ceil(length / MS_A_DAY) + 1
  // a day more on either side: a zone may be a day ahead or behind
  const [from, until] = [addDays(span.from, -days), addDays(span.until, 1)]
  yield* more
  const first = start.kind === 'day' ? start.day : new Date(start.wall).toISOString().slice(0, 10)
  if (rule === null) {
    if (first >= from && first <= until) yield start
    return
  }
  const time = start.kind === 'day' ? 0 : start.wall - Date.parse(`${first}T00:00:00Z`)
  for (const day of repeatedDays(first, rule, from)) {
    if (day > until) return
    const moment: Moment =
      start.kind === 'day' ? { kind: 'day', day } : { ...start, wall: Date.parse(`${day}T00:00:00Z`) + time }
    if (isOver(moment, rule)) return
    if (day >= from) yield moment
  }
}

/** Whether an occurrence lies behind the end of its rule. */
function isOver(moment: Moment, { until }: RepeatRule): boolean {
  if (until === null) return false
  if (moment.kind === 'day') return moment.day > until.at.slice(0, 10)
  const wall = until.utc ? moment.zone(moment.wall) : moment.wall
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ').slice(0, until.at.length) > until.at
}

/** Start and end on the laptop's wall. */
function wallsOf(start: Moment, length: number): [string, string] {
  if (start.kind === 'day')
    return [`${start.day} 00:00`, `${addDays(start.day, Math.max(1, Math.round(length / MS_A_DAY)))} 00:00`]
  const at = start.zone(start.wall)
  return [localWall(at), localWall(at + length)]
}

function localWall(ms: number): string {
  const date = new Date(ms)
  return `${dayOf(ms)} ${timeOfMinute(date.getHours() * 60 + date.getMinutes())}`
}
