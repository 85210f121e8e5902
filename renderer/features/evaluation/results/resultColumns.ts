import type { TFunction } from 'i18next'
import type { Publication, ResultRow } from '../../../../db/evaluation/contract.ts'
import type { Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { decisionReason } from '../../../../db/terms/approval.ts'
import type { CellValue, GridColumn } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatScore, formatSigned, formatWeight } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import { decidedText } from '../approval/approvalColumns.ts'
import styles from './results.module.css'

/** Where accounts stood before, by id. */
export type BeforeByAccount = ReadonlyMap<
  string,
  { readonly tier: Tier | null; readonly score: number | null }
>

/** The frozen table's columns: rank, account, marks, tier before, decision, total, tier. All read-only. */
export function resultColumns(
  { indicators, figures, pooling }: Publication,
  before: BeforeByAccount,
  t: TFunction,
): GridColumn<ResultRow>[] {
  const hasBallots = pooling !== 'shared'
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
        ...(hasBallots && figures[at] === null ? { format: pooledMark } : {}),
        cellClass: (row) => markClass(row, at, figures[at] !== null),
      }),
    ),
    changeColumn(before, t),
    reasonColumn(hasBallots, t),
    totalColumn(t),
    beforeColumn(before, t),
    tierColumn(t),
  ]
}

/** A mark out of several ballots has two decimals, on whole marks too: they are compared down the column. */
const pooledMark = (value: CellValue): string => (typeof value === 'number' ? value.toFixed(2) : '')

const beforeColumn = (before: BeforeByAccount, t: TFunction): GridColumn<ResultRow> => ({
  id: 'before',
  title: t('approval.results.before'),
  kind: 'text',
  width: 92,
  pinned: 'right',
  read: ({ accountId }) => {
    const tier = before.get(accountId)?.tier ?? null
    return tier === null ? '' : t(`app.tier.${tier}`)
  },
  cellClass: () => styles.tier ?? '',
  draw: ({ row, text }, into) => {
    const tier = before.get(row.accountId)?.tier ?? null
    if (tier !== null) into.append(standingElement(tier, text))
  },
})

const changeColumn = (before: BeforeByAccount, t: TFunction): GridColumn<ResultRow> => ({
  id: 'change',
  title: t('approval.results.change'),
  kind: 'number',
  width: 68,
  scale: 10,
  sumable: false,
  read: ({ accountId, score }) => {
    const last = before.get(accountId)?.score ?? null
    return score === null || last === null ? null : score - last
  },
  format: (value) => (typeof value === 'number' ? formatSigned(value / 10) : ''),
})

/** Why the tier is another than the score's: the exception of a shared sheet, the decision of a round by ballots. */
const reasonColumn = (hasBallots: boolean, t: TFunction): GridColumn<ResultRow> =>
  hasBallots
    ? {
        id: 'decision',
        title: t('approval.results.decision'),
        kind: 'text',
        width: 220,
        mostWidth: 360,
        read: ({ decision }) =>
          decision && `${decidedText(decision, t)} · ${decisionReason(decision, spokenLanguage())}`,
      }
    : {
        id: 'exception',
        title: t('scoring.column.exception'),
        kind: 'text',
        width: 220,
        read: ({ exception }): CellValue => exception && `${exception.reason} (${exception.approver})`,
      }

function markClass(row: ResultRow, at: number, banded: boolean): string {
  const names = banded ? [styles.band] : []
  if ((row.marks[at] ?? null) === null) names.push(styles.blank)
  if (row.notes.some(({ indicator }) => indicator === at)) names.push(styles.noted)
  return names.join(' ')
}

const totalColumn = (t: TFunction): GridColumn<ResultRow> => ({
  id: 'total',
  title: t('scoring.column.total'),
  kind: 'number',
  width: 64,
  pinned: 'right',
  scale: 10,
  read: (row) => row.score,
  format: (value) => formatScore(typeof value === 'number' ? value : null),
  cellClass: () => styles.total ?? '',
})

const tierColumn = (t: TFunction): GridColumn<ResultRow> => ({
  id: 'tier',
  title: t('scoring.column.tier'),
  kind: 'text',
  width: 142,
  pinned: 'right',
  read: (row) =>
    row.standing === 'insufficient'
      ? t('scoring.blanks', { count: row.blanks })
      : t(`app.tier.${row.standing}`),
  cellClass: () => styles.tier ?? '',
  draw: ({ row, text }, into) => {
    into.append(standingElement(row.standing, text))
    const flag = row.standing === 'insufficient' ? '' : flagOf(row, t)
    if (flag !== '') into.append(spanElement(styles.flag, flag))
  },
})

function flagOf(row: ResultRow, t: TFunction): string {
  const kind = row.decision?.kind ?? 'approved'
  if (kind !== 'approved') return `⚑ ${t(`approval.decision.${kind}`)}`
  if (row.exception) return `⚑ ${t('scoring.exception')}`
  return row.blanks > 0 ? t('scoring.blanks', { count: row.blanks }) : ''
}
