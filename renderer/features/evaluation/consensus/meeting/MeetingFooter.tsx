import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../../../db/evaluation/consensus/contract.ts'
import { MARKS, type Mark } from '../../../../../db/evaluation/rules/marks.ts'
import { ArrowRightOutlined } from '../../../../ui/icons.tsx'
import { gradeOf } from '../../scoring/cellFacts.ts'
import styles from './meeting.module.css'
import type { CellDraft } from './useMeeting.ts'

/** The decision: a mark, the reason, and on to the next cell. */
export function MeetingFooter({
  agreement,
  draft,
  chosen,
  change,
  pending,
  ready,
  record,
  skip,
}: {
  readonly agreement: Agreement | null
  readonly draft: CellDraft
  readonly chosen: Mark
  readonly change: (change: Partial<CellDraft>) => void
  readonly pending: boolean
  /** whether the cell's ballots are known: without them there is nothing to decide on */
  readonly ready: boolean
  readonly record: () => void
  readonly skip: () => void
}) {
  const { t } = useTranslation()
  return (
    <footer className={styles.footer}>
      <strong className={styles.footerTitle}>{t('consensus.meeting.decision')}</strong>
      <div className={styles.choices}>
        {MARKS.map((mark, at) => (
          <button
            key={mark}
            type="button"
            className={styles.choice}
            aria-pressed={mark === chosen}
            onClick={() => change({ mark })}
          >
            <strong className={styles.choiceMark}>{mark}</strong>
            <span>
              {t(`scoring.grade.${gradeOf(mark)}`)} {t('consensus.meeting.key', { key: at + 1 })}
            </span>
          </button>
        ))}
      </div>
      <label className={styles.reason}>
        <span>{t('consensus.meeting.reason')}</span>
        <input
          value={draft.reason}
          maxLength={500}
          onChange={(event) => change({ reason: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            record()
          }}
        />
      </label>
      <button type="button" className={styles.skip} onClick={skip}>
        {t('consensus.meeting.skip')}
      </button>
      <button type="button" className={styles.record} disabled={pending || !ready} onClick={record}>
        {t(agreement ? 'consensus.meeting.change' : 'consensus.meeting.record')}
        <ArrowRightOutlined />
      </button>
    </footer>
  )
}
