import type Database from 'better-sqlite3'
import { mustExist } from '../../accounts/analysis/service/rows.ts'
import type { InputOf } from '../../channel/ledger/service/rows.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { CaseOrigin, cases, NamedCase, Related } from '../contract.ts'
import { caseReader } from './stored.ts'

/** How a case says what it came from, or which visit is paid for it; looked for among an account's cases where it can be. */
const WHERE = {
  request: `c.request_id = @id AND c.account_id = (SELECT account_id FROM request WHERE id = @id)`,
  incident: `c.incident_id = @id AND c.account_id = (SELECT account_id FROM quality_incident WHERE id = @id)`,
  promise: `c.promise_id = @id AND c.account_id = (SELECT account_id FROM promise WHERE id = @id)`,
  visit: `c.id IN (SELECT case_id FROM case_visit WHERE visit_id = @id AND deleted = 0)`,
} as const satisfies Record<CaseOrigin['what'], string>

/** The cases that came from a record, or for which a visit is paid; the newest first. */
export const casesFrom = (
  { db }: Kernel,
  { origin: { what, id } }: InputOf<typeof cases.from>,
): NamedCase[] =>
  db
    .prepare<object, NamedCase>(
      `SELECT c.id, c.code, c.title FROM recovery_case c
       WHERE ${WHERE[what]} AND c.deleted = 0 AND c.merged_into IS NULL ORDER BY c.came_at DESC, c.id`,
    )
    .all({ id })

const TABLES = { request: 'request', incident: 'quality_incident', promise: 'promise' } as const

/** @throws Refusal ROW_NOT_FOUND where what a case came from isn't there */
export function checkOrigins(
  db: Database.Database,
  origins: Readonly<Record<keyof typeof TABLES, string | null>>,
): void {
  for (const what of ['request', 'incident', 'promise'] as const)
    if (origins[what] !== null) mustExist(db, TABLES[what], origins[what], 'ROW_NOT_FOUND')
}

/** How many of a kind are offered: the newest of an account. */
const MOST = 60

const SELECTS = {
  requests: `SELECT id, code || ' ' || title AS name FROM request WHERE account_id = @accountId AND deleted = 0
    ORDER BY asked_at DESC, id`,
  incidents: `SELECT id, code || ' ' || title AS name FROM quality_incident WHERE account_id = @accountId AND deleted = 0
    ORDER BY happened_on DESC, id`,
  promises: `SELECT id, what AS name FROM promise WHERE account_id = @accountId AND side = 'ours' AND deleted = 0
    ORDER BY made_on DESC, id`,
  visits: `SELECT v.id, v.day || ' ' || coalesce(nullif(v.objective, ''), nullif(v.title, ''), v.code) AS name
    FROM visit_account w JOIN visit v ON v.id = w.visit_id AND v.deleted = 0
    WHERE w.account_id = @accountId AND w.deleted = 0 ORDER BY v.day DESC, v.id`,
  products: 'SELECT id, name FROM product WHERE deleted = 0 AND @accountId IS NOT NULL ORDER BY name, id',
} as const satisfies Record<keyof Related, string>

/** What a case's account has that it may have come from, and visits that may be paid for it. @throws Refusal CASE_NOT_FOUND */
export function relatedTo({ db }: Kernel, { caseId }: InputOf<typeof cases.related>): Related {
  const { accountId } = caseReader(db)(caseId)
  return {
    requests: named(db, 'requests', accountId),
    incidents: named(db, 'incidents', accountId),
    promises: named(db, 'promises', accountId),
    visits: named(db, 'visits', accountId),
    products: named(db, 'products', accountId),
  }
}

const named = (db: Database.Database, kind: keyof Related, accountId: AccountId): Related[keyof Related] =>
  db.prepare<object, Related[keyof Related][number]>(`${SELECTS[kind]} LIMIT ${MOST}`).all({ accountId })
