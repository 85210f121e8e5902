import type { TFunction } from 'i18next'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { weightyShare } from '../../../../db/channel/effort/rules/report.ts'
import type { Span } from '../../../../db/channel/rules/periods.ts'
import type { Chart } from '../chart/ChartSection.tsx'
import type { Report } from './report.ts'

/** Tenths of a percent as people read them; empty where there is none. */
export const shareText = (tenths: number | null): string =>
  tenths === null ? '' : `${(tenths / 10).toFixed(1).replace(/\.0$/, '')}%`

/** A tier's name, or that it has none. */
export const tierName = (tier: Report['tiers'][number]['tier'], t: TFunction): string =>
  tier === null ? t('effort.noTier') : t(`app.tier.${tier}`)

/** The share of effort that each tier got beside the one that policies mean for it, with the 80/20 as its finding. */
export function shareChart({ tiers }: Pick<Report, 'tiers'>, { from, until }: Span, t: TFunction): Chart {
  const weighty = weightyShare(tiers)
  const finding =
    weighty === null
      ? t('effort.findingNone')
      : t('effort.finding', { share: shareText(weighty.share), target: `${weighty.target}%` })
  return {
    finding,
    drawn: t('effort.drawn', { from, until }),
    meant: t('effort.meant'),
    columns: tiers.map(({ tier, minutes, share, target }) => ({
      key: tier ?? 'none',
      label: tierName(tier, t),
      value: share === null ? null : share / 10,
      text: shareText(share),
      remark: minutesText(minutes),
      target,
    })),
    table: {
      title: `${t('effort.title')} ${from} ${until}`,
      columns: [
        { header: t('effort.field.tier'), kind: 'text', width: 14 },
        { header: t('effort.field.minutes'), kind: 'number', width: 10 },
        { header: t('effort.field.share'), kind: 'number', width: 10 },
        { header: t('effort.field.target'), kind: 'number', width: 10 },
      ],
      rows: tiers.map(({ tier, minutes, share, target }) => [
        tierName(tier, t),
        minutes,
        share === null ? null : share / 10,
        target,
      ]),
    },
  }
}
