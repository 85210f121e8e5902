import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { TeamOutlined } from '../../../ui/icons.tsx'
import styles from './consensus.module.css'
import type { ConsensusModel } from './consensusModel.ts'
import { TakeAlong } from './TakeAlong.tsx'

/** The meeting, what can be taken along, and the step to approval; the next of them is the page's primary button. */
export function ConsensusActions({
  model,
  pending,
  submit,
}: {
  readonly model: ConsensusModel
  readonly pending: boolean
  readonly submit: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { roundId, state } = model.data
  const isOpen = state === 'consensus'
  const open = model.discords - model.settled
  return (
    <>
      <TakeAlong model={model} />
      {isOpen && model.discords > 0 && (
        <Button
          icon={<TeamOutlined />}
          type={open > 0 ? 'primary' : 'default'}
          title={t('consensus.meeting.open')}
          aria-label={t('consensus.meeting.open')}
          onClick={() => void navigate(`/evaluation/rounds/${roundId}/meeting`)}
        >
          <span className={styles.label}>{t('consensus.meeting.open')}</span>
        </Button>
      )}
      {isOpen && (
        <Button type={open > 0 ? 'default' : 'primary'} loading={pending} onClick={submit}>
          {t('consensus.submit')}
        </Button>
      )}
    </>
  )
}
