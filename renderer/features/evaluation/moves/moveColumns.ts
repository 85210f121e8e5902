import type { TFunction } from 'i18next'
import type { SheetLine } from '../../../../db/evaluation/moves/contract.ts'
import type { Destination, Origin } from '../../../../db/evaluation/moves/rules/migration.ts'
import type { Part } from '../../../../db/evaluation/moves/rules/split.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import type { CellValue, GridColumn } from '../../../grid/types.ts'
import { formatScore } from '../../../ui/format.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import type { MoveRow } from './moveRows.ts'
import styles from './moves.module.css'
import { changeText, reasonName } from './reasonText.ts'

/** The columns of the list of accounts: from, to, scores, each part that moved anybody, and the largest reason. */
export function moveColumns(
  parts: readonly Part[],
  lines: readonly SheetLine[],
  t: TFunction,
): GridColumn<MoveRow>[] {
  const signed = (value: CellValue): string => (typeof value === 'number' ? changeText(value) : '')
  return [
    {
      id: 'account',
      title: t('moves.column.account'),
      kind: 'text',
      width: 150,
      pinned: 'left',
      read: (row) => row.name,
      sortKey: (row) => row.pinyin,
      search: (row) => row.pinyin,
    },
    { id: 'code', title: t('moves.column.code'), kind: 'text', width: 76, read: (row) => row.code },
    place('from', t),
    place('to', t),
    score('fromScore', t),
    score('toScore', t),
    {
      id: 'change',
      title: t('moves.column.change'),
      kind: 'number',
      width: 66,
      scale: 10,
      read: (row) => row.change,
      format: signed,
      cellClass: ({ change }) => ((change ?? 0) < 0 ? (styles.falling ?? '') : (styles.strong ?? '')),
    },
    {
      id: 'largest',
      title: t('moves.column.largest'),
      kind: 'text',
      width: 190,
      mostWidth: 320,
      read: ({ largest, from, to, change }) => {
        if (largest) return `${reasonName(largest, lines, t)} ${changeText(largest.change)}`
        if (from === 'new' || to === 'gone') return t(`moves.place.${from === 'new' ? from : to}`)
        return change === null ? t('moves.place.insufficient') : null
      },
    },
    ...parts.map(
      (part): GridColumn<MoveRow> => ({
        id: `part:${part}`,
        title: t(`moves.part.${part}`),
        kind: 'number',
        width: 70,
        scale: 10,
        read: ({ sums }) => sums[part],
        // noughts would hide what moved
        format: (value) => (value === 0 ? '' : signed(value)),
      }),
    ),
    { id: 'owner', title: t('moves.column.owner'), kind: 'text', width: 80, read: (row) => row.owner },
    {
      id: 'cycle',
      title: t('moves.column.cycle'),
      kind: 'text',
      width: 84,
      read: (row) => (row.seasonal ? t('moves.seasonal') : null),
    },
  ]
}

/** Best first, those without a tier last. */
const PLACES: readonly (Origin | Destination)[] = [...TIERS, 'insufficient', 'new', 'gone']

const place = (id: 'from' | 'to', t: TFunction): GridColumn<MoveRow> => ({
  id,
  title: t(`moves.column.${id}`),
  kind: 'text',
  width: 92,
  read: (row) => t(`moves.place.${row[id]}`),
  sortKey: (row) => PLACES.indexOf(row[id]),
  draw({ row, text }, into) {
    const at = row[id]
    if (at === 'new' || at === 'gone') into.textContent = text
    else into.append(standingElement(at, text))
  },
})

const score = (id: 'fromScore' | 'toScore', t: TFunction): GridColumn<MoveRow> => ({
  id,
  title: t(`moves.column.${id}`),
  kind: 'number',
  width: 70,
  scale: 10,
  read: (row) => row[id],
  format: (value) => formatScore(typeof value === 'number' ? value : null),
})
