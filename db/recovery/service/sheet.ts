import type Database from 'better-sqlite3'
import { personNow } from '../../accounts/merging/service/personNow.ts'
import { addDays, dayOf } from '../../accounts/rules/days.ts'
import { standingReader } from '../../accounts/service/standings.ts'
import { readJson } from '../../channel/ledger/service/rows.ts'
import { DEFAULT_CALENDAR } from '../../department/calendar/rules/calendar.ts'
import { calendarVersion, shapeOf } from '../../department/calendar/service/read.ts'
import { instantOf } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, CaseId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Answer, Apology, CaseEvent, CaseSheet, Finding, Justice } from '../contract.ts'
import { barOf, eventsFrom } from '../rules/states.ts'
import { approversOf, readyFor } from './ready.ts'
import { caseProgressOf, caseReader, FAMILY, gradingOf } from './stored.ts'
import { fairnessFor, proofFor } from './weigh.ts'

/** Days before it in which an account's cases are told beside a new one. */
const EARLIER_DAYS = 365

type Plain = Pick<
  CaseSheet,
  | 'id'
  | 'code'
  | 'accountId'
  | 'account'
  | 'kind'
  | 'category'
  | 'title'
  | 'personId'
  | 'person'
  | 'way'
  | 'happenedOn'
  | 'words'
  | 'remedyAsked'
  | 'atRisk'
  | 'loss'
  | 'productId'
  | 'product'
  | 'place'
  | 'responsibleId'
  | 'responsible'
  | 'ownerId'
  | 'owner'
  | 'investigatorId'
  | 'investigator'
  | 'rootCauseId'
  | 'escapeCause'
  | 'apologyBy'
  | 'explanation'
  | 'contentBefore'
  | 'contentThen'
  | 'contentAfter'
  | 'calendarId'
>

interface Row extends Plain {
  readonly cameAt: string
  readonly requestId: NonNullable<CaseSheet['request']>['id'] | null
  readonly request: string | null
  readonly incidentId: NonNullable<CaseSheet['incident']>['id'] | null
  readonly incident: string | null
  readonly promiseId: NonNullable<CaseSheet['promise']>['id'] | null
  readonly promise: string | null
  readonly repeatOf: CaseId | null
  readonly mergedInto: CaseId | null
  readonly grading: string
  readonly finding: string | null
  readonly apology: string | null
  readonly answer: string | null
  readonly justice: string | null
  readonly progress: string
}

const SELECT = `SELECT c.id, c.code, c.account_id AS accountId, a.name AS account, c.kind, c.category, c.title,
    p.id AS personId, p.name AS person, c.way, c.came_at AS cameAt, c.happened_on AS happenedOn, c.words,
    c.remedy_asked AS remedyAsked, c.at_risk AS atRisk, c.loss, c.product_id AS productId, d.name AS product, c.place,
    s.id AS responsibleId, s.name AS responsible, m.id AS ownerId, m.name AS owner,
    iif(i.deleted, NULL, i.id) AS investigatorId, i.name AS investigator,
    q.id AS requestId, q.title AS request, f.id AS incidentId, f.title AS incident, o.id AS promiseId, o.what AS promise,
    c.repeat_of AS repeatOf, c.merged_into AS mergedInto, c.grading, c.finding, c.root_cause_id AS rootCauseId, c.escape_cause AS escapeCause,
    c.apology, b.name AS apologyBy, c.explanation, c.answer, c.content_before AS contentBefore, c.content_then AS contentThen,
    c.content_after AS contentAfter, c.justice, c.calendar_id AS calendarId, c.progress
  FROM recovery_case c JOIN account a ON a.id = c.account_id
  LEFT JOIN person p ON p.id = c.person_id AND p.deleted = 0
  LEFT JOIN product d ON d.id = c.product_id
  LEFT JOIN member s ON s.id = c.responsible_id
  LEFT JOIN member m ON m.id = c.owner_id AND m.deleted = 0
  LEFT JOIN member b ON b.id = c.apology ->> '$.memberId'
  LEFT JOIN member i ON i.id = c.investigator_id
  LEFT JOIN request q ON q.id = c.request_id AND q.deleted = 0
  LEFT JOIN quality_incident f ON f.id = c.incident_id AND f.deleted = 0
  LEFT JOIN promise o ON o.id = c.promise_id AND o.deleted = 0
  WHERE c.id = ? AND c.deleted = 0`

