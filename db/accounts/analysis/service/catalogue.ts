import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import { CompetitorId, ProductId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import { byPinyin, pinyinText } from '../../pinyin.ts'
import type { Competitor, Product } from '../contract.ts'
import { type AnalysisInput, insertRow, mustExist, patchRow } from './rows.ts'
import { keyBehind } from './swot.ts'

const PRODUCT = { table: 'product', columns: { name: 'name' }, name: 'name' } as const
const COMPETITOR = { table: 'competitor', columns: { name: 'name', note: 'note' }, name: 'name' } as const

/** The department's product groups, in their order. */
export const listProducts = (db: Database.Database): Product[] =>
  db
    .prepare<[], Product>(
      'SELECT id, name, order_key AS "order" FROM product WHERE deleted = 0 ORDER BY order_key, id',
    )
    .all()

/** The competitors that the department knows, sorted by pinyin. */
export const listCompetitors = (db: Database.Database): Competitor[] =>
  db
    .prepare<[], Competitor>('SELECT id, name, note FROM competitor WHERE deleted = 0')
    .all()
    .map((competitor) => ({ ...competitor, pinyin: pinyinText(competitor.name) }))
    .sort(byPinyin)
    .map(({ id, name, note }) => ({ id, name, note }))

/** Adds a product group after the last one. @throws Refusal NAME_TAKEN */
export const addProduct = (
  kernel: Kernel,
  { commandId, name }: AnalysisInput<'addProduct'>,
): Outcome<{ productId: ProductId }> =>
  kernel.write({ commandId, label: { command: 'addProduct', params: { name } } }, (tx) => {
    const products = listProducts(tx.db)
    refuseTaken(products, name)
    const key = orderKeyBetween(products.at(-1)?.order ?? null, null)
    return { productId: ProductId.parse(insertRow(tx, 'product', { name, order_key: key })) }
  })

/** @throws Refusal PRODUCT_NOT_FOUND, NAME_TAKEN, CELLS_CHANGED */
export const renameProduct = (
  kernel: Kernel,
  { commandId, productId, before, name }: AnalysisInput<'renameProduct'>,
): Outcome<object> =>
  kernel.write({ commandId, label: { command: 'renameProduct', params: { name } } }, (tx) => {
    mustExist(tx.db, 'product', productId, 'PRODUCT_NOT_FOUND')
    refuseTaken(
      listProducts(tx.db).filter(({ id }) => id !== productId),
      name,
    )
    patchRow(tx, kernel, PRODUCT, { rowId: productId, before: { name: before }, after: { name } })
    return {}
  })

/** Puts a product behind another one; null puts it first. @throws Refusal PRODUCT_NOT_FOUND */
export function moveProduct(
  kernel: Kernel,
  { commandId, productId, after }: AnalysisInput<'moveProduct'>,
): Outcome<object> {
  const name = nameOf(kernel.db, 'product', productId)
  return kernel.write({ commandId, label: { command: 'moveProduct', params: { name } } }, (tx) => {
    mustExist(tx.db, 'product', productId, 'PRODUCT_NOT_FOUND')
    if (after !== null) mustExist(tx.db, 'product', after, 'PRODUCT_NOT_FOUND')
    const others = listProducts(tx.db).filter(({ id }) => id !== productId)
    const placed = others.map(({ id, order }) => ({ id, orderKey: order }))
    tx.db
      .prepare('UPDATE product SET order_key = ? WHERE id = ?')
      .run(keyBehind(placed, after === productId ? null : after), productId)
    return {}
  })
}

/** @throws Refusal PRODUCT_NOT_FOUND; STILL_USED while a wallet holds an amount of it */
export const removeProduct = (
  kernel: Kernel,
  { commandId, productId }: AnalysisInput<'removeProduct'>,
): Outcome<object> => {
  const name = nameOf(kernel.db, 'product', productId)
  return kernel.write({ commandId, label: { command: 'removeProduct', params: { name } } }, (tx) => {
    mustExist(tx.db, 'product', productId, 'PRODUCT_NOT_FOUND')
    refuseUsed(
      name,
      tx.db
        .prepare<[string], string>(
          `SELECT DISTINCT w.account_id FROM wallet w JOIN account a ON a.id = w.account_id AND a.deleted = 0
           WHERE w.product_id = ? AND w.deleted = 0`,
        )
        .pluck()
        .all(productId).length,
    )
    tx.db.prepare('UPDATE product SET deleted = 1 WHERE id = ?').run(productId)
    return {}
  })
}

/** @throws Refusal NAME_TAKEN */
export const addCompetitor = (
  kernel: Kernel,
  { commandId, name }: AnalysisInput<'addCompetitor'>,
): Outcome<{ competitorId: CompetitorId }> =>
  kernel.write({ commandId, label: { command: 'addCompetitor', params: { name } } }, (tx) => {
    refuseTaken(listCompetitors(tx.db), name)
    return { competitorId: CompetitorId.parse(insertRow(tx, 'competitor', { name })) }
  })

/** Changes a competitor's name or note. @throws Refusal COMPETITOR_NOT_FOUND, NAME_TAKEN, CELLS_CHANGED */
export const editCompetitor = (
  kernel: Kernel,
  { commandId, competitorId, before, after }: AnalysisInput<'editCompetitor'>,
): Outcome<object> => {
  const name = after.name ?? nameOf(kernel.db, 'competitor', competitorId)
  return kernel.write({ commandId, label: { command: 'editCompetitor', params: { name } } }, (tx) => {
    mustExist(tx.db, 'competitor', competitorId, 'COMPETITOR_NOT_FOUND')
    refuseTaken(
      listCompetitors(tx.db).filter(({ id }) => id !== competitorId),
      after.name ?? '',
    )
    patchRow(tx, kernel, COMPETITOR, { rowId: competitorId, before, after })
    return {}
  })
}

/** @throws Refusal COMPETITOR_NOT_FOUND; STILL_USED while a wallet, a rival or a move names it */
export const removeCompetitor = (
  kernel: Kernel,
  { commandId, competitorId }: AnalysisInput<'removeCompetitor'>,
): Outcome<object> => {
  const name = nameOf(kernel.db, 'competitor', competitorId)
  return kernel.write({ commandId, label: { command: 'removeCompetitor', params: { name } } }, (tx) => {
    mustExist(tx.db, 'competitor', competitorId, 'COMPETITOR_NOT_FOUND')
    refuseUsed(
      name,
      tx.db
        .prepare<[string, string, string], string>(
          `SELECT u.account_id FROM (
             SELECT account_id FROM wallet WHERE competitor_id = ? AND deleted = 0
             UNION SELECT account_id FROM rival WHERE competitor_id = ? AND deleted = 0
             UNION SELECT account_id FROM rival_move WHERE competitor_id = ? AND deleted = 0) u
           JOIN account a ON a.id = u.account_id AND a.deleted = 0`,
        )
        .pluck()
        .all(competitorId, competitorId, competitorId).length,
    )
    tx.db.prepare('UPDATE competitor SET deleted = 1 WHERE id = ?').run(competitorId)
    return {}
  })
}

const nameOf = (db: Database.Database, table: 'product' | 'competitor', id: string): string =>
  db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(id) ?? ''

function refuseUsed(name: string, accounts: number): void {
  if (accounts > 0) throw new Refusal('STILL_USED', { name, accounts })
}

function refuseTaken(known: readonly { readonly name: string }[], name: string): void {
  const taken = known.find((one) => nameKey(one.name) === nameKey(name))
  if (taken) throw new Refusal('NAME_TAKEN', { name: taken.name })
}

const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
