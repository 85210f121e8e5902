import type Database from 'better-sqlite3'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { AccountFields, AccountRow, Figure } from '../contract.ts'
import type { CustomField } from '../custom/contract.ts'
import { readCustom } from '../custom/rules/values.ts'
import { listCustomFields } from '../custom/service/fields.ts'
import { byPinyin, pinyinText } from '../pinyin.ts'
import { type AccountField, FIELD_NAMES } from '../rules/accountFields.ts'
import { readSources } from '../rules/sources.ts'
import { tagsOfJson } from '../rules/tags.ts'
import { readQuery } from '../search/rules/query.ts'
import { findAccountsNamed } from '../search/service/foundAccounts.ts'
import { COLUMN_OF } from './columns.ts'
import { listFigures } from './figures.ts'
import { readFigures } from './figureValues.ts'
import { newestStandings, type StandingIn, standingReader, standingsOf } from './standings.ts'

/** An account's own row as the contract shows it. */
export type StoredAccount = AccountFields & { readonly id: AccountId }

/** What stands beside the fields in an account's row, as JSON. */
interface Beside {
  readonly figures: string
  readonly custom: string
  readonly sources: string
}

/** A row as SQL gives it: tags as JSON. */
type SqlAccount = StoredAccount & Beside

const columnSql = (field: AccountField): string =>
  field === 'ownerId' ? 'm.id' : field === 'parentId' ? 'p.id' : `a.${COLUMN_OF[field]}`

/** Columns of `account a`; an owner or parent that is gone shows as none, though the row still points to it. */
const COLUMNS = [
  'a.id',
  ...FIELD_NAMES.map((field) => `${columnSql(field)} AS ${field}`),
  'a.figures, a.custom, a.sources',
].join(', ')
const FROM = `FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
  LEFT JOIN account p ON p.id = a.parent_id AND p.deleted = 0`

/** All accounts with their figures and custom fields, sorted by pinyin, and where the newest published round put them. */
export function listAccounts(kernel: Kernel): {
  figures: Figure[]
  custom: CustomField[]
  rows: AccountRow[]
} {
  const { db } = kernel
  const standings = newestStandings(db)
  const toRow = rowMaker(db, (id) => standings.get(id))
  const rows = db.prepare<[], SqlAccount>(`SELECT ${COLUMNS} ${FROM} WHERE a.deleted = 0`).all().map(toRow)
  return { figures: listFigures(db), custom: listCustomFields(db, 'account'), rows: rows.sort(byPinyin) }
}

/** Turns rows of SQL into rows of the contract. */
function rowMaker(
  db: Database.Database,
  standingOf: (id: AccountId) => StandingIn | undefined,
): (account: SqlAccount) => AccountRow {
  const figures = listFigures(db)
  const fields = listCustomFields(db, 'account')
  const members = new Set(db.prepare<[], string>('SELECT id FROM member WHERE deleted = 0').pluck().all())
  return ({ sources: _sources, ...account }) => {
    const values = readFigures(account.figures)
    const custom = readCustom(account.custom)
    const standing = standingOf(account.id)
    return {
      ...account,
      tags: tagsOfJson(account.tags),
      pinyin: pinyinText(account.name),
      figures: figures.map(({ id }) => values[id] ?? null),
      custom: fields.map(({ id, kind }) => {
        const value = custom[id] ?? null
        // a colleague who has left shows as none, as an owner does
        return kind === 'person' && !members.has(String(value)) ? null : value
      }),
      tier: standing?.tier ?? null,
      score: standing?.score ?? null,
    }
  }
}

/** Reads single accounts as rows of the contract; undefined where one doesn't exist or is deleted. */
export function accountsReader(db: Database.Database): (id: AccountId) => AccountRow | undefined {
  const toRow = rowMaker(db, (id) => newestStandings(db, [id]).get(id))
  const byId = db.prepare<[AccountId], SqlAccount>(
    `SELECT ${COLUMNS} ${FROM} WHERE a.id = ? AND a.deleted = 0`,
  )
  return (id) => {
    const account = byId.get(id)
    return account && toRow(account)
  }
}

/** Reads single accounts; undefined where one doesn't exist or is deleted. Meant for many calls in one command. */
export function accountReader(
  db: Database.Database,
): (id: AccountId) => (StoredAccount & Beside) | undefined {
  const byId = db.prepare<[AccountId], SqlAccount>(
    `SELECT ${COLUMNS} ${FROM} WHERE a.id = ? AND a.deleted = 0`,
  )
  return (id) => {
    const account = byId.get(id)
    return account && { ...account, tags: tagsOfJson(account.tags) }
  }
}

/** One account with where it stood in each published round. @throws Refusal ACCOUNT_NOT_FOUND */
export function getAccount(kernel: Kernel, accountId: AccountId) {
  const { db } = kernel
  const account = db
    .prepare<[AccountId], SqlAccount>(`SELECT ${COLUMNS} ${FROM} WHERE a.id = ? AND a.deleted = 0`)
    .get(accountId)
  if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
  const parent = db
    .prepare<[AccountId | null], string>('SELECT name FROM account WHERE id = ?')
    .pluck()
    .get(account.parentId)
  return {
    account: rowMaker(db, standingReader(db))(account),
    figures: listFigures(db),
    custom: listCustomFields(db, 'account'),
    sources: readSources(account.sources),
    parent: parent ?? null,
    standings: standingsOf(db, accountId),
  }
}

type Found = Pick<AccountRow, 'id' | 'name' | 'code' | 'pinyin' | 'tier' | 'score'> & { owner: string | null }

/** Accounts that all words of a text fit, best first (see accounts/search); all of them by pinyin for no words. */
export function searchAccounts(
  { db }: Kernel,
  { text, limit }: { readonly text: string; readonly limit: number },
): Found[] {
  const query = readQuery(text)
  const ids = query.words.length === 0 ? firstAccounts(db, limit) : findAccountsNamed(db, query, limit)
  const read = db.prepare<[string], Pick<Found, 'id' | 'name' | 'code' | 'owner'>>(
    `SELECT a.id, a.name, a.code, m.name AS owner
     FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.id = ? AND a.deleted = 0`,
  )
  const standing = standingReader(db)
  return ids.flatMap((id) => {
    const account = read.get(id)
    if (!account) return []
    const { tier = null, score = null } = standing(id) ?? {}
    return [{ ...account, pinyin: pinyinText(account.name), tier, score }]
  })
}

const firstAccounts = (db: Database.Database, limit: number): string[] =>
  db
    .prepare<[number], string>(
      `SELECT row_id FROM search_name WHERE kind = 'account' ORDER BY pinyin LIMIT ?`,
    )
    .pluck()
    .all(limit)
