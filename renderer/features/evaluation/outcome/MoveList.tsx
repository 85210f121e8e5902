import { useTranslation } from 'react-i18next'
import { formatScore } from '../../../ui/format.ts'
import { ArrowDownOutlined, ArrowUpOutlined } from '../../../ui/icons.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { Finding } from './Finding.tsx'
import styles from './outcome.module.css'
import { migrations, movesOf, type Tried } from './whatIf.ts'

/** How many accounts are listed; the rest is counted. */
const MOST_LISTED = 100

/** Who would change tier by a trial, and how many from where to where. */
export function MoveList({
  model,
  tried,
  isChanged,
}: {
  readonly model: ScoringModel
  readonly tried: Tried
  readonly isChanged: boolean
}) {
  const { t } = useTranslation()
  const moves = isChanged ? movesOf(model, tried) : []
  const up = moves.filter(({ direction }) => direction === 'up').length
  const title =
    moves.length > 0
      ? t('scoring.outcome.moves', { count: moves.length, up, down: moves.length - up })
      : t(isChanged ? 'scoring.outcome.noMoves' : 'scoring.outcome.noChange')
  return (
    <Finding title={title} drawn={t('scoring.outcome.movesDrawn')}>
      <ul className={styles.migrations} aria-label={t('scoring.outcome.movesDrawn')}>
        {migrations(moves).map(({ from, to, direction, count }) => (
          <li key={`${from} ${to}`}>
            <TierTag standing={from} />
            <Direction direction={direction} />
            <TierTag standing={to} />
            <strong>{t('scoring.shape.accounts', { count })}</strong>
          </li>
        ))}
      </ul>
      {moves.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('scoring.outcome.account')}</th>
              <th>{t('scoring.outcome.from')}</th>
              <th>{t('scoring.outcome.to')}</th>
              <th className={styles.right}>{t('scoring.outcome.score')}</th>
            </tr>
          </thead>
          <tbody>
            {moves.slice(0, MOST_LISTED).map(({ row, from, to, direction, score }) => (
              <tr key={model.accountId(row)}>
                <td>{model.accountName(row)}</td>
                <td>
                  <TierTag standing={from} />
                </td>
                <td>
                  <Direction direction={direction} /> <TierTag standing={to} />
                </td>
                <td className={styles.right}>
                  {formatScore(model.score(row))} → <strong>{formatScore(score)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moves.length > MOST_LISTED && (
        <p className={styles.remark}>
          {t('scoring.outcome.movesMore', { shown: MOST_LISTED, count: moves.length })}
        </p>
      )}
    </Finding>
  )
}

function Direction({ direction }: { readonly direction: 'up' | 'down' }) {
  return direction === 'up' ? (
    <ArrowUpOutlined className={styles.up} />
  ) : (
    <ArrowDownOutlined className={styles.down} />
  )
}
