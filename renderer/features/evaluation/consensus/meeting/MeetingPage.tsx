import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useEnter } from '../../ballots/useEnter.tsx'
import type { ConsensusModel } from '../consensusModel.ts'
import { RevealedPage } from '../RevealedPage.tsx'
import { useAgree } from '../useAgree.ts'
import { MeetingCell } from './MeetingCell.tsx'
import { MeetingHeader } from './MeetingHeader.tsx'
import { MeetingSummary } from './MeetingSummary.tsx'
import styles from './meeting.module.css'
import { useMeeting } from './useMeeting.ts'
import { useMeetingKeys } from './useMeetingKeys.ts'

/** The meeting 合议会 for a projector: the cells in discord one by one, from the mean to an agreed mark. */
export function MeetingPage() {
  const { t } = useTranslation()
  return (
    <RevealedPage title={t('consensus.meeting.open')}>
      {(model) => <Meeting key={model.data.roundId} model={model} />}
    </RevealedPage>
  )
}

function Meeting({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { roundId, name, state } = model.data
  const entrance = useEnter(roundId)
  const agreeing = useAgree(roundId, entrance.ask, { toast: false })
  const meeting = useMeeting(model)
  const { agenda, at, go } = meeting
  const cell = agenda[at]
  const isOpen = state === 'consensus'
  const leave = (): void => void navigate(`/evaluation/rounds/${roundId}/consensus`)
  const title = t('consensus.meeting.title', { round: name })
  useEffect(() => {
    document.title = title
  }, [title])
  // the chair enters once, before the first cell
  const { ask } = entrance
  useEffect(() => {
    if (isOpen && agenda.length > 0) void ask('chair')
  }, [ask, isOpen, agenda.length])
  useMeetingKeys(
    { choose: () => undefined, step: (by) => go(at + by), record: () => undefined, leave },
    cell === undefined && entrance.dialog === null,
  )
  return (
    <div className={styles.meeting}>
      <MeetingHeader model={model} meeting={meeting} title={title} leave={leave} />
      {cell ? (
        <MeetingCell
          key={at}
          model={model}
          cell={cell}
          meeting={meeting}
          agreeing={agreeing}
          listening={entrance.dialog === null}
          leave={leave}
        />
      ) : (
        <MeetingSummary model={model} agenda={agenda} again={() => go(0)} leave={leave} />
      )}
      {entrance.dialog}
    </div>
  )
}
