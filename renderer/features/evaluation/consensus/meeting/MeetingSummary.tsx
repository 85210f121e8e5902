import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { FileDoneOutlined, FilePdfOutlined } from '../../../../ui/icons.tsx'
import type { AgendaCell } from '../agenda.ts'
import { type ConsensusModel, markText } from '../consensusModel.ts'
import { useMinutes } from '../TakeAlong.tsx'
import { BigTier } from './BigTier.tsx'
import styles from './summary.module.css'

/** What the meeting came to: every cell of its agenda, agreed on or left open, and the minutes to take along. */
export function MeetingSummary({
  model,
  agenda,
  again,
  leave,
}: {
  readonly model: ConsensusModel
  readonly agenda: readonly AgendaCell[]
  readonly again: () => void
  readonly leave: () => void
}) {
  const { t } = useTranslation()
  const { take, busy } = useMinutes(model.data.roundId)
  const isOpen = model.data.state === 'consensus'
  return (
    <div className={styles.summary}>
      <div className={styles.summaryHead}>
        <div>
          <h1>{t('consensus.meeting.summary.title')}</h1>
          <p className={styles.finding}>{findingOf(model, agenda, t)}</p>
        </div>
        <div className={styles.summaryTools}>
          {isOpen && agenda.length > 0 && (
            <Button size="large" onClick={again}>
              {t('consensus.meeting.summary.again')}
            </Button>
          )}
          <Button size="large" icon={<FileDoneOutlined />} loading={busy} onClick={() => void take('docx')}>
            {t('consensus.export.docx')}
          </Button>
          <Button size="large" icon={<FilePdfOutlined />} loading={busy} onClick={() => void take('pdf')}>
            {t('consensus.export.pdf')}
          </Button>
          <Button size="large" type="primary" onClick={leave}>
            {t('consensus.meeting.summary.back')}
          </Button>
        </div>
      </div>
      {agenda.length > 0 && <Decisions model={model} agenda={agenda} />}
    </div>
  )
}

function findingOf(model: ConsensusModel, agenda: readonly AgendaCell[], t: TFunction): string {
  const count = agenda.length
  const settled = agenda.filter(({ row, column }) => model.agreement(row, column) !== null).length
  if (count === 0) return t('consensus.meeting.summary.none')
  const found =
    settled === count
      ? t('consensus.meeting.summary.all', { count })
      : t('consensus.meeting.summary.some', { count, settled, open: count - settled })
  return model.data.state === 'consensus' ? found : `${t('consensus.meeting.summary.closed')} ${found}`
}

function Decisions({
  model,
  agenda,
}: {
  readonly model: ConsensusModel
  readonly agenda: readonly AgendaCell[]
}) {
  const { t } = useTranslation()
  const { accounts, sheet } = model.data
  return (
    <table className={styles.decisions}>
      <thead>
        <tr>
          {(['account', 'indicator', 'mark', 'tier', 'why'] as const).map((head) => (
            <th key={head}>{t(`consensus.meeting.summary.${head}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agenda.map(({ row, column }) => {
          const agreement = model.agreement(row, column)
          return (
            <tr key={`${row} ${column}`}>
              <th scope="row">{accounts.names[row]}</th>
              <td>{sheet.indicators[column]?.name}</td>
              <td>
                {agreement ? (
                  <strong>{markText(agreement.mark)}</strong>
                ) : (
                  <span className={styles.open}>{t('consensus.meeting.summary.open')}</span>
                )}
              </td>
              <td>
                <BigTier standing={model.standing(row)} />
              </td>
              <td>
                {agreement?.reason}
                {agreement?.arguments.map(({ memberId, name, text }) => (
                  <p key={memberId}>{t('consensus.said', { name, text })}</p>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
