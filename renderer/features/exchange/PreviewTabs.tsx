import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui/format.ts'
import { CopyOutlined, ExclamationCircleFilled, PlusCircleOutlined, SyncOutlined } from '../../ui/icons.tsx'
import styles from './exchange.module.css'
import type { Tab } from './previewRows.ts'

const TABS = [
  { tab: 'all', sign: null },
  { tab: 'problem', sign: <ExclamationCircleFilled /> },
  { tab: 'lookAlike', sign: <CopyOutlined /> },
  { tab: 'insert', sign: <PlusCircleOutlined /> },
  { tab: 'update', sign: <SyncOutlined /> },
] as const satisfies readonly { tab: Tab; sign: React.ReactNode }[]

/** The preview's rows by what will become of them, with how many there are. */
export function PreviewTabs({
  tab: chosen,
  counts,
  onChange,
}: {
  readonly tab: Tab
  readonly counts: Readonly<Record<Tab, number>>
  readonly onChange: (tab: Tab) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.tabs} role="toolbar" aria-label={t('importing.tabs')}>
      {TABS.map(({ tab, sign }) => (
        <button
          key={tab}
          type="button"
          className={styles.tab}
          aria-pressed={tab === chosen}
          data-bad={tab === 'problem' && counts.problem > 0}
          onClick={() => onChange(tab)}
        >
          {sign}
          {t(`importing.tab.${tab}`)} {formatNumber(counts[tab])}
        </button>
      ))}
      <span className={styles.quiet}>{t('importing.editHere')}</span>
    </div>
  )
}
