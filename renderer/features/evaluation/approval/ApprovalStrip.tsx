import { Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import styles from './approval.module.css'
import { APPROVAL_FILTERS, type ApprovalCounts, type ApprovalFilter } from './approvalRows.ts'

/** How many accounts rise, fall, are held …: each count shows its accounts. And how far signing is. */
export function ApprovalStrip({
  counts,
  isOver,
  filter,
  onFilter,
  onSearch,
}: {
  readonly counts: ApprovalCounts
  /** the round is published: nothing is left to sign */
  readonly isOver: boolean
  readonly filter: ApprovalFilter
  readonly onFilter: (filter: ApprovalFilter) => void
  readonly onSearch: (text: string) => void
}) {
  const { t } = useTranslation()
  const { by, signed, stale } = counts
  return (
    <div className={styles.strip}>
      <Segmented<ApprovalFilter>
        aria-label={t('approval.filter.label')}
        value={filter}
        onChange={onFilter}
        options={APPROVAL_FILTERS.filter((each) => by[each] > 0 || ALWAYS.has(each)).map((value) => ({
          value,
          label: (
            <>
              {t(value === 'due' && isOver ? 'approval.filter.decided' : `approval.filter.${value}`)}{' '}
              <strong>{formatNumber(by[value])}</strong>
            </>
          ),
        }))}
      />
      {!isOver && (
        <span className={styles.progress}>
          {t('approval.signed', { signed, due: by.due })}
          <ProgressLine done={signed} of={Math.max(1, by.due)} label={t('approval.signedLabel')} width={72} />
          {stale > 0 && <strong className={styles.late}>{t('approval.stale', { count: stale })}</strong>}
        </span>
      )}
      <Input.Search
        className={styles.search ?? ''}
        allowClear
        placeholder={t('approval.search')}
        aria-label={t('approval.search')}
        onChange={(event) => onSearch(event.target.value)}
      />
    </div>
  )
}

/** Filters that are offered though they show nobody: how many rise and fall is told in any case. */
const ALWAYS: ReadonlySet<ApprovalFilter> = new Set([
  'due',
  'promotion',
  'demotion',
  'demotionHeld',
  'carried',
  'same',
  'all',
])
