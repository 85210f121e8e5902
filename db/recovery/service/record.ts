import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../accounts/rules/days.ts'
import { checkHappened, checkOrder } from '../../channel/ledger/service/days.ts'
import { checkNamed, type InputOf } from '../../channel/ledger/service/rows.ts'
import { termsOn } from '../../channel/policies/service/termsOf.ts'
import { bounds, HAPPENED } from '../../channel/rules/reach.ts'
import { CalendarRangeError } from '../../department/calendar/rules/workingTime.ts'
import { calendarOf } from '../../department/calendar/service/read.ts'
import { Refusal } from '../../kernel/errors.ts'
import { type AccountId, CaseId, type MemberId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { cases, Grading } from '../contract.ts'
import { beginCase, type CaseProgress } from '../rules/progress.ts'
import { severityOf } from '../rules/severity.ts'
import { checkOrigins } from './origins.ts'

type NewCase = InputOf<typeof cases.record>['case']
type Asking = InputOf<typeof cases.foresee> & { readonly ownerId?: MemberId | null | undefined }

/** Clocks of other programs may differ by so many ms. */
const AHEAD = 60_000
/** Days within which a case of the same category may be the same trouble again. */
const YEAR = 365

/** Records a case; its clocks run from when it came. @throws Refusal as the contract says */
export function recordCase(
  kernel: Kernel,
  { commandId, case: added }: InputOf<typeof cases.record>,
): Outcome<{ caseId: CaseId; code: string }> {
  const label = { command: 'recordCase', params: { name: added.title } }
  return kernel.write({ commandId, label }, (tx) => insertCase(tx, kernel.now(), added))
}

/** Records a case inside a command. @param now epoch ms. @throws as {@link recordCase} */
export function insertCase(tx: Tx, now: number, added: NewCase): { caseId: CaseId; code: string } {
  const { db } = tx
  const begun = beginAt(db, now, added)
  const cameOn = dayOf(begun.cameAt)
  checkHappened(added.happenedOn, dayOf(now))
  checkOrder(added.happenedOn, cameOn)
  refuseOlderThanAccount(db, added.accountId, added.happenedOn ?? cameOn)
  checkNamed(db, { member: begun.ownerId, person: added.personId })
  checkOrigins(db, { request: added.requestId, incident: added.incidentId, promise: added.promiseId })
  const caseId = CaseId.parse(tx.newId())
  const code = nextCode(db)
  db.prepare(
    `INSERT INTO recovery_case (id, code, account_id, kind, category, title, person_id, way, came_at, happened_on, words,
       remedy_asked, at_risk, owner_id, request_id, incident_id, promise_id, grading, calendar_id, progress)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    caseId,
    code,
    added.accountId,
    added.kind,
    added.category,
    added.title,
    added.personId,
    added.way,
    new Date(begun.cameAt).toISOString(),
    added.happenedOn,
    added.words,
    added.remedyAsked,
    added.atRisk,
    begun.ownerId,
    added.requestId,
    added.incidentId,
    added.promiseId,
    JSON.stringify(begun.grading),
    begun.calendarId,
    JSON.stringify(begun.progress),
  )
  return { caseId, code }
}

/** What would be due for a case if it were recorded now. @throws Refusal ACCOUNT_NOT_FOUND, ASKED_AT_REFUSED */
export function foreseeCase(kernel: Kernel, asking: Asking) {
  const { db } = kernel
  const { grading, tier, ownerId, progress, timeZone, cameAt } = beginAt(db, kernel.now(), asking)
  const due = (clock: keyof CaseProgress['clocks']): number | undefined => {
    const running = progress.clocks[clock]
    return running.kind === 'running' ? running.due : undefined
  }
  return {
    severity: grading.severity,
    tier,
    ownerId,
    due: { answer: due('answer'), contain: due('contain'), solution: due('solution') },
    timeZone,
    alike: alikeCases(db, asking, cameAt),
  }
}

/** How a case begins: whose it is, how grave it seems, and its clocks. @throws as {@link foreseeCase} */
function beginAt(db: Database.Database, now: number, asking: Asking) {
  const cameAt = cameAtOf(asking.cameAt, now)
  const owner = db
    .prepare<[AccountId], { ownerId: MemberId | null }>(
      `SELECT m.id AS ownerId FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
       WHERE a.id = ? AND a.deleted = 0`,
    )
    .get(asking.accountId)
  if (!owner) throw new Refusal('ACCOUNT_NOT_FOUND')
  const ownerId = asking.ownerId === undefined ? owner.ownerId : asking.ownerId
  const { tier } = termsOn(db, asking.accountId, dayOf(cameAt))
  const { impact, urgency } = asking
  const grounds = { impact, urgency, key: tier === 'key', repeat: false }
  const grading: Grading = { ...grounds, severity: severityOf(grounds) }
  const { versionId, compiled } = calendarOf(db, ownerId)
  try {
    const progress = beginCase({ cameAt, severity: grading.severity, calendar: compiled })
    const { timeZone } = compiled.calendar
    return { cameAt, tier, ownerId, grading, progress, calendarId: versionId, timeZone }
  } catch (error) {
    if (error instanceof CalendarRangeError) throw refusedAt(cameAt, 'past', now)
    throw error
  }
}

function cameAtOf(said: string | undefined, now: number): number {
  const cameAt = said === undefined ? now : Date.parse(said)
  // a clock that goes a little ahead of the engine's is no fault of who types
  if (cameAt > now + AHEAD) throw refusedAt(cameAt, 'future', now)
  if (dayOf(cameAt) < bounds(HAPPENED, dayOf(now)).from) throw refusedAt(cameAt, 'past', now)
  return cameAt
}

const refusedAt = (at: number, reason: 'future' | 'past', now: number): Refusal =>
  new Refusal('ASKED_AT_REFUSED', {
    at: new Date(at).toISOString(),
    reason,
    from: bounds(HAPPENED, dayOf(now)).from,
  })

/** @throws Refusal CASE_BEFORE_ACCOUNT where it lies before cooperation with the account began */
function refuseOlderThanAccount(db: Database.Database, accountId: AccountId, day: string): void {
  const since = db
    .prepare<[AccountId], string | null>('SELECT cooperation_since FROM account WHERE id = ?')
    .pluck()
    .get(accountId)
  // a year or a month alone says no more than that
  if (since && day.slice(0, since.length) < since) throw new Refusal('CASE_BEFORE_ACCOUNT', { day, since })
}

interface AlikeRow {
  readonly id: CaseId
  readonly code: string
  readonly title: string
  readonly cameAt: string
}

/** Cases of an account and category in the year before: what a new one may repeat, newest first. */
function alikeCases(db: Database.Database, { accountId, category }: Asking, cameAt: number) {
  const from = new Date(Date.parse(`${addDays(dayOf(cameAt), -YEAR)}T00:00:00Z`)).toISOString()
  return db
    .prepare<[AccountId, string, string], AlikeRow>(
      `SELECT id, code, title, came_at AS cameAt FROM recovery_case
       WHERE account_id = ? AND category = ? AND came_at >= ? AND deleted = 0 AND merged_into IS NULL
       ORDER BY came_at DESC, id LIMIT 5`,
    )
    .all(accountId, category, from)
    .map((row) => ({ ...row, cameAt: Date.parse(row.cameAt) }))
}

/** One more than the highest number given so far, deleted ones too: a code that was said aloud never means another case. */
function nextCode(db: Database.Database): string {
  const highest =
    db
      .prepare<[], string>(
        `SELECT code FROM recovery_case WHERE code GLOB 'C-[0-9]*' ORDER BY length(code) DESC, code DESC LIMIT 1`,
      )
      .pluck()
      .get() ?? 'C-0'
  return `C-${String(Number(highest.slice(2)) + 1).padStart(4, '0')}`
}
