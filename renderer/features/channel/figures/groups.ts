import type { TFunction } from 'i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { Figures } from '../../../../db/channel/figures/contract.ts'
import { CLOCKS } from '../../../../db/channel/requests/rules/clocks.ts'
import type { Span } from '../../../../db/channel/rules/periods.ts'
import type { Report } from './report.ts'

/** What figures are told apart by. */
export const GROUPS = ['tiers', 'managers', 'kinds', 'months'] as const
export type Group = (typeof GROUPS)[number]

/** Figures with the name of what they are of. */
export interface FigureRow {
  readonly key: string
  readonly name: string
  readonly figures: Figures
}

/** The rows of a group. */
export function groupRows(report: Report, by: Group, t: TFunction): readonly FigureRow[] {
  switch (by) {
    case 'tiers':
      return report.tiers.map(({ tier, figures }) => ({
        key: tier ?? 'none',
        name: tier === null ? t('effort.noTier') : t(`app.tier.${tier}`),
        figures,
      }))
    case 'managers':
      return report.managers.map(({ memberId, member, figures }) => ({
        key: memberId ?? 'none',
        name: memberId === null ? t('figures.nobody') : member,
        figures,
      }))
    case 'kinds':
      return report.kinds.map(({ kind, figures }) => ({
        key: kind,
        name: t(`channel.requestKind.${kind}`),
        figures,
      }))
    case 'months':
      return report.months.map(({ from, figures }) => ({ key: from, name: from.slice(0, 7), figures }))
  }
}

const percent = (tenths: number | null): number | null => (tenths === null ? null : tenths / 10)

/** All figures of a group as a table to hand over: rates in percent, times in working minutes. */
export function groupTable(report: Report, by: Group, { from, until }: Span, t: TFunction): ShownTable {
  const number = (header: string) => ({ header, kind: 'number' as const, width: 12 })
  const clockHeaders = CLOCKS.flatMap((clock) =>
    (['rate', 'onTime', 'missed', 'pending', 'p50', 'p90'] as const).map((part) =>
      number(`${t(`requests.clock.${clock}`)} ${t(`figures.part.${part}`)}`),
    ),
  )
  const values = ({ requests, clocks, reopenRate, promises, cadence }: Figures) => [
    requests,
    ...CLOCKS.flatMap((clock) => {
      const { rate, onTime, missed, pending, p50, p90 } = clocks[clock]
      return [percent(rate), onTime, missed, pending, p50, p90]
    }),
    percent(reopenRate),
    percent(promises?.rate ?? null),
    percent(cadence?.rate ?? null),
  ]
  const rows = [...groupRows(report, by, t), { key: 'all', name: t('figures.all'), figures: report.all }]
  return {
    title: `${t('figures.title')} ${t(`figures.by.${by}`)} ${from} ${until}`,
    finding: '',
    columns: [
      { header: t(`figures.by.${by}`), kind: 'text', width: 16 },
      number(t('figures.requests')),
      ...clockHeaders,
      number(t('figures.reopenRate')),
      number(t('figures.promises')),
      number(t('figures.cadence')),
    ],
    rows: rows.map(({ name, figures }) => [name, ...values(figures)]),
  }
}
