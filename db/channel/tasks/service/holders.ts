import type Database from 'better-sqlite3'
import { readSettings } from '../../../department/settings.ts'
import { type Holders, isHead, type OwnerRole, ownerOf } from '../rules/owners.ts'

/** Who holds which role for an account, and who is still with us. */
export interface HoldersReader {
  /** the department's head 大客户部负责人; this laptop's user where no role says so; null where that is unknown too */
  readonly head: string | null
  readonly isMember: (id: string | null) => boolean
  /** for null, which is no account, only the head is known */
  readonly of: (accountId: string | null) => Holders
  /** whose a task of the account becomes */
  readonly ownerOf: (accountId: string | null, role: OwnerRole, memberId?: string | null) => string | null
}

/** Reads holders of single accounts; `all` reads those of every account at once, for work on thousands. */
export function holdersReader(db: Database.Database, all = false): HoldersReader {
  const members = db
    .prepare<[], { id: string; role: string }>('SELECT id, role FROM member WHERE deleted = 0 ORDER BY id')
    .all()
  const known = new Set(members.map(({ id }) => id))
  const isMember = (id: string | null): boolean => id !== null && known.has(id)
  const head = headOf(db, members, isMember)
  const read = all ? readAll : readEach
  const account = read(db, OWNERS, 'id')
  const backup = read(db, BACKUPS, 'account_id')
  const of = (accountId: string | null): Holders =>
    accountId === null
      ? { account: null, backup: null, head }
      : { account: account(accountId), backup: backup(accountId), head }
  return {
    head,
    isMember,
    of,
    ownerOf: (accountId, role, memberId = null) => ownerOf({ role, memberId }, of(accountId), isMember),
  }
}

const OWNERS = 'SELECT id, owner_id FROM account WHERE deleted = 0 AND owner_id IS NOT NULL'
/** Their backup is who was given a seat in the account's working group first. */
const BACKUPS = `SELECT account_id, member_id FROM group_seat WHERE deleted = 0
  AND member_id IN (SELECT id FROM member WHERE deleted = 0)`

type Lookup = (accountId: string) => string | null

function readAll(db: Database.Database, sql: string): Lookup {
  const found = new Map(db.prepare<[], [string, string]>(`${sql} ORDER BY id DESC`).raw().all())
  return (id) => found.get(id) ?? null
}

function readEach(db: Database.Database, sql: string, column: string): Lookup {
  const select = db.prepare<[string], [string, string]>(`${sql} AND ${column} = ? ORDER BY id LIMIT 1`).raw()
  return (id) => select.get(id)?.[1] ?? null
}

function headOf(
  db: Database.Database,
  members: readonly { id: string; role: string }[],
  isMember: (id: string) => boolean,
): string | null {
  const head = members.find(({ role }) => isHead(role))
  if (head) return head.id
  const { me } = readSettings(db)
  return me !== null && isMember(me) ? me : null
}
