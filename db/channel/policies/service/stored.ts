import type Database from 'better-sqlite3'
import type { AccountId, PolicyExceptionId } from '../../../kernel/ids.ts'
import { perFile } from '../../../kernel/perFile.ts'
import type { ExceptionTerms, PolicyVersion } from '../rules/effective.ts'

/** A published version with what is told of it. */
export interface StoredVersion extends PolicyVersion {
  readonly note: string
  readonly publishedBy: string
}

/** An exception with what is told of it. */
export interface StoredException extends ExceptionTerms {
  readonly accountId: AccountId
  readonly reason: string
  readonly approvedBy: string
}

type VersionRow = Omit<StoredVersion, 'terms'> & { readonly terms: string }

type ExceptionRow = Omit<StoredException, 'terms'> & { readonly terms: string }

const EXCEPTION = `SELECT id, account_id AS accountId, from_on AS fromOn, until_on AS untilOn, terms, reason,
  approved_by AS approvedBy FROM policy_exception WHERE deleted = 0`

const statementsOf = perFile((db) => ({
  versions: db.prepare<[], VersionRow>(
    `SELECT id, tier, from_on AS fromOn, terms, grace_days AS graceDays, note, published_at AS publishedAt,
       published_by AS publishedBy
     FROM policy WHERE deleted = 0 ORDER BY from_on, published_at`,
  ),
  exceptions: db.prepare<[], ExceptionRow>(`${EXCEPTION} ORDER BY from_on, id`),
  exceptionsOf: db.prepare<[AccountId], ExceptionRow>(`${EXCEPTION} AND account_id = ? ORDER BY from_on, id`),
  exception: db.prepare<[PolicyExceptionId], ExceptionRow>(`${EXCEPTION} AND id = ?`),
}))

const toVersion = (row: VersionRow): StoredVersion => ({ ...row, terms: JSON.parse(row.terms) })
const toException = (row: ExceptionRow): StoredException => ({ ...row, terms: JSON.parse(row.terms) })

/** All published versions of all tiers but withdrawn ones, in the order in which they begin. */
export const readVersions = (db: Database.Database): StoredVersion[] =>
  statementsOf(db).versions.all().map(toVersion)

/** All exceptions, past and future ones too; of one account where it is given. */
export const readExceptions = (db: Database.Database, accountId?: AccountId): StoredException[] =>
  (accountId === undefined
    ? statementsOf(db).exceptions.all()
    : statementsOf(db).exceptionsOf.all(accountId)
  ).map(toException)

/** One exception; undefined where it isn't there. */
export function readException(db: Database.Database, id: PolicyExceptionId): StoredException | undefined {
  const row = statementsOf(db).exception.get(id)
  return row && toException(row)
}
