import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap, ProgressLine } from '../../../../ui/bits.tsx'
import { ClockCircleOutlined, TeamOutlined } from '../../../../ui/icons.tsx'
import type { ConsensusModel } from '../consensusModel.ts'
import styles from './meeting.module.css'
import type { Meeting } from './useMeeting.ts'

/** Which meeting, how far it is, how long the cell at hand has taken, and the way out. */
export function MeetingHeader({
  model,
  meeting: { agenda, at },
  title,
  leave,
}: {
  readonly model: ConsensusModel
  readonly meeting: Meeting
  readonly title: string
  readonly leave: () => void
}) {
  const { t } = useTranslation()
  const { evaluators } = model.data
  const leader = evaluators.find(({ seat }) => seat === 'leader')
  const late = evaluators.filter((evaluator) => evaluator.late).length
  return (
    <header className={styles.header}>
      <strong className={styles.title}>{title}</strong>
      {leader && <span>{t('consensus.meeting.leader', { name: leader.name })}</span>}
      <span className={styles.withIcon}>
        <TeamOutlined />
        {t(late === 0 ? 'consensus.meeting.ballots' : 'consensus.meeting.ballotsLate', {
          count: evaluators.length - late,
          late,
        })}
      </span>
      <span className={styles.headerEnd}>
        <Dashes model={model} agenda={agenda} at={at} />
        {at < agenda.length && (
          <>
            <span>
              {t('consensus.meeting.progress')} <strong>{at + 1}</strong> / {agenda.length}
            </span>
            <CellClock cell={at} />
          </>
        )}
        <button type="button" className={styles.leave} onClick={leave}>
          <KeyCap>Esc</KeyCap>
          {t('consensus.meeting.leave')}
        </button>
      </span>
    </header>
  )
}

/** More cells than this are a line instead of a dash each. */
const MOST_DASHES = 14

function Dashes({ model, agenda, at }: { readonly model: ConsensusModel } & Pick<Meeting, 'agenda' | 'at'>) {
  const { t } = useTranslation()
  const settled = agenda.filter(({ row, column }) => model.agreement(row, column) !== null).length
  if (agenda.length > MOST_DASHES)
    return <ProgressLine done={settled} of={agenda.length} label={t('consensus.settledLabel')} width={180} />
  return (
    <span
      className={styles.dashes}
      role="progressbar"
      aria-label={t('consensus.settledLabel')}
      aria-valuemin={0}
      aria-valuemax={agenda.length}
      aria-valuenow={settled}
    >
      {agenda.map(({ row, column }, place) => (
        <span
          key={`${row} ${column}`}
          className={styles.dash}
          data-settled={model.agreement(row, column) ? '' : undefined}
          data-now={place === at ? '' : undefined}
        />
      ))}
    </span>
  )
}

/** How long the cell at hand has been talked about, over all its turns. */
function CellClock({ cell }: { readonly cell: number }) {
  const { t } = useTranslation()
  const spent = useRef(new Map<number, number>())
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      spent.current.set(cell, (spent.current.get(cell) ?? 0) + 1)
      tick((count) => count + 1)
    }, 1_000)
    return () => clearInterval(timer)
  }, [cell])
  const seconds = spent.current.get(cell) ?? 0
  return (
    <span className={styles.withIcon}>
      <ClockCircleOutlined />
      {t('consensus.meeting.thisCell')} {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  )
}
