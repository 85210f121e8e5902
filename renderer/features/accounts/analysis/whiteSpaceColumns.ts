import type { TFunction } from 'i18next'
import type { Product, WhiteSpaceRow } from '../../../../db/accounts/analysis/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import styles from './whiteSpace.module.css'

/** Whether an account buys nothing of a product from us, as far as the year's amounts tell (D4). */
export const isBlank = ({ known, ours }: WhiteSpaceRow, at: number): boolean => known && (ours[at] ?? 0) === 0

/** What is bought elsewhere of a product by those who don't buy it from us, fen. */
export const blankSum = (rows: readonly WhiteSpaceRow[], at: number): number =>
  rows.reduce((sum, row) => sum + (isBlank(row, at) ? (row.elsewhere[at] ?? 0) : 0), 0)

/** The product with the most bought elsewhere by those who don't buy it from us; −1 where there is none. */
export function widestBlank(rows: readonly WhiteSpaceRow[], products: number): number {
  const sums = Array.from({ length: products }, (_, at) => blankSum(rows, at))
  const most = Math.max(0, ...sums)
  return most === 0 ? -1 : sums.indexOf(most)
}

/** Columns of the department's white space: who, then a column for each product, and the sums. */
export function whiteSpaceColumns(
  products: readonly Product[],
  money: MoneyUnit,
  t: TFunction,
): GridColumn<WhiteSpaceRow>[] {
  const scale = money === 'tenThousand' ? 1_000_000 : 100
  const unit = t(`app.status.${money}`)
  return [
    {
      id: 'name',
      title: t('accounts.field.name'),
      kind: 'text',
      width: 200,
      pinned: 'left',
      read: ({ name }) => name,
      search: ({ pinyin, code }) => `${pinyin} ${code}`,
      sortKey: ({ pinyin }) => pinyin,
      draw: ({ row, text }, into) => {
        const link = document.createElement('a')
        link.href = `#/accounts/${row.id}/analysis`
        link.tabIndex = -1
        link.className = styles.open ?? ''
        link.append(text)
        into.append(link)
      },
    },
    {
      id: 'owner',
      title: t('accounts.field.owner'),
      kind: 'text',
      width: 90,
      read: ({ owner }) => owner,
    },
    {
      id: 'tier',
      title: t('accounts.field.tier'),
      kind: 'text',
      width: 90,
      read: ({ tier }) => tier,
      format: (_value, { tier }) => (tier === null ? '' : t(`app.tier.${tier}`)),
    },
    ...products.map(
      (product, at): GridColumn<WhiteSpaceRow> => ({
        id: `product:${product.id}`,
        title: `${product.name} ${unit}`,
        kind: 'number',
        width: 128,
        scale,
        read: ({ ours }) => ours[at] ?? null,
        format: (value, row) =>
          isBlank(row, at)
            ? t('analysis.blank.not')
            : typeof value === 'number'
              ? formatMoney(value, money)
              : '',
        draw: ({ row, text }, into) => into.append(isBlank(row, at) ? spanElement(styles.not, text) : text),
      }),
    ),
    {
      id: 'blanks',
      title: t('analysis.whiteSpace.blanks'),
      kind: 'number',
      width: 80,
      read: (row) => (row.known ? products.filter((_product, at) => isBlank(row, at)).length : null),
    },
    {
      id: 'elsewhere',
      title: `${t('analysis.whiteSpace.elsewhere')} ${unit}`,
      kind: 'number',
      width: 128,
      scale,
      read: ({ elsewhere }) => {
        const known = elsewhere.filter((amount) => amount !== null)
        return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0)
      },
      format: (value) => (typeof value === 'number' ? formatMoney(value, money) : ''),
    },
  ]
}
