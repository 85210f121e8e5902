import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { writesSettled } from '../../../client/saving.ts'
import { runCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { FaultsDrawer, type Faulty, faultyOf } from '../../../shared/files/FaultsDrawer.tsx'
import { ExportOutlined, ImportOutlined } from '../../../ui/icons.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'

/** Hands out a workbook to be filled in, and takes a filled one in, all or none; bad cells are listed where they are. */
export function WorkbookButtons({ survey }: { readonly survey: SurveyRow }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [faulty, setFaulty] = useState<Faulty | null>(null)
  const give = async (): Promise<void> => {
    try {
      await writesSettled()
      download(await engine.surveys.exportWorkbook({ surveyId: survey.id, language: spokenLanguage() }))
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  const take = async (file: File): Promise<void> => {
    setBusy(true)
    await writesSettled()
    const outcome = await runCommand(
      engine.surveys.importWorkbook,
      { surveyId: survey.id, file },
      { tellProblem: false },
    )
    setBusy(false)
    if (outcome.ok) {
      // a commit tells what it did; a file that says what is there already leaves none
      if (outcome.output.txnId === null)
        showToast({
          kind: 'hint',
          text: t('surveys.nothingNew', { file: file.name, count: outcome.output.answers }),
        })
      return
    }
    const found = faultyOf(outcome.problem)
    if (found) setFaulty(found)
    else showProblem(outcome.problem)
  }
  return (
    <>
      <Button icon={<ExportOutlined />} onClick={() => void give()}>
        {t('surveys.exportWorkbook')}
      </Button>
      <Button icon={<ImportOutlined />} loading={busy} onClick={() => field.current?.click()}>
        {t('surveys.importWorkbook')}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".xlsx,.csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('surveys.importWorkbook')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // the same file may be chosen again after mending it
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      {faulty && <FaultsDrawer faulty={faulty} close={() => setFaulty(null)} />}
    </>
  )
}
