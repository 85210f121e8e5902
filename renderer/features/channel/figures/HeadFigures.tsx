import { useTranslation } from 'react-i18next'
import type { Figures } from '../../../../db/channel/figures/contract.ts'
import styles from './figures.module.css'
import { rateText, workText } from './figureText.ts'

/** The figures that matter most, in a row. */
export function HeadFigures({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation()
  const { requests, clocks, reopenRate, promises, cadence } = figures
  const { first, solution } = clocks
  const spread = ({ p50, p90 }: typeof first): string =>
    p50 === null ? '' : t('figures.spread', { p50: workText(p50, t), p90: workText(p90, t) })
  const shown: readonly (readonly [title: string, value: string, remark: string])[] = [
    [t('figures.requests'), String(requests), ''],
    [t('figures.firstRate'), rateText(first.rate), spread(first)],
    [t('figures.solutionRate'), rateText(solution.rate), spread(solution)],
    [t('figures.reopenRate'), rateText(reopenRate), ''],
    [
      t('figures.promises'),
      rateText(promises?.rate ?? null),
      promises ? t('figures.ofPromises', { kept: promises.kept, all: promises.kept + promises.broken }) : '',
    ],
    [t('figures.cadence'), rateText(cadence?.rate ?? null), cadence?.of ? t('figures.ofDays') : ''],
  ]
  return (
    <dl className={styles.head}>
      {shown.map(([title, value, remark]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <strong>{value}</strong> <span>{remark}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
