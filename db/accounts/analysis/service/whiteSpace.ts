import type { Kernel } from '../../../kernel/kernel.ts'
import { byPinyin, pinyinText } from '../../pinyin.ts'
import { newestStandings } from '../../service/standings.ts'
import type { Product, WhiteSpaceRow } from '../contract.ts'
import { listProducts } from './catalogue.ts'

interface WhiteSpace {
  products: Product[]
  year: number | null
  years: number[]
  rows: WhiteSpaceRow[]
}

interface Sums {
  readonly accountId: string
  readonly productId: string
  readonly ours: number | null
  readonly elsewhere: number | null
}

/** Products × accounts in one year, the newest known where none is given (D4); accounts sorted by pinyin. */
export function whiteSpace(kernel: Kernel, { year }: { readonly year: number | null }): WhiteSpace {
  const { db } = kernel
  const products = listProducts(db)
  const years = db
    .prepare<[], number>('SELECT DISTINCT year FROM wallet WHERE deleted = 0 ORDER BY year DESC')
    .pluck()
    .all()
  const shown = year ?? years[0] ?? null
  // spelling very many accounts takes seconds, and without a year there is nothing to show of them
  if (shown === null) return { products, year: null, years, rows: [] }
  const places = new Map<string, number>(products.map(({ id }, at) => [id, at]))
  const amounts = new Map<string, { ours: (number | null)[]; elsewhere: (number | null)[] }>()
  const sums = db.prepare<[number | null], Sums>(
    `SELECT account_id AS accountId, product_id AS productId,
       sum(CASE WHEN competitor_id IS NULL THEN amount END) AS ours,
       sum(CASE WHEN competitor_id IS NOT NULL THEN amount END) AS elsewhere
     FROM wallet WHERE year = ? AND deleted = 0 GROUP BY account_id, product_id`,
  )
  for (const { accountId, productId, ours, elsewhere } of sums.iterate(shown)) {
    const at = places.get(productId)
    if (at === undefined) continue
    const of = amounts.get(accountId) ?? { ours: blanks(products), elsewhere: blanks(products) }
    of.ours[at] = ours
    of.elsewhere[at] = elsewhere
    amounts.set(accountId, of)
  }
  const standings = newestStandings(db)
  const rows = db
    .prepare<[], Pick<WhiteSpaceRow, 'id' | 'name' | 'code' | 'owner'>>(
      `SELECT a.id, a.name, a.code, m.name AS owner FROM account a
       LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.deleted = 0`,
    )
    .all()
    .map((account) => {
      const known = amounts.get(account.id)
      return {
        ...account,
        pinyin: pinyinText(account.name),
        tier: standings.get(account.id)?.tier ?? null,
        known: known !== undefined,
        ours: known?.ours ?? blanks(products),
        elsewhere: known?.elsewhere ?? blanks(products),
      }
    })
  return { products, year: shown, years, rows: rows.sort(byPinyin) }
}

const blanks = (products: readonly Product[]): (number | null)[] => products.map(() => null)
