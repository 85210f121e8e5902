import { useTranslation } from 'react-i18next'
import { formatNumber, formatWeight } from '../../../../ui/format.ts'
import { type CellFigures, discordPercent } from '../cellFigures.ts'
import { type ConsensusModel, markText } from '../consensusModel.ts'
import styles from './rows.module.css'

/** Which cell is talked about, how far the ballots are apart, and what was agreed on already. */
export function CellHead({
  model,
  row,
  column,
  figures: { ballots, mean },
}: {
  readonly model: ConsensusModel
  readonly row: number
  readonly column: number
  readonly figures: CellFigures
}) {
  const { t } = useTranslation()
  const { accounts, sheet, rules } = model.data
  const range = model.range(row, column)
  const agreement = model.agreement(row, column)
  const { discord } = rules
  return (
    <div className={styles.head}>
      <div className={styles.headLine}>
        <h1>{accounts.names[row]}</h1>
        <span className={styles.indicator}>{sheet.indicators[column]?.name}</span>
        <span className={styles.weight}>
          {t('consensus.meeting.weight')} <strong>{formatWeight(model.weights[column] ?? 0)}</strong>
        </span>
      </div>
      <p className={styles.spread}>
        <span>
          {t('consensus.meeting.mean', { count: ballots })} <strong>{(mean / 100).toFixed(2)}</strong>
        </span>
        <span>
          {t('consensus.meeting.spread')} <strong>{t('consensus.meeting.points', { points: range })}</strong>
        </span>
        <span>
          {t('consensus.meeting.discord')} <strong>{discordPercent(range)}%</strong>
          {t('consensus.meeting.effect.join')}
          {discord.kind === 'range'
            ? t('consensus.meeting.ruleRange', { points: discord.atLeast })
            : t('consensus.meeting.ruleDeviation', { points: formatNumber(discord.atLeast / 100, 2) })}
        </span>
        {agreement && (
          <strong className={styles.already}>
            {t('consensus.meeting.already', { mark: markText(agreement.mark), by: agreement.by })}
          </strong>
        )}
      </p>
    </div>
  )
}
