import { daysBetween } from '../../accounts/rules/days.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { type AccountId, type MemberId, VisitId } from '../../kernel/ids.ts'
import { orderKeysAfter } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import { monthsLater } from '../../visits/rules/months.ts'
import type { Outcome } from '../../visits/rules/outcome.ts'
import { advance, begin, type VisitProgress } from '../../visits/rules/progress.ts'
import type { Reviewed } from '../../visits/rules/reviewed.ts'
import type { VisitEventKind, VisitState } from '../../visits/rules/states.ts'
import { openIssues } from '../../visits/service/issues.ts'
import { linkWriter } from '../../visits/service/links.ts'
import type { Calendar } from '../sample/calendar.ts'
import {
  FROZEN_YESTERDAY,
  HENGYUE_BRIEF,
  NANXUN_BRIEF,
  SAMPLE_CITIES,
  SAMPLE_EXECUTIVES,
  SAMPLE_VISITS,
  type SampleVisit,
} from '../sample/visits.ts'
import { found } from './found.ts'
import type { SampleIds } from './insertArchive.ts'
import { rowInserter } from './rowInserter.ts'

type Prepared = typeof HENGYUE_BRIEF | typeof NANXUN_BRIEF

const MS_A_DAY = 86_400_000
/** How many of theirs a visit of the sample meets. */
const MOST_THEIRS = 3

/**
 * Inserts the sample's executives and its year of visits inside a command, once archive, promises and requests are there.
 * Answers with the visits whose brief is frozen, by account.
 */
export function insertVisits(
  tx: Tx,
  { calendar, now }: { calendar: Calendar; now: number },
  ids: SampleIds,
): ReadonlyMap<string, VisitId> {
  const insert = rowInserter(tx)
  const frozen = new Map<string, VisitId>()
  for (const [name, rank, city, monthly] of SAMPLE_EXECUTIVES) {
    const memberId = found(ids.members, name)
    insert('executive', { id: derivedId(memberId, 'executive'), member_id: memberId, rank, city, monthly })
  }
  const owners = ownersOf(tx)
  const promised = promiseTaker(tx)
  SAMPLE_VISITS.forEach((visit, at) => {
    const accountId = found(ids.accounts, visit.account)
    const day = dayOfVisit(visit, at, calendar)
    const writer = { tx, insert, calendar, ids, now }
    const id = insertVisit(writer, { visit, at, day, accountId, ownerId: owners.get(accountId) ?? null })
    if (visit.state === 'frozen') frozen.set(visit.account, id)
    if (visit.state === 'closed' && visit.account !== '恒岳家居集团') promised(id, accountId, day)
    tx.breathe()
  })
  return frozen
}

interface Writer {
  readonly tx: Tx
  readonly insert: ReturnType<typeof rowInserter>
  readonly calendar: Calendar
  readonly ids: SampleIds
  readonly now: number
}

/** The day of a visit: where the story says so, or a working day in the middle of its month. */
function dayOfVisit({ month, inDays }: SampleVisit, at: number, calendar: Calendar): string {
  if (inDays !== undefined) return inDays < 0 ? calendar.workday(inDays) : calendar.dueDay(inDays)
  const middle = String(6 + ((at * 5) % 16)).padStart(2, '0')
  const day = monthsLater(`${calendar.today.slice(0, 7)}-${middle}`, month)
  return calendar.workday(daysBetween(calendar.today, day))
}

interface Placed {
  readonly visit: SampleVisit
  readonly at: number
  readonly day: string
  readonly accountId: AccountId
  readonly ownerId: string | null
}

function insertVisit(writer: Writer, { visit, at, day, accountId, ownerId }: Placed): VisitId {
  const { tx, insert, calendar, ids } = writer
  const { state, lead, direction = 'go', kind = 'regular' } = visit
  const id = VisitId.parse(tx.newId())
  const prepared = preparedOf(visit)
  const { progress, events } = courseOf(state, Date.parse(`${day}T${visit.time ?? '14:00'}:00`), writer.now)
  insert('visit', {
    id,
    code: `V-${String(at + 1).padStart(4, '0')}`,
    direction,
    kind,
    day,
    time: visit.time ?? (state === 'proposed' ? '' : '14:00'),
    minutes: prepared?.minutes ?? 120,
    city: prepared?.city ?? cityOf(visit.account),
    place: prepared?.place ?? '',
    travel: prepared === undefined ? '' : calendar.say(prepared.travel),
    owner_id: ownerId,
    objective: calendar.say(visit.objective ?? ''),
    wished: prepared?.wished ?? '',
    asks: pointsJson(prepared?.asks, calendar),
    gives: pointsJson(prepared?.gives, calendar),
    sayings: pointsJson(prepared?.sayings, calendar),
    unsaid: prepared?.unsaid ?? '',
    sensitivities: prepared === undefined ? '' : calendar.say(prepared.sensitivities),
    reviewed: visit.account === '恒岳家居集团' && state === 'frozen' ? reviewedJson(writer, accountId) : null,
    outcome: state === 'closed' ? JSON.stringify(outcomeOf(visit, day)) : null,
    progress: JSON.stringify(progress),
  })
  for (const { kind: what, at: when } of events)
    insert('visit_event', {
      id: tx.newId(),
      visit_id: id,
      kind: what,
      at: new Date(when).toISOString(),
      recorded_at: tx.hlc,
      by: what === 'freeze' && state === 'frozen' ? FROZEN_YESTERDAY.by : lead,
      note: what === 'miss' ? calendar.say(visit.reason ?? '') : '',
    })
  link(writer, id, { visit, accountId })
  insertTopics(writer, id, prepared)
  for (const name of prepared?.joins ?? []) linkWriter(tx).member(id, found(ids.members, name), 'joins')
  return id
}

