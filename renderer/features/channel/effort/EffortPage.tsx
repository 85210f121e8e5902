import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSettings } from '../../../client/settings.ts'
import { EffortLedger } from './EffortLedger.tsx'
import { EffortReport } from './EffortReport.tsx'
import { TimerControl } from './TimerControl.tsx'

const VIEWS = ['report', 'ledger'] as const
const WHOSE = ['all', 'mine'] as const
const NOTHING_YET = { accountId: null, subject: 'account', subjectId: null } as const

/** The effort ledger 投入台账 (A9): where our hours went and were meant to go, and its lines. The view stands in the address. */
export function EffortPage() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const [search, setSearch] = useSearchParams()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'report'
  const mine = me !== null && search.get('whose') === 'mine'
  const choose = (name: 'view' | 'whose', value: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        next.set(name, value)
        next.delete('id')
        return next
      },
      { replace: true },
    )
  const actions = (
    <>
      {view === 'ledger' && me !== null && (
        <Segmented
          aria-label={t('effort.whose.label')}
          value={mine ? 'mine' : 'all'}
          onChange={(value) => choose('whose', value)}
          options={WHOSE.map((value) => ({ value, label: t(`effort.whose.${value}`) }))}
        />
      )}
      <Segmented
        aria-label={t('effort.view.label')}
        value={view}
        onChange={(value) => choose('view', value)}
        options={VIEWS.map((value) => ({ value, label: t(`effort.view.${value}`) }))}
      />
      <TimerControl about={NOTHING_YET} />
    </>
  )
  return view === 'ledger' ? (
    <EffortLedger actions={actions} mine={mine} />
  ) : (
    <EffortReport actions={actions} />
  )
}
