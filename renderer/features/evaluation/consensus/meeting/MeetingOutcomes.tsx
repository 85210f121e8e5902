import { useTranslation } from 'react-i18next'
import type { Mark } from '../../../../../db/evaluation/rules/marks.ts'
import { formatScore } from '../../../../ui/format.ts'
import type { ConsensusModel } from '../consensusModel.ts'
import { outcomesOf, tierEffect } from '../outcomes.ts'
import { BigTier } from './BigTier.tsx'
import { effectText } from './effectText.ts'
import styles from './side.module.css'

/** Score and tier for each of the five marks, and in a sentence which of them changes the tier. */
export function MeetingOutcomes({
  model,
  row,
  column,
  chosen,
}: {
  readonly model: ConsensusModel
  readonly row: number
  readonly column: number
  readonly chosen: Mark
}) {
  const { t } = useTranslation()
  const outcomes = outcomesOf(model, row, column)
  const effect = model.isOverdue(row)
    ? t('consensus.meeting.effect.overdue')
    : effectText(tierEffect(outcomes, model.previous(row)), t)
  const isOpen = model.state(row, column) === 'discord'
  const others = model.openDiscords(row) - (isOpen ? 1 : 0)
  const leftOut = model.data.rules.pooling === 'consensus' && others > 0
  return (
    <section className={styles.outcomes}>
      <h2>{t('consensus.meeting.after')}</h2>
      <ol>
        {outcomes.map(({ mark, tenths, standing }) => (
          <li key={mark} data-chosen={mark === chosen ? '' : undefined}>
            <span>{t('consensus.meeting.points', { points: mark })}</span>
            <span>{formatScore(tenths)}</span>
            <BigTier standing={standing} />
          </li>
        ))}
      </ol>
      <p>{effect}</p>
      {leftOut && <p>{t('consensus.meeting.effect.others', { count: others })}</p>}
    </section>
  )
}
