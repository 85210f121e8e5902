import type { TFunction } from 'i18next'
import type { AccountAnalysis, WalletCell, WalletEdit } from '../../../../db/accounts/analysis/contract.ts'
import type { CellEdit, GridColumn } from '../../../grid/types.ts'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'
import { parseFigure } from '../accountText.ts'

/** One line of the wallet table: a product and who supplies it, amounts by year in fen. */
export interface WalletLine {
  readonly id: string
  readonly productId: WalletCell['productId']
  readonly competitorId: WalletCell['competitorId']
  readonly product: string
  readonly supplier: string
  readonly amounts: ReadonlyMap<number, number>
}

/** Products × suppliers: us, then every competitor that is a rival here or in the wallet. */
export function walletLines(analysis: AccountAnalysis, us: string): WalletLine[] {
  const { products, competitors, wallet, rivals } = analysis
  const here = new Set<string | null>([...wallet, ...rivals].map(({ competitorId }) => competitorId))
  const suppliers: { id: WalletCell['competitorId']; name: string }[] = [
    { id: null, name: us },
    ...competitors.filter(({ id }) => here.has(id)),
  ]
  return products.flatMap((product) =>
    suppliers.map((supplier) => ({
      id: `${product.id} ${supplier.id ?? ''}`,
      productId: product.id,
      competitorId: supplier.id,
      product: product.name,
      supplier: supplier.name,
      amounts: new Map(
        wallet
          .filter((cell) => cell.productId === product.id && cell.competitorId === supplier.id)
          .map(({ year, amount }) => [year, amount]),
      ),
    })),
  )
}

const YEARS_SHOWN = 4

/** The years that the table offers, newest first: the last four (D2) and all that something is known of. */
export function walletYears(wallet: readonly WalletCell[], thisYear: number): number[] {
  const last = Array.from({ length: YEARS_SHOWN }, (_, back) => thisYear - back)
  return [...new Set([...last, ...wallet.map(({ year }) => year)])].sort((a, b) => b - a)
}

const yearId = (year: number): string => `year:${year}`

/** Columns of the wallet table: what and from whom, then a column for each year. */
export function walletColumns(
  years: readonly number[],
  money: MoneyUnit,
  t: TFunction,
): GridColumn<WalletLine>[] {
  const unit = t(`app.status.${money}`)
  return [
    {
      id: 'product',
      title: t('analysis.wallet.product'),
      kind: 'text',
      width: 130,
      read: ({ product }) => product,
    },
    {
      id: 'supplier',
      title: t('analysis.wallet.supplier'),
      kind: 'text',
      width: 110,
      read: ({ supplier }) => supplier,
    },
    ...years.map(
      (year): GridColumn<WalletLine> => ({
        id: yearId(year),
        title: `${year} ${unit}`,
        kind: 'number',
        width: 108,
        scale: money === 'tenThousand' ? 1_000_000 : 100,
        read: ({ amounts }) => amounts.get(year) ?? null,
        format: (value) => (typeof value === 'number' ? formatMoney(value, money) : ''),
        parse: (text) => {
          const parsed = parseFigure(text, 'money', money, t)
          return parsed.ok && typeof parsed.value === 'number' && parsed.value < 0
            ? { ok: false, problem: t('analysis.wallet.notAmount', { text }) }
            : parsed
        },
      }),
    ),
  ]
}

/** The cells of one gesture, as the engine takes them. */
export const walletEdits = (cells: readonly CellEdit<WalletLine>[]): WalletEdit[] =>
  cells.map(({ row, columnId, before, after }) => ({
    productId: row.productId,
    competitorId: row.competitorId,
    year: Number(columnId.slice(yearId(0).length - 1)),
    before: typeof before === 'number' ? before : null,
    after: typeof after === 'number' ? after : null,
  }))
