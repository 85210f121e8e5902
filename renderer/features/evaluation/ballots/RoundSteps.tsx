import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ROUND_STATES, type RoundState } from '../../../../db/evaluation/rules/roundStates.ts'
import { CheckOutlined, RightOutlined } from '../../../ui/icons.tsx'
import styles from './ballots.module.css'
import { pathOf } from './paths.ts'

/** The way of a round with ballots, state by state; what lies behind can be looked at again. */
export function RoundSteps({ roundId, state }: { readonly roundId: string; readonly state: RoundState }) {
  const { t } = useTranslation()
  const now = ROUND_STATES.indexOf(state)
  const steps = ROUND_STATES.filter((step) => step !== 'archived' || state === 'archived')
  return (
    <nav className={styles.steps} aria-label={t('ballots.steps')}>
      {steps.map((step, at) => (
        <span key={step} className={styles.stepItem}>
          {at > 0 && <RightOutlined className={styles.stepArrow} aria-hidden="true" />}
          {at > now ? (
            <span className={styles.step}>{t(`ballots.step.${step}`)}</span>
          ) : (
            <Link
              className={styles.step ?? ''}
              to={pathOf(roundId, step)}
              aria-current={step === state ? 'step' : undefined}
            >
              {at < now && <CheckOutlined aria-hidden="true" />}
              {t(`ballots.step.${step}`)}
            </Link>
          )}
        </span>
      ))}
    </nav>
  )
}
