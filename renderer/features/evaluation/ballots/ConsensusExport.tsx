import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { writesSettled } from '../../../client/saving.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { FileExcelOutlined } from '../../../ui/icons.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'

/** Saves the consensus workbook of a publication, or (null) of a revealed round as it stands. */
export async function saveConsensusWorkbook(
  roundId: string,
  publicationId: string | null,
  t: TFunction,
): Promise<void> {
  try {
    await writesSettled()
    const language = spokenLanguage()
    const file = await engine.exchange.consensusWorkbook({ roundId, publicationId, language })
    download(file)
    showToast({ kind: 'done', text: t('ballotFiles.consensus.done', { file: file.name }) })
  } catch (error) {
    showProblem(toProblem(error))
  }
}

/** The consensus workbook as a button of its own. */
export function ConsensusExport({
  roundId,
  publicationId,
}: {
  readonly roundId: string
  readonly publicationId: string | null
}) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    await saveConsensusWorkbook(roundId, publicationId, t)
    setBusy(false)
  }
  return (
    <Button
      icon={<FileExcelOutlined />}
      title={t('ballotFiles.consensus.title')}
      loading={busy}
      onClick={() => void save()}
    >
      {t('ballotFiles.consensus.button')}
    </Button>
  )
}
