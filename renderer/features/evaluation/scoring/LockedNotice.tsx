import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatMoment } from '../../../ui/format.ts'
import { EditOutlined, LockOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { Notice } from './ScoringNotices.tsx'
import styles from './scoring.module.css'

/** Says that a round is published, leads to its result, and opens it again for a reason. */
export function LockedNotice({
  roundId,
  revision,
  archived = false,
}: {
  readonly roundId: string
  readonly revision: number
  /** put away: taken out again from the list of rounds */
  readonly archived?: boolean
}) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const { data } = useQuery(api.rounds.publications.queryOptions({ input: { roundId } }))
  const newest = data?.[0]
  return (
    <Notice
      kind="plain"
      icon={<LockOutlined />}
      actions={
        !asking && (
          <>
            {newest && (
              <Link to={`/evaluation/rounds/${roundId}/results/${newest.id}`}>
                {t('scoring.locked.result')}
              </Link>
            )}
            {archived ? (
              <span>{t('ballots.stateNow.archived')}</span>
            ) : (
              <Button onClick={() => setAsking(true)}>{t('scoring.locked.reopen')}</Button>
            )}
          </>
        )
      }
    >
      <strong>
        {newest &&
          t('scoring.locked.title', {
            revision: newest.revision,
            when: formatMoment(newest.publishedAt, spokenLanguage(), t('app.status.today')),
            who: newest.publishedBy,
          })}
      </strong>{' '}
      {t('scoring.locked.read')}
      {asking && (
        <ReopenForm
          roundId={roundId}
          next={(newest?.revision ?? revision) + 1}
          close={() => setAsking(false)}
        />
      )}
    </Notice>
  )
}

/** Says of a reopened round which revision is being made, and why. */
export function RevisingNotice({
  roundId,
  revision,
}: {
  readonly roundId: string
  /** of the newest publication */
  readonly revision: number
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.rounds.publications.queryOptions({ input: { roundId } }))
  const newest = data?.[0]
  if (!newest?.reopened) return null
  return (
    <Notice
      kind="plain"
      icon={<EditOutlined />}
      actions={
        <Link to={`/evaluation/rounds/${roundId}/results/${newest.id}`}>{t('scoring.locked.result')}</Link>
      }
    >
      <strong>{t('scoring.revising', { revision: revision + 1 })}</strong> {newest.reopened.reason}
    </Notice>
  )
}

function ReopenForm({
  roundId,
  next,
  close,
}: {
  readonly roundId: string
  readonly next: number
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const reopen = useCommand(engine.rounds.reopen, { tellProblem: false })
  const send = async (): Promise<void> => {
    if (reason.trim() === '') return
    const outcome = await reopen.run({ roundId, reason })
    if (outcome.ok) close()
  }
  return (
    <>
      <form
        className={styles.reason}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Input
          autoFocus
          aria-label={t('scoring.locked.reason')}
          placeholder={`${t('scoring.locked.reason')} ${t('scoring.locked.reasonHint', { revision: next })}`}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button htmlType="submit" disabled={reason.trim() === ''} loading={reopen.pending}>
          {t('scoring.locked.reopen')}
        </Button>
        <Button type="text" onClick={close}>
          {t('scoring.locked.cancel')}
        </Button>
      </form>
      {reopen.problem && <ErrorNote problem={reopen.problem} />}
    </>
  )
}
