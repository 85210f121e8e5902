import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WinBackLine } from '../../../../db/recovery/winBack/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { moneyUnitStore } from '../../../ui/moneyUnit.ts'
import { useStore } from '../../../ui/store.ts'
import { RecoveryList } from '../RecoveryList.tsx'
import { lostColumns } from './lostColumns.ts'
import { NewLost } from './NewLost.tsx'

/** Lost accounts, open ones by what is due next: `/recovery/lost`. */
export function LostPage() {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    api.winBacks.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const remove = useCommand(engine.winBacks.remove)
  const [adding, setAdding] = useState(false)
  const unit = useStore(moneyUnitStore)
  const today = data?.today ?? ''
  const columns = useMemo(() => lostColumns(today, unit, t), [today, unit, t])
  return (
    <RecoveryList<WinBackLine>
      title={t('winBack.title')}
      part
      rows={data?.rows}
      columns={columns}
      layoutKey="recovery.lost"
      error={error}
      busy={remove.pending}
      filterHint={t('winBack.filter')}
      emptyLine={t('winBack.empty')}
      add={{ label: t('winBack.new'), press: () => setAdding(true) }}
      remove={(winBackIds) => void remove.run({ winBackIds })}
    >
      <NewLost open={adding} close={() => setAdding(false)} today={today} account={null} caseId={null} />
    </RecoveryList>
  )
}
