import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { SortDescendingOutlined } from '../../../ui/icons.tsx'
import styles from './scoring.module.css'

/** Sorts the grid again after marks moved accounts away from their place. */
export function SortAgain({ sortAgain }: { readonly sortAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <Button
      type="text"
      icon={<SortDescendingOutlined />}
      title={t('scoring.sortAgain')}
      aria-label={t('scoring.sortAgain')}
      onClick={sortAgain}
    >
      <span className={styles.label}>{t('scoring.sortAgain')}</span>
    </Button>
  )
}