/** One case with all that is known of it. @throws Refusal CASE_NOT_FOUND */
export function getCase(kernel: Kernel, { caseId }: { readonly caseId: CaseId }) {
  const { db } = kernel
  const row = db.prepare<[CaseId], Row>(SELECT).get(caseId)
  if (!row) throw new Refusal('CASE_NOT_FOUND')
  const {
    requestId,
    request,
    incidentId,
    incident,
    promiseId,
    promise,
    cameAt,
    progress: json,
    ...rest
  } = row
  const { open: _open, ...progress } = caseProgressOf(json)
  const stored = caseReader(db)(caseId)
  const ready = readyFor(db, stored)
  const apology = readJson<Apology>(row.apology)
  const sheet: CaseSheet = {
    ...rest,
    ...progress,
    cameAt: Date.parse(cameAt),
    tier: standingReader(db)(row.accountId)?.tier ?? null,
    request: requestId === null ? null : { id: requestId, title: request ?? '' },
    incident: incidentId === null ? null : { id: incidentId, title: incident ?? '' },
    promise: promiseId === null ? null : { id: promiseId, title: promise ?? '' },
    repeatOf: row.repeatOf === null ? null : namedCase(db, row.repeatOf),
    earlier: earlierCases(db, row.accountId, caseId, cameAt),
    grading: gradingOf(row.grading),
    finding: readJson<Finding>(row.finding),
    apology,
    apologyTo: apology?.personId ? personNow(db, apology.personId) : null,
    answer: readJson<Answer>(row.answer),
    justice: readJson<Justice>(row.justice),
    misses: [...progress.misses],
    paid: ready.paid,
    approvers: approversOf(db, ready.paid),
    mergedInto: row.mergedInto === null ? null : namedCase(db, row.mergedInto),
    merged: mergedCases(db, caseId),
    fairness: fairnessFor(db, row, ready.paid),
    ...proofFor(db, { ...row, cameAt: Date.parse(cameAt), toldAt: progress.toldAt }, dayOf(kernel.now())),
    bars: eventsFrom(progress.state).flatMap((event) => {
      const bar = barOf(progress.state, event, ready)
      return bar === null ? [] : [{ event, bar }]
    }),
    members: membersOf(db, caseId),
    visits: visitsOf(db, caseId),
    events: eventsOf(db, caseId),
  }
  return { now: kernel.now(), calendars: calendarsOf(db, row.calendarId), case: sheet }
}

const namedCase = (db: Database.Database, id: CaseId): CaseSheet['repeatOf'] =>
  db
    .prepare<[CaseId], NonNullable<CaseSheet['repeatOf']>>(
      'SELECT id, code, title FROM recovery_case WHERE id = ? AND deleted = 0',
    )
    .get(id) ?? null

const mergedCases = (db: Database.Database, caseId: CaseId): CaseSheet['merged'] =>
  db
    .prepare<[CaseId], CaseSheet['merged'][number]>(
      'SELECT id, code, title FROM recovery_case WHERE merged_into = ? AND deleted = 0 ORDER BY code, id',
    )
    .all(caseId)

type Earlier = CaseSheet['earlier'][number]

const earlierCases = (
  db: Database.Database,
  accountId: AccountId,
  caseId: CaseId,
  cameAt: string,
): Earlier[] =>
  db
    .prepare<object, Omit<Earlier, 'cameAt'> & { readonly cameAt: string }>(
      `SELECT id, code, title, category, came_at AS cameAt FROM recovery_case
       WHERE account_id = @accountId AND id <> @caseId AND came_at >= @from AND came_at < @cameAt
         AND deleted = 0 AND merged_into IS NULL
       ORDER BY came_at DESC, id LIMIT 20`,
    )
    .all({ accountId, caseId, cameAt, from: addDays(dayOf(Date.parse(cameAt)), -EARLIER_DAYS) })
    .map((each) => ({ ...each, cameAt: Date.parse(each.cameAt) }))

const membersOf = (db: Database.Database, caseId: CaseId): CaseSheet['members'] =>
  db
    .prepare<object, CaseSheet['members'][number]>(
      `SELECT m.id AS memberId, m.name, m.role, max(w.part) AS part FROM case_member w
       JOIN member m ON m.id = w.member_id
       WHERE w.case_id IN ${FAMILY} AND w.deleted = 0 GROUP BY m.id ORDER BY min(w.id)`,
    )
    .all({ caseId })

const visitsOf = (db: Database.Database, caseId: CaseId): CaseSheet['visits'] =>
  db
    .prepare<object, CaseSheet['visits'][number]>(
      `SELECT DISTINCT v.id AS visitId, coalesce(nullif(v.title, ''), nullif(v.objective, ''), v.code) AS name, v.day FROM case_visit w
       JOIN visit v ON v.id = w.visit_id AND v.deleted = 0
       WHERE w.case_id IN ${FAMILY} AND w.deleted = 0 ORDER BY v.day, v.id`,
    )
    .all({ caseId })

type StoredEvent = Omit<CaseEvent, 'at' | 'recordedAt'> & {
  readonly at: string
  readonly recordedAt: string
}

const eventsOf = (db: Database.Database, caseId: CaseId): CaseEvent[] =>
  db
    .prepare<object, StoredEvent>(
      `SELECT e.id, e.kind, e.at, e.recorded_at AS recordedAt, e.by, e.note, p.id AS personId, p.name AS person
       FROM case_event e LEFT JOIN person p ON p.id = e.person_id AND p.deleted = 0
       WHERE e.case_id IN ${FAMILY} AND e.deleted = 0 ORDER BY e.at, e.recorded_at, e.id`,
    )
    .all({ caseId })
    .map((event) => ({
      ...event,
      at: Date.parse(event.at),
      recordedAt: Date.parse(instantOf(event.recordedAt)),
    }))

/** The calendars by which the clocks run, by version; `default` is the built-in one. */
function calendarsOf(db: Database.Database, id: CaseSheet['calendarId']) {
  const builtIn = shapeOf(DEFAULT_CALENDAR)
  return id === null
    ? { default: builtIn }
    : { default: builtIn, [id]: shapeOf(calendarVersion(db, id).calendar) }
}
