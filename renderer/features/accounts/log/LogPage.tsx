import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonKey } from '../../../ui/bits.tsx'
import { EditOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { RoomTabs } from '../RoomTabs.tsx'
import { EntryList } from './EntryList.tsx'
import { FilterBar, type LogFilter } from './FilterBar.tsx'
import styles from './log.module.css'
import { openQuickEntry } from './quickEntryStore.ts'

/** The work log of the whole department, newest first, and the next steps that came of it. */
export function LogPage() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<LogFilter>({})
  const filtered = Object.keys(filter).length > 0
  return (
    <Page
      title={t('log.title')}
      crumbs={[{ label: t('accounts.title'), to: '/accounts' }, { label: t('log.title') }]}
      remarks={<RoomTabs />}
      actions={
        <Button type="primary" icon={<EditOutlined />} onClick={openQuickEntry}>
          {t('log.write')}
          <ButtonKey>Ctrl L</ButtonKey>
        </Button>
      }
      below={<FilterBar filter={filter} change={setFilter} />}
    >
      <KeyHints hints={[{ keys: 'Ctrl L', text: t('log.write') }]} />
      <EntryList
        filter={filter}
        withAccount
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
    </Page>
  )
}
