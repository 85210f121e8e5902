import { dayOf } from '../../accounts/rules/days.ts'
import { newestStandings } from '../../accounts/service/standings.ts'
import { backdated } from '../../kernel/clock.ts'
import { type AccountId, CaseId, type MemberId, type PersonId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { Grading } from '../../recovery/contract.ts'
import { advanceCase, beginCase, type CaseProgress } from '../../recovery/rules/progress.ts'
import { type Severity, severityOf } from '../../recovery/rules/severity.ts'
import { CASE_EVENTS, type CaseEventKind } from '../../recovery/rules/states.ts'
import { workingMsBefore } from '../calendar/rules/backwards.ts'
import { calendarOf, type HeldCalendar } from '../calendar/service/read.ts'
import type { Calendar } from '../sample/calendar.ts'
import { ENDED_CASES, OPEN_CASES, SAMPLE_ROOTS } from '../sample/recovery/cases.ts'
import { NANXUN_CASE } from '../sample/recovery/nanxun.ts'
import type { EndedCase, OpenCase, SampleHappening } from '../sample/recovery/shapes.ts'
import { fenOf as fen } from './fenOf.ts'
import { fillNanxun } from './fillNanxun.ts'
import { found } from './found.ts'
import { rowInserter } from './rowInserter.ts'

const MS_AN_HOUR = 3_600_000

/** The rows that the cases' names stand for. */
interface CaseIds {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly people: ReadonlyMap<string, PersonId>
}

interface Writer extends CaseIds {
  readonly tx: Tx
  readonly insert: ReturnType<typeof rowInserter>
  readonly calendar: Calendar
  readonly now: number
  readonly held: HeldCalendar
  readonly products: ReadonlyMap<string, string>
  readonly roots: ReadonlyMap<string, string>
  readonly owners: ReadonlyMap<AccountId, string | null>
  readonly isKey: (accountId: AccountId) => boolean
}

/**
 * Inserts the sample's cases of service recovery inside a command, once visits, incidents and promises are there. Answers
 * with the cases by their codes.
 */
export function insertCases(
  tx: Tx,
  { calendar, now }: { readonly calendar: Calendar; readonly now: number },
  ids: CaseIds,
): ReadonlyMap<string, CaseId> {
  const standings = newestStandings(tx.db)
  const writer: Writer = {
    ...{ tx, calendar, now, insert: rowInserter(tx), held: calendarOf(tx.db, null), ...ids },
    products: pairs(tx, 'SELECT name, id FROM product WHERE deleted = 0'),
    roots: new Map(SAMPLE_ROOTS.map((root) => [root[0], insertRoot(tx, root)])),
    owners: pairs(tx, 'SELECT id, owner_id FROM account'),
    isKey: (accountId) => standings.get(accountId)?.tier === 'key',
  }
  const cases = new Map<string, CaseId>()
  for (const ended of ENDED_CASES) cases.set(ended.code, insertEnded(writer, ended))
  for (const open of OPEN_CASES) cases.set(open.code, insertOpen(writer, open, null))
  // an earlier batch had the same root cause: this one repeats it
  const nanxun = insertOpen(writer, NANXUN_CASE, found(cases, 'C-0031'))
  cases.set(NANXUN_CASE.code, nanxun)
  fillNanxun({ ...writer, caseId: nanxun })
  return cases
}

const pairs = <Key extends string, Value>(tx: Tx, sql: string): ReadonlyMap<Key, Value> =>
  new Map(tx.db.prepare<[], [Key, Value]>(sql).raw().all())

function insertRoot(tx: Tx, [name, lossCause, force]: (typeof SAMPLE_ROOTS)[number]): string {
  const id = tx.newId()
  rowInserter(tx)('root_cause', { id, name, loss_cause: lossCause, force })
  return id
}

/**
 * The course of a case that went well: events with the days after it came, at what time. Times rise, since days that are
 * no working days become the one before.
 */
const COURSE: readonly (readonly [event: CaseEventKind, days: number, time: string])[] = [
  ['acknowledge', 0, '10:05'],
  ['grade', 0, '10:20'],
  ['contain', 0, '11:00'],
  ['check', 2, '13:30'],
  ['agree', 4, '14:30'],
  ['approve', 5, '15:10'],
  ['carryOut', 7, '16:00'],
  ['tell', 8, '16:30'],
  ['accept', 11, '17:00'],
  ['close', 40, '17:20'],
]

function insertEnded(writer: Writer, ended: EndedCase): CaseId {
  const { calendar, members, roots } = writer
  const { code, account, title, ago, category, loss, paid, root, answer, content, responsible } = ended
  const at = (days: number, time: string): number => Date.parse(`${calendar.workday(-ago + days)}T${time}:00`)
  const severity = ended.severity ?? 3
  const { id, accountId } = insertCase(writer, {
    ...{ code, account, title, category, kind: ended.kind ?? 'complaint', product: ended.product },
    ...{ impact: severity, urgency: severity, cameAt: at(0, '09:20') },
    happened: COURSE.map(([kind, days, time]) => ({ kind, at: at(days, time), by: responsible, note: '' })),
    columns: {
      responsible_id: found(members, responsible),
      loss: loss === null ? null : fen(loss),
      at_risk: loss === null ? null : fen(loss * 8),
      finding: JSON.stringify({ true: 'yes', what: '' }),
      root_cause_id: root === null ? null : found(roots, root),
      explanation: '原因和改法已书面告知。',
      answer: JSON.stringify({ answer, words: '', personId: null, unasked: '' }),
      content_before: content[0],
      content_then: content[1],
      content_after: content[2],
      justice: JSON.stringify({ outcome: content[2], process: content[2], manners: 4 }),
      approval:
        loss === null || paid === null
          ? null
          : JSON.stringify({
              amount: fen(loss * paid),
              by: '沈知远',
              on: calendar.workday(-ago + 5),
              note: '',
            }),
    },
    repeatOf: null,
  })
  if (loss !== null && paid !== null)
    writer.insert('case_remedy', {
      ...{ id: writer.tx.newId(), case_id: id, kind: 'compensation', what: '补偿损失' },
      ...{ owner_id: writer.owners.get(accountId) ?? null, due_on: calendar.workday(-ago + 7) },
      ...{ amount: fen(loss * paid), order_key: 'i' },
      done: JSON.stringify({ on: calendar.workday(-ago + 7), by: responsible, note: '' }),
    })
  return id
}

function insertOpen(writer: Writer, open: OpenCase, repeatOf: CaseId | null): CaseId {
  const { held, now, members, people } = writer
  const before = (hours: number): number => workingMsBefore(held.compiled, now, hours * MS_AN_HOUR)
  const { code, account, title, category, kind, product, impact, urgency, person } = open
  const personId = person === null ? null : found(people, person)
  const checked = open.happened.find((one) => one.kind === 'check')
  return insertCase(writer, {
    ...{ code, account, title, category, kind, product, impact, urgency, repeatOf },
    cameAt: before(open.hoursAgo),
    happened: open.happened.map(({ hoursAgo, note = '', ...each }: SampleHappening) => ({
      ...each,
      note,
      at: before(hoursAgo),
      ...(each.kind === 'word' ? { personId } : {}),
    })),
    columns: {
      ...(checked ? { finding: JSON.stringify({ true: 'yes', what: checked.note ?? '' }) } : {}),
      person_id: personId,
      words: open.words,
      remedy_asked: open.remedyAsked,
      place: open.place ?? '',
      responsible_id: open.responsible === undefined ? null : found(members, open.responsible),
      investigator_id: open.investigator === undefined ? null : found(members, open.investigator),
    },
  }).id
}

interface Placed {
  readonly code: string
  readonly account: string
  readonly title: string
  readonly category: string
  readonly kind: string
  readonly product: string | null
  readonly impact: Severity
  readonly urgency: Severity
  readonly cameAt: number
  readonly repeatOf: CaseId | null
  readonly happened: readonly {
    readonly kind: CaseEventKind | 'note' | 'word'
    readonly at: number
    readonly by: string
    readonly note: string
    readonly personId?: PersonId | null
  }[]
  readonly columns: Readonly<Record<string, string | number | null>>
}

function insertCase(writer: Writer, placed: Placed): { id: CaseId; accountId: AccountId } {
  const { tx, insert, held, accounts, products, owners, isKey } = writer
  const accountId = found(accounts, placed.account)
  const id = CaseId.parse(tx.newId())
  const { impact, urgency, cameAt } = placed
  const grounds = { impact, urgency, key: isKey(accountId), repeat: placed.repeatOf !== null }
  const grading: Grading = { ...grounds, severity: severityOf(grounds) }
  const terms = { cameAt, severity: grading.severity, calendar: held.compiled }
  let progress: CaseProgress = beginCase(terms)
  for (const { kind, at } of placed.happened) {
    const event = CASE_EVENTS.find((one) => one === kind)
    if (event === undefined || (event === 'contain' && grading.severity > 2)) continue
    const next = advanceCase(terms, progress, { kind: event, at, severity: grading.severity })
    if (!next) throw new Error(`the sample can't ${kind} ${placed.code} that is ${progress.state}`)
    progress = next
  }
  insert('recovery_case', {
    id,
    code: placed.code,
    account_id: accountId,
    kind: placed.kind,
    category: placed.category,
    title: placed.title,
    way: 'phone',
    came_at: new Date(cameAt).toISOString(),
    happened_on: dayOf(cameAt),
    product_id: placed.product === null ? null : found(products, placed.product),
    owner_id: owners.get(accountId) ?? null,
    repeat_of: placed.repeatOf,
    calendar_id: held.versionId,
    grading: JSON.stringify(grading),
    progress: JSON.stringify(progress),
    ...placed.columns,
  })
  for (const { kind, at, by, note, personId = null } of placed.happened) {
    if (kind === 'contain' && grading.severity > 2) continue
    const instant = new Date(at).toISOString()
    insert('case_event', {
      ...{ id: tx.newId(), case_id: id, kind, at: instant, recorded_at: backdated(tx.hlc, instant) },
      ...{ by, note, person_id: personId },
    })
  }
  tx.breathe()
  return { id, accountId }
}
