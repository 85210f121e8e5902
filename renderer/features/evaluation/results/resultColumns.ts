import type { TFunction } from 'i18next'
import type { Publication, ResultRow } from '../../../../db/evaluation/contract.ts'
import type { CellValue, GridColumn } from '../../../grid/types.ts'
import { formatScore, formatWeight } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from './results.module.css'

/** The frozen table's columns: rank, account, marks, total, tier, why an exception. All read-only. */
export function resultColumns({ indicators, figures }: Publication, t: TFunction): GridColumn<ResultRow>[] {
  const text = (id: 'code' | 'owner', width: number): GridColumn<ResultRow> => ({
    id,
    title: t(`scoring.column.${id}`),
    kind: 'text',
    width,
    read: (row) => row[id],
  })
  return [
    {
      id: 'rank',
      title: t('scoring.column.rank'),
      kind: 'number',
      width: 56,
      pinned: 'left',
      sumable: false,
      read: (row) => row.rank,
      format: (value) => (value === null ? '–' : String(value)),
    },
    {
      id: 'account',
      title: t('scoring.column.account'),
      kind: 'text',
      width: 148,
      pinned: 'left',
      read: (row) => row.name,
    },
    text('code', 76),
    text('owner', 68),
    ...indicators.map(
      ({ id, name, weight }, at): GridColumn<ResultRow> => ({
        id: `indicator:${id}`,
        title: name,
        subtitle: formatWeight(weight),
        kind: 'mark',
        width: 72,
        mostWidth: 140,
        read: (row) => row.marks[at] ?? null,
        cellClass: (row) => markClass(row, at, figures[at] !== null),
      }),
    ),
    ...outcomeColumns(t),
  ]
}

function markClass(row: ResultRow, at: number, banded: boolean): string {
  const names = banded ? [styles.band] : []
  if ((row.marks[at] ?? null) === null) names.push(styles.blank)
  if (row.notes.some(({ indicator }) => indicator === at)) names.push(styles.noted)
  return names.join(' ')
}

function outcomeColumns(t: TFunction): GridColumn<ResultRow>[] {
  const standing = (row: ResultRow): string =>
    row.standing === 'insufficient'
      ? t('scoring.blanks', { count: row.blanks })
      : t(`app.tier.${row.standing}`)
  return [
    {
      id: 'exception',
      title: t('scoring.column.exception'),
      kind: 'text',
      width: 220,
      read: ({ exception }): CellValue => exception && `${exception.reason} (${exception.approver})`,
    },
    {
      id: 'total',
      title: t('scoring.column.total'),
      kind: 'number',
      width: 64,
      pinned: 'right',
      scale: 10,
      read: (row) => row.score,
      format: (value) => formatScore(typeof value === 'number' ? value : null),
      cellClass: () => styles.total ?? '',
    },
    {
      id: 'tier',
      title: t('scoring.column.tier'),
      kind: 'text',
      width: 124,
      pinned: 'right',
      read: standing,
      cellClass: () => styles.tier ?? '',
      draw: ({ row, text }, into) => {
        into.append(standingElement(row.standing, text))
        const flag = row.standing === 'insufficient' ? '' : flagOf(row, t)
        if (flag !== '') into.append(spanElement(styles.flag, flag))
      },
    },
  ]
}

function flagOf(row: ResultRow, t: TFunction): string {
  if (row.exception) return `⚑ ${t('scoring.exception')}`
  return row.blanks > 0 ? t('scoring.blanks', { count: row.blanks }) : ''
}
