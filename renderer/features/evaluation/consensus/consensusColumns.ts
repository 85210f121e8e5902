import type { TFunction } from 'i18next'
import type { GridColumn } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatScore, formatWeight } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from './consensus.module.css'
import { type ConsensusModel, markText } from './consensusModel.ts'

/** A row of the grid: an account's place in the round. */
export interface ConsensusRow {
  readonly id: string
  readonly at: number
}

/** The grid's column of an indicator. */
export const indicatorColumnId = (indicatorId: string): string => `indicator:${indicatorId}`

/** The indicator's place in the round that a column shows; null for the other columns. */
export function columnOfId(model: ConsensusModel, columnId: string): number | null {
  const at = model.data.sheet.indicators.findIndex(({ id }) => indicatorColumnId(id) === columnId)
  return at === -1 ? null : at
}

const WIDTHS = {
  zh: { account: 148, discords: 64, total: 62, tier: 112, rank: 52 },
  en: { account: 120, discords: 84, total: 66, tier: 132, rank: 52 },
} as const

/** An account's column in a slim window, px. */
const SLIM_ACCOUNT = 116

/** Account; banded indicators; judged ones; open discords; total, tier and rank. All read-only. */
export function consensusColumns(
  model: ConsensusModel,
  t: TFunction,
  slim: boolean,
): GridColumn<ConsensusRow>[] {
  const { accounts, sheet } = model.data
  const columns = sheet.indicators.map((_, column) => column)
  const banded = columns.filter((column) => !model.isJudged(column))
  const judged = columns.filter((column) => model.isJudged(column))
  const share = (of: readonly number[]): string =>
    formatWeight(of.reduce((sum, column) => sum + (model.weights[column] ?? 0), 0))
  const bands = t('scoring.column.bands', { percent: share(banded) })
  const judgement = t('scoring.column.judged', { percent: share(judged) })
  const text = (
    id: 'code' | 'owner',
    width: number,
    values: readonly string[],
  ): GridColumn<ConsensusRow> => ({
    ...{ id, width, kind: 'text', hidden: true, title: t(`scoring.column.${id}`) },
    read: ({ at }) => values[at] ?? '',
  })
  return [
    {
      id: 'account',
      title: t('scoring.column.account'),
      kind: 'text',
      width: slim ? SLIM_ACCOUNT : WIDTHS[spokenLanguage()].account,
      pinned: 'left',
      read: ({ at }) => accounts.names[at] ?? '',
      search: ({ at }) => accounts.pinyin[at] ?? '',
    },
    text('code', 92, accounts.codes),
    text('owner', 80, accounts.owners),
    ...banded.map((column) => indicatorColumn(model, column, bands, slim)),
    ...judged.map((column) => indicatorColumn(model, column, judgement, slim)),
    ...outcomeColumns(model, t, slim),
  ]
}

function indicatorColumn(
  model: ConsensusModel,
  column: number,
  group: string,
  slim: boolean,
): GridColumn<ConsensusRow> {
  const indicator = model.data.sheet.indicators[column]
  return {
    id: indicatorColumnId(indicator?.id ?? ''),
    title: indicator?.name ?? '',
    subtitle: formatWeight(model.weights[column] ?? 0),
    group,
    kind: 'mark',
    width: model.isJudged(column) && !slim ? 72 : 64,
    mostWidth: 140,
    scale: 100,
    read: ({ at }) => model.mark(at, column),
    format: (value) => (typeof value === 'number' ? markText(value) : ''),
    cellClass: ({ at }) => cellClass(model, at, column),
  }
}

function cellClass(model: ConsensusModel, row: number, column: number): string {
  const names = [model.isJudged(column) ? styles.judged : styles.band]
  if (model.mark(row, column) === null) names.push(styles.blank)
  const state = model.state(row, column)
  if (state !== 'plain') names.push(styles[state])
  return names.join(' ')
}

function outcomeColumns(model: ConsensusModel, t: TFunction, slim: boolean): GridColumn<ConsensusRow>[] {
  const widths = WIDTHS[spokenLanguage()]
  const pinned = slim ? {} : { pinned: 'right' as const }
  return [
    {
      id: 'discords',
      title: t('consensus.column.discords'),
      kind: 'number',
      width: widths.discords,
      hidden: true,
      read: ({ at }) => model.openDiscords(at) || null,
    },
    {
      id: 'total',
      title: t('scoring.column.total'),
      kind: 'number',
      width: widths.total,
      pinned: 'right',
      scale: 10,
      read: ({ at }) => model.score(at),
      format: (value) => formatScore(typeof value === 'number' ? value : null),
      cellClass: () => styles.total ?? '',
    },
    {
      id: 'tier',
      title: t('scoring.column.tier'),
      kind: 'text',
      width: widths.tier,
      ...pinned,
      read: ({ at }) => standingWord(model, at, t),
      cellClass: () => styles.tier ?? '',
      draw: ({ row, text }, into) => {
        into.append(standingElement(model.standing(row.at), text))
        if (model.isOverdue(row.at)) into.append(spanElement(styles.flag, t('consensus.carried')))
      },
      sortKey: ({ at }) => STANDING_ORDER.indexOf(model.standing(at)),
    },
    {
      id: 'rank',
      title: t('scoring.column.rank'),
      kind: 'number',
      width: widths.rank,
      ...(slim ? { hidden: true } : pinned),
      sumable: false,
      read: ({ at }) => model.rank(at),
      format: (value) => (value === null ? '–' : String(value)),
    },
  ]
}

const STANDING_ORDER = ['key', 'main', 'ordinary', 'small', 'insufficient']

/** A standing as a word: the tier, or how much is missing. */
export function standingWord(model: ConsensusModel, row: number, t: TFunction): string {
  const standing = model.standing(row)
  if (standing !== 'insufficient') return t(`app.tier.${standing}`)
  return model.isOverdue(row) ? t('consensus.overdue') : t('scoring.blanks', { count: model.blanks(row) })
}
