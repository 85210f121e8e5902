import type Database from 'better-sqlite3'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { AccountFields, AccountRow, Figure } from '../contract.ts'
import { byPinyin, pinyinText } from '../pinyin.ts'
import { FITS, fitOf, searchWords } from '../rules/search.ts'
import { listFigures } from './figures.ts'
import { readFigures } from './figureValues.ts'
import { newestStandings, type StandingIn, standingsOf } from './standings.ts'

/** An account's own row as the contract shows it. */
export type StoredAccount = AccountFields & { readonly id: AccountId }

/** Columns of `account a`; an owner who has left shows as none, though the row still points to them. */
const COLUMNS = `a.id, a.code, a.name, m.id AS ownerId, a.kind, a.cycle, a.industry, a.region, a.phone, a.note`
const FROM = `FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0`

/** All accounts with their figures, sorted by pinyin, and where the newest published round put them. */
export function listAccounts(kernel: Kernel): { figures: Figure[]; rows: AccountRow[] } {
  const { db } = kernel
  const figures = listFigures(db)
  const standings = newestStandings(db)
  const rows = db
    .prepare<[], StoredAccount & { json: string }>(
      `SELECT ${COLUMNS}, a.figures AS json ${FROM} WHERE a.deleted = 0`,
    )
    .all()
    .map(({ json, ...account }) => {
      const values = readFigures(json)
      const inOrder = figures.map(({ id }) => values[id] ?? null)
      return toRow(account, inOrder, standings.get(account.id))
    })
  return { figures, rows: rows.sort(byPinyin) }
}

const toRow = (
  account: StoredAccount,
  figures: (number | null)[],
  standing: StandingIn | undefined,
): AccountRow => ({
  ...account,
  pinyin: pinyinText(account.name),
  figures,
  tier: standing?.tier ?? null,
  score: standing?.score ?? null,
})

/** Reads single accounts; undefined where one doesn't exist or is deleted. Meant for many calls in one command. */
export function accountReader(db: Database.Database): (id: AccountId) => StoredAccount | undefined {
  const byId = db.prepare<[AccountId], StoredAccount>(
    `SELECT ${COLUMNS} ${FROM} WHERE a.id = ? AND a.deleted = 0`,
  )
  return (id) => byId.get(id)
}

/** One account with where it stood in each published round. @throws Refusal ACCOUNT_NOT_FOUND */
export function getAccount(
  kernel: Kernel,
  accountId: AccountId,
): { account: AccountRow; figures: Figure[]; standings: ReturnType<typeof standingsOf> } {
  const { db } = kernel
  const account = accountReader(db)(accountId)
  if (!account) throw new Refusal('ACCOUNT_NOT_FOUND')
  const figures = listFigures(db)
  const json = db
    .prepare<[AccountId], string>('SELECT figures FROM account WHERE id = ?')
    .pluck()
    .get(accountId)
  const values = readFigures(json ?? '{}')
  return {
    account: toRow(
      account,
      figures.map(({ id }) => values[id] ?? null),
      newestStandings(db).get(accountId),
    ),
    figures,
    standings: standingsOf(db, accountId),
  }
}

type Found = Pick<AccountRow, 'id' | 'name' | 'code' | 'pinyin' | 'tier' | 'score'> & { owner: string | null }

/** Accounts that all words of a text fit, by name, code or pinyin: best first, then by pinyin. */
export function searchAccounts(
  kernel: Kernel,
  { text, limit }: { readonly text: string; readonly limit: number },
): Found[] {
  const words = searchWords(text)
  const standings = newestStandings(kernel.db)
  return kernel.db
    .prepare<[], Pick<Found, 'id' | 'name' | 'code' | 'owner'>>(
      `SELECT a.id, a.name, a.code, m.name AS owner
       FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.deleted = 0`,
    )
    .all()
    .flatMap((account) => {
      const found = { ...account, pinyin: pinyinText(account.name) }
      const fit = fitOf(words, found)
      return fit ? [{ found, place: FITS.indexOf(fit) }] : []
    })
    .sort((a, b) => a.place - b.place || byPinyin(a.found, b.found))
    .slice(0, limit)
    .map(({ found }) => {
      const standing = standings.get(found.id)
      return { ...found, tier: standing?.tier ?? null, score: standing?.score ?? null }
    })
}
