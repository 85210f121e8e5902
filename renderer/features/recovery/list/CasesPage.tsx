import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type CaseRow, caseRows } from '../../../../db/recovery/rules/caseTable.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
import { moneyUnitStore } from '../../../ui/moneyUnit.ts'
import { useStore } from '../../../ui/store.ts'
import { RecoveryList } from '../RecoveryList.tsx'
import { AmongLine } from './AmongLine.tsx'
import { caseColumns } from './caseColumns.ts'
import { useAmong } from './useAmong.ts'
import { type CaseShow, useCaseList } from './useCaseList.ts'

const SHOWS = ['open', 'ended', 'all'] as const satisfies readonly CaseShow[]

/** All cases as a list like a spreadsheet, the gravest first: `/recovery`. What is shown stands in the address. */
export function CasesPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'open'
  const among = useAmong()
  const { data, error, settled } = useCaseList(show, among)
  const remove = useCommand(engine.cases.remove)
  const unit = useStore(moneyUnitStore)
  const rows = useMemo(() => data && caseRows(data), [data])
  const columns = useMemo(() => caseColumns(data?.now ?? 0, unit, t), [data?.now, unit, t])
  return (
    <RecoveryList<CaseRow>
      title={t('cases.title')}
      rows={rows}
      columns={columns}
      layoutKey="recovery.cases"
      error={error}
      busy={!settled || remove.pending}
      show={
        <Segmented<CaseShow>
          value={show}
          options={SHOWS.map((value) => ({ value, label: t(`cases.show.${value}`) }))}
          onChange={(next) => setSearch(next === 'open' ? {} : { show: next }, { replace: true })}
        />
      }
      {...(among && { above: <AmongLine among={among} first={rows?.[0]} /> })}
      filterHint={t('cases.filter')}
      emptyLine={t('cases.empty')}
      add={{ label: t('cases.new'), press: () => askCase({ account: null }) }}
      remove={(caseIds) => void remove.run({ caseIds })}
    />
  )
}
