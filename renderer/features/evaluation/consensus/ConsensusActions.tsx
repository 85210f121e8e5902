import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Problem } from '../../../i18n/problemText.ts'
import { TeamOutlined } from '../../../ui/icons.tsx'
import { StepButtons } from '../ballots/StepButtons.tsx'
import type { Entrance } from '../ballots/useEnter.tsx'
import styles from './consensus.module.css'
import type { ConsensusModel } from './consensusModel.ts'
import { TakeAlong } from './TakeAlong.tsx'

/** The meeting, what can be taken along, and the steps on and back; what is due next is the page's primary button. */
export function ConsensusActions({
  model,
  ask,
  onProblem,
}: {
  readonly model: ConsensusModel
  readonly ask: Entrance['ask']
  readonly onProblem: (problem: Problem | null) => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { roundId, state, evaluators } = model.data
  const open = model.discords - model.settled
  return (
    <>
      <TakeAlong model={model} />
      {model.discords > 0 && (
        <Button
          icon={<TeamOutlined />}
          type={state === 'consensus' && open > 0 ? 'primary' : 'default'}
          title={t(state === 'consensus' ? 'consensus.meeting.open' : 'consensus.meeting.look')}
          onClick={() => void navigate(`/evaluation/rounds/${roundId}/meeting`)}
        >
          <span className={styles.label}>
            {t(state === 'consensus' ? 'consensus.meeting.open' : 'consensus.meeting.look')}
          </span>
        </Button>
      )}
      {state === 'consensus' && (
        <StepButtons
          roundId={roundId}
          state={state}
          ask={ask}
          evaluators={evaluators.length}
          secondary={open > 0}
          warning={open > 0 ? t('ballots.warning.consensus', { open }) : null}
          onProblem={onProblem}
        />
      )}
    </>
  )
}
