import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import {
  DownloadOutlined,
  FileDoneOutlined,
  FileExcelOutlined,
  FilePdfOutlined,
  TableOutlined,
} from '../../../ui/icons.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import { saveConsensusWorkbook } from '../ballots/ConsensusExport.tsx'
import styles from './consensus.module.css'
import type { ConsensusModel } from './consensusModel.ts'
import { consensusCsv } from './consensusTable.ts'

/** The consensus workbook, the minutes of the meeting 会议纪要 as Word or PDF, and the table as CSV. */
export function TakeAlong({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const { take, busy } = useMinutes(model.data.roundId)
  const table = (): void => download(consensusCsv(model, t))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'workbook',
            icon: <FileExcelOutlined />,
            label: t('consensus.export.workbook'),
            title: t('ballotFiles.consensus.title'),
            onClick: () => void saveConsensusWorkbook(model.data.roundId, null, t),
          },
          {
            key: 'docx',
            icon: <FileDoneOutlined />,
            label: t('consensus.export.docx'),
            onClick: () => void take('docx'),
          },
          {
            key: 'pdf',
            icon: <FilePdfOutlined />,
            label: t('consensus.export.pdf'),
            onClick: () => void take('pdf'),
          },
          { key: 'csv', icon: <TableOutlined />, label: t('consensus.export.csv'), onClick: table },
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

/** Takes the minutes of a round's meeting along. */
export function useMinutes(roundId: string) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const take = async (format: 'docx' | 'pdf'): Promise<void> => {
    setBusy(true)
    try {
      const file = await engine.consensus.minutes({ roundId, format, language: spokenLanguage() })
      download(file)
      showToast({ kind: 'done', text: t('scoring.exported', { file: file.name }) })
    } catch (error) {
      showProblem(toProblem(error))
    }
    setBusy(false)
  }
  return { take, busy }
}