/** The open issues of an account as looked at, by who prepares the visit. */
function reviewedJson({ tx, calendar, now }: Writer, accountId: AccountId): string {
  const reviewed: Reviewed = {
    at: now,
    by: '林晓舟',
    issues: openIssues(tx.db, [accountId], calendar.today).map(({ key }) => key),
    figures: false,
  }
  return JSON.stringify(reviewed)
}

const preparedOf = ({ account, state }: SampleVisit): Prepared | undefined =>
  account === '恒岳家居集团' && state === 'frozen'
    ? HENGYUE_BRIEF
    : account === '南浔木业' && state === 'approved'
      ? NANXUN_BRIEF
      : undefined

/** The city in a firm's name, its first two characters, but for those that are named otherwise. */
const cityOf = (account: string): string => SAMPLE_CITIES[account] ?? account.slice(0, 2)

const pointsJson = (points: readonly string[] | undefined, calendar: Calendar): string =>
  JSON.stringify((points ?? []).map((text, at) => ({ key: `p${at + 1}`, text: calendar.say(text) })))

const outcomeOf = ({ reach = 'reached' }: SampleVisit, day: string): Outcome => ({
  answers: {},
  reach,
  note: '',
  nextOn: monthsLater(day, 3),
})

function link(
  { tx, ids }: Writer,
  id: VisitId,
  { visit, accountId }: Pick<Placed, 'visit' | 'accountId'>,
): void {
  const write = linkWriter(tx)
  const [key = 'i'] = orderKeysAfter(null, 1)
  write.account(id, accountId, key)
  write.member(id, found(ids.members, visit.lead), 'leads')
  const prepared = preparedOf(visit)
  for (const { id: personId, name } of leadersOf(tx, accountId))
    if (prepared === undefined || !('theirs' in prepared) || prepared.theirs.some((one) => one === name))
      write.person(id, personId)
}

/** Whom a visit meets: those who decide, by influence. */
const leadersOf = (tx: Tx, accountId: AccountId): { id: string; name: string }[] =>
  tx.db
    .prepare<[string, number], { id: string; name: string }>(
      `SELECT p.id, p.name FROM employment e JOIN person p ON p.id = e.person_id AND p.deleted = 0
       WHERE e.account_id = ? AND e.until IS NULL AND e.deleted = 0
       GROUP BY p.id ORDER BY p.decision_role IN ('decides', 'approves') DESC, p.influence DESC, p.name LIMIT ?`,
    )
    .all(accountId, MOST_THEIRS + 2)

function insertTopics({ tx, insert, ids }: Writer, id: VisitId, prepared: Prepared | undefined): void {
  const topics = prepared?.topics ?? []
  const keys = orderKeysAfter(null, topics.length)
  topics.forEach(([topic, speaker, minutes, bottomLine, concession], at) => {
    insert('visit_topic', {
      id: tx.newId(),
      visit_id: id,
      topic,
      member_id: found(ids.members, speaker),
      minutes,
      bottom_line: bottomLine,
      concession,
      order_key: keys[at] ?? 'z',
    })
  })
}

/** Events before each state, each so many days from the visit. */
const COURSE: Readonly<Partial<Record<VisitState, readonly (readonly [VisitEventKind, number])[]>>> = {
  approved: [['approve', -18]],
  confirmed: [
    ['approve', -18],
    ['confirm', -9],
  ],
  frozen: [
    ['approve', -18],
    ['confirm', -9],
    // at six in the evening before a visit at half past two
    ['freeze', -20.5 / 24],
  ],
  notHeld: [
    ['approve', -18],
    ['confirm', -9],
    ['miss', 0],
  ],
  closed: [
    ['approve', -18],
    ['confirm', -9],
    ['freeze', -1],
    ['hold', 0],
    ['finish', 0.1],
    ['record', 1],
    ['close', 8],
  ],
}

/** Where a visit stands and what happened to it, by the rules that hold for every visit. @param at epoch ms of the visit */
function courseOf(
  state: VisitState,
  at: number,
  now: number,
): { progress: VisitProgress; events: { kind: VisitEventKind; at: number }[] } {
  const events = (COURSE[state] ?? []).map(([kind, days]) => ({
    kind,
    at: Math.min(now, at + days * MS_A_DAY),
  }))
  const begun = begin(Math.min(now, at - 30 * MS_A_DAY))
  const progress = events.reduce<VisitProgress>((before, { kind, at: when }) => {
    const next = advance(before, kind, when)
    if (!next) throw new Error(`the sample lets a visit ${kind} that is ${before.state}`)
    return next
  }, begun)
  return { progress, events }
}

const ownersOf = (tx: Tx): ReadonlyMap<string, MemberId> =>
  new Map(
    tx.db
      .prepare<[], { id: string; ownerId: MemberId }>(
        'SELECT id, owner_id AS ownerId FROM account WHERE owner_id IS NOT NULL AND deleted = 0',
      )
      .all()
      .map(({ id, ownerId }) => [id, ownerId]),
  )

/** How many promises of the ledger a visit of the sample is said to have made. */
const MOST_PROMISES = 2

/** Lets promises that were made in the weeks after a visit have been made there. */
function promiseTaker(tx: Tx): (visitId: VisitId, accountId: AccountId, day: string) => void {
  const take = tx.db.prepare(
    `UPDATE promise SET source = 'visit', source_id = @visitId WHERE id IN (
       SELECT id FROM promise WHERE account_id = @accountId AND settlement IS NOT NULL AND source <> 'visit'
         AND deleted = 0 AND made_on BETWEEN @day AND date(@day, '+28 days') ORDER BY made_on, id LIMIT @most)`,
  )
  return (visitId, accountId, day) => take.run({ visitId, accountId, day, most: MOST_PROMISES })
}
