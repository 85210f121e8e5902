import { useTranslation } from 'react-i18next'
import { formatNumber } from './format.ts'
import { StatusItem, StatusItems } from './slots.tsx'

/** Count, sum and average of the selected cells, in the status bar, as Excel shows them. */
export function SelectionStatus({
  summary,
}: {
  readonly summary: {
    readonly count: number
    readonly numericCount: number
    readonly sum: number
    readonly average: number | null
  }
}) {
  const { t } = useTranslation()
  return (
    <StatusItems>
      <StatusItem label={t('app.status.count')} value={formatNumber(summary.count)} />
      {summary.numericCount > 0 && (
        <>
          <StatusItem label={t('app.status.sum')} value={formatNumber(summary.sum, 2)} />
          {summary.average !== null && (
            <StatusItem label={t('app.status.average')} value={formatNumber(summary.average, 2)} />
          )}
        </>
      )}
    </StatusItems>
  )
}
