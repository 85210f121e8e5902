import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { EmptyState } from '../../../ui/states.tsx'
import { EntryList } from './EntryList.tsx'
import { FilterBar, type LogFilter } from './FilterBar.tsx'
import styles from './log.module.css'
import { openQuickEntry } from './quickEntryStore.ts'

/** The work log of one account. */
export function LogTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const [filter, setFilter] = useState<LogFilter>({})
  const filtered = Object.keys(filter).length > 0
  return (
    <div className={styles.tab}>
      <FilterBar filter={filter} change={setFilter} />
      <EntryList
        filter={{ accountId, ...filter }}
        withAccount={false}
        empty={
          filtered ? (
            <p className={styles.nothing}>{t(filter.open ? 'log.noneOpen' : 'log.noneFound')}</p>
          ) : (
            <EmptyState
              line={t('log.noneLine')}
              action={
                <Button type="primary" onClick={openQuickEntry}>
                  {t('log.write')}
                </Button>
              }
            />
          )
        }
      />
    </div>
  )
}
