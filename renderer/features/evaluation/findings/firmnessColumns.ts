import type { TFunction } from 'i18next'
import type { GridColumn } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatScore } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from './findings.module.css'
import type { FirmnessRow } from './firmnessModel.ts'
import {
  borderText,
  type FirmnessNames,
  markText,
  moversText,
  oddsText,
  weightText,
} from './firmnessWords.ts'

const WIDTHS = {
  zh: { account: 140, tier: 96, border: 84, mark: 250, movers: 140, weight: 220, odds: 236 },
  en: { account: 130, tier: 116, border: 100, mark: 260, movers: 140, weight: 230, odds: 280 },
} as const

/** The list of accounts by fragility: what would move each, and the odds of its tiers. All read-only. */
export function firmnessColumns(names: FirmnessNames, t: TFunction): GridColumn<FirmnessRow>[] {
  const { accounts } = names.model.data
  const widths = WIDTHS[spokenLanguage()]
  const text = (
    id: 'mark' | 'movers' | 'weight',
    read: (row: FirmnessRow) => string,
    sortKey: (row: FirmnessRow) => number | null,
  ): GridColumn<FirmnessRow> => ({
    ...{ id, kind: 'text', title: t(`findings.firmness.column.${id}`), width: widths[id] },
    mostWidth: widths[id] * 2,
    read: (row) => read(row) || null,
    sortKey,
  })
  return [
    {
      id: 'account',
      title: t('scoring.column.account'),
      kind: 'text',
      width: widths.account,
      pinned: 'left',
      read: ({ at }) => accounts.names[at] ?? '',
      search: ({ at }) => `${accounts.pinyin[at] ?? ''} ${accounts.codes[at] ?? ''}`,
    },
    {
      id: 'score',
      title: t('scoring.column.total'),
      kind: 'number',
      width: 64,
      pinned: 'left',
      scale: 10,
      read: ({ score }) => score,
      format: (value) => formatScore(typeof value === 'number' ? value : null),
      cellClass: () => styles.total ?? '',
    },
    {
      id: 'tier',
      title: t('scoring.column.tier'),
      kind: 'text',
      width: widths.tier,
      pinned: 'left',
      read: ({ at }) => t(`app.tier.${names.model.standing(at)}`),
      draw: ({ row, text: word }, into) => into.append(standingElement(names.model.standing(row.at), word)),
    },
    {
      id: 'border',
      title: t('findings.firmness.column.border'),
      kind: 'text',
      width: widths.border,
      read: (row) => borderText(row) || null,
      sortKey: ({ border }) => (border === null ? null : Math.abs(border.distance)),
    },
    ...(names.firmness.odds === null ? [] : [oddsColumn(t)]),
    text(
      'mark',
      (row) => markText(row, names, t),
      ({ grades }) => grades,
    ),
    text(
      'movers',
      (row) => moversText(row, names, t),
      ({ movers }) => -movers.length,
    ),
    text(
      'weight',
      (row) => weightText(row, names, t),
      ({ weight }) => (weight === null ? null : Math.abs(weight.to - weight.from)),
    ),
  ]
}

const oddsColumn = (t: TFunction): GridColumn<FirmnessRow> => ({
  id: 'odds',
  title: t('findings.firmness.column.odds'),
  kind: 'text',
  width: WIDTHS[spokenLanguage()].odds,
  mostWidth: 400,
  read: (row) => oddsText(row, t) || null,
  sortKey: ({ odds }) => Math.max(0, ...odds.map(({ share }) => share)),
  cellClass: () => styles.oddsCell ?? '',
  draw: ({ row, text }, into) => {
    into.append(barElement(row), spanElement(styles.oddsText, text))
  },
})

/** The odds as one bar, tier by tier, best first. */
function barElement({ odds }: FirmnessRow): HTMLElement {
  const bar = spanElement(styles.bar)
  bar.ariaHidden = 'true'
  for (const { standing, share } of odds) {
    const part = spanElement(styles.part)
    part.dataset.tier = standing
    part.style.width = `${share * 100}%`
    bar.append(part)
  }
  return bar
}
