import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DownloadOutlined, FileExcelOutlined, FilePdfOutlined } from '../../../ui/icons.tsx'
import { type ExportKind, exportRound } from './exportRound.ts'
import styles from './scoring.module.css'

/** Result workbook or ranking, of a publication or (null) of the round as it stands. */
export function ExportMenu({
  roundId,
  publicationId,
}: {
  readonly roundId: string
  readonly publicationId: string | null
}) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const take = (kind: ExportKind) => async (): Promise<void> => {
    setBusy(true)
    await exportRound(kind, roundId, publicationId, t)
    setBusy(false)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'workbook',
            icon: <FileExcelOutlined />,
            label: t('scoring.exportWorkbook'),
            onClick: () => void take('workbook')(),
          },
          {
            key: 'ranking',
            icon: <FilePdfOutlined />,
            label: t('scoring.exportRanking'),
            onClick: () => void take('ranking')(),
          },
        ],
      }}
    >
      <Button
        icon={<DownloadOutlined />}
        title={t('scoring.export')}
        aria-label={t('scoring.export')}
        loading={busy}
      >
        <span className={styles.label}>{t('scoring.export')}</span>
      </Button>
    </Dropdown>
  )
}
