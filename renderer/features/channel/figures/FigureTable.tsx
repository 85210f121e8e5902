import { useTranslation } from 'react-i18next'
import type { Figures } from '../../../../db/channel/figures/contract.ts'
import styles from '../chart/chart.module.css'
import { rateText, workText } from './figureText.ts'
import type { FigureRow } from './groups.ts'

/** Figures side by side, all of them together last. */
export function FigureTable({
  rows,
  all,
  of,
}: {
  readonly rows: readonly FigureRow[]
  readonly all: Figures
  /** what the rows are, heading their names */
  readonly of: string
}) {
  const { t } = useTranslation()
  const clock = (name: 'first' | 'update' | 'solution', part: string): string =>
    `${t(`requests.clock.${name}`)} ${part}`
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{t('figures.requests')}</th>
            <th scope="col">{clock('first', t('figures.part.rate'))}</th>
            <th scope="col">{t('figures.halfNine')}</th>
            <th scope="col">{clock('update', t('figures.part.rate'))}</th>
            <th scope="col">{clock('solution', t('figures.part.rate'))}</th>
            <th scope="col">{t('figures.halfNine')}</th>
            <th scope="col">{t('figures.reopenRate')}</th>
            <th scope="col">{t('figures.promises')}</th>
            <th scope="col">{t('figures.cadence')}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows, { key: 'all', name: t('figures.all'), figures: all }].map(({ key, name, figures }) => (
            <Row key={key} name={name} figures={figures} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ name, figures }: { readonly name: string; readonly figures: Figures }) {
  const { t } = useTranslation()
  const { requests, clocks, reopenRate, promises, cadence } = figures
  const { first, update, solution } = clocks
  const half = ({ p50, p90 }: Figures['clocks']['first']): string =>
    p50 === null ? '–' : `${workText(p50, t)} / ${workText(p90, t)}`
  const missed = ({ missed: count }: Figures['clocks']['first']): string =>
    count === 0 ? '' : t('figures.missedCount', { count })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{requests}</td>
      <td title={missed(first)}>{rateText(first.rate)}</td>
      <td className={styles.low}>{half(first)}</td>
      <td title={missed(update)}>{rateText(update.rate)}</td>
      <td title={missed(solution)}>{rateText(solution.rate)}</td>
      <td className={styles.low}>{half(solution)}</td>
      <td>{rateText(reopenRate)}</td>
      <td>{promises === null ? '' : rateText(promises.rate)}</td>
      <td>{cadence === null ? '' : rateText(cadence.rate)}</td>
    </tr>
  )
}
