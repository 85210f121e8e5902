import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ROUND_STATES, type RoundState } from '../../../../db/evaluation/rules/roundStates.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Avatar } from '../../../ui/bits.tsx'
import { CheckOutlined, RightOutlined } from '../../../ui/icons.tsx'
import styles from './ballots.module.css'
import { pathOf } from './paths.ts'
import { setEntered, useEntered } from './ticket.ts'

/** The way of a round with ballots, state by state, and who is at it. */
export function RoundSteps({
  roundId,
  state,
  presence = true,
}: {
  readonly roundId: string
  readonly state: RoundState
  /** false where the screen has a way out of its own */
  readonly presence?: boolean
}) {
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
      {presence && <Presence roundId={roundId} />}
    </nav>
  )
}

/** Who has entered in this window, and their way out: nobody else may act in their name. */
function Presence({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation()
  const entered = useEntered(roundId)
  const leave = useCommand(engine.ballots.leave, { toast: false, tellProblem: false })
  if (!entered) return null
  const go = async (): Promise<void> => {
    setEntered(null)
    await leave.run({ roundId, ticket: entered.ticket })
  }
  return (
    <span className={styles.presence}>
      <Avatar name={entered.name} />
      {t('ballots.presence', { name: entered.name })}
      <Button type="link" size="small" onClick={() => void go()}>
        {t('ballots.ballot.leave')}
      </Button>
    </span>
  )
}
