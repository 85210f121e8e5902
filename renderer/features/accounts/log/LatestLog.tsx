import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '../../../ui/bits.tsx'
import { EntryLine } from './EntryLine.tsx'
import { useEntries } from './EntryList.tsx'
import styles from './log.module.css'
import { openQuickEntry } from './quickEntryStore.ts'

const NEWEST = 6

/** The newest entries of an account, for its portrait. */
export function LatestLog({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useEntries({ accountId }, NEWEST)
  const [page] = data?.pages ?? []
  if (!page) return null
  return (
    <Section
      title={t('log.latest')}
      remark={page.total ?? ''}
      action={<Link to={`/accounts/${accountId}/log`}>{t('log.all')}</Link>}
    >
      {page.entries.length === 0 ? (
        <div className={styles.invite}>
          <p>{t('log.noneLine')}</p>
          <Button onClick={openQuickEntry}>{t('log.write')}</Button>
        </div>
      ) : (
        <ol className={styles.entries}>
          {page.entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} today={page.today} withAccount={false} />
          ))}
        </ol>
      )}
    </Section>
  )
}
