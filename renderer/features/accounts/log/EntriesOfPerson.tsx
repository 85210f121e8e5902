import { useTranslation } from 'react-i18next'
import { EntryList } from './EntryList.tsx'
import styles from './log.module.css'

/** The contacts that a person was part of, for their page. */
export function EntriesOfPerson({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.inSection}>
      <EntryList filter={{ personId }} withAccount empty={<p className={styles.quiet}>{t('log.none')}</p>} />
    </div>
  )
}
