import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement, CellBallot } from '../../../../db/evaluation/consensus/contract.ts'
import { MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatMoment } from '../../../ui/format.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import type { Entrance } from '../ballots/useEnter.tsx'
import { nearestMark } from './cellFigures.ts'
import styles from './consensus.module.css'
import { type ConsensusModel, markText } from './consensusModel.ts'
import { type Agreeing, type Decision, useAgree } from './useAgree.ts'

/** What the meeting agreed on for a cell, or the way to agree on it here. */
export function CellAgreement({
  model,
  cell,
  agreement,
  mean,
  ballots,
  entrance,
}: {
  readonly model: ConsensusModel
  readonly cell: Pick<Decision, 'accountId' | 'indicatorId'>
  readonly agreement: Agreement | null
  /** hundredths; 0 without ballots */
  readonly mean: number
  readonly ballots: readonly CellBallot[]
  readonly entrance: Entrance
}) {
  const { t } = useTranslation()
  const agreeing = useAgree(model.data.roundId, entrance.ask, { toast: true })
  const isOpen = model.data.state === 'consensus'
  return (
    <div className={styles.agreement}>
      {agreement && <Agreed agreement={agreement} />}
      {agreement && isOpen && (
        <Button size="small" loading={agreeing.pending} onClick={() => void agreeing.disagree(cell)}>
          {t('consensus.takeBack')}
        </Button>
      )}
      {!agreement && isOpen && ballots.length > 0 && (
        <AgreeForm cell={cell} start={nearestMark(mean)} agreeing={agreeing} />
      )}
      {agreeing.problem && <ErrorNote problem={agreeing.problem} />}
    </div>
  )
}

function Agreed({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation()
  const { mark, reason, by, at } = agreement
  return (
    <>
      <p>
        <strong>{t('consensus.agreedOn', { mark: markText(mark) })}</strong>{' '}
        <span className={styles.small}>
          {by} {formatMoment(at, spokenLanguage(), t('app.status.today'))}
        </span>
      </p>
      {reason !== '' && <p>{reason}</p>}
      {agreement.arguments.map(({ memberId, name, text }) => (
        <p key={memberId} className={styles.remark}>
          {t('consensus.said', { name, text })}
        </p>
      ))}
    </>
  )
}

function AgreeForm({
  cell,
  start,
  agreeing,
}: {
  readonly cell: Pick<Decision, 'accountId' | 'indicatorId'>
  readonly start: Mark
  readonly agreeing: Agreeing
}) {
  const { t } = useTranslation()
  const [mark, setMark] = useState<Mark>(start)
  const [reason, setReason] = useState('')
  const send = (): void => void agreeing.agree({ ...cell, mark: mark * 100, reason, arguments: [] })
  return (
    <>
      <fieldset className={styles.marks} aria-label={t('consensus.agreedMark')}>
        {MARKS.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.markButton}
            aria-pressed={each === mark}
            onClick={() => setMark(each)}
          >
            {each}
          </button>
        ))}
      </fieldset>
      <div className={styles.agreeLine}>
        <Input
          value={reason}
          maxLength={500}
          placeholder={t('consensus.reason')}
          aria-label={t('consensus.reason')}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) send()
          }}
        />
        <Button loading={agreeing.pending} onClick={send}>
          {t('consensus.agree')}
        </Button>
      </div>
    </>
  )
}
