import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../../../client/engine.ts'
import { writesSettled } from '../../../client/saving.ts'
import { runCommand } from '../../../client/useCommand.ts'
import { FaultsDrawer, type Faulty, faultyOf } from '../../../shared/files/FaultsDrawer.tsx'
import { ImportOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import page from './scoring.module.css'

/** Takes marks in from a workbook, all or none; bad cells are listed where they are in the file. */
export function ImportMarks({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [faulty, setFaulty] = useState<Faulty | null>(null)
  const take = async (file: File): Promise<void> => {
    setBusy(true)
    await writesSettled()
    const outcome = await runCommand(engine.exchange.importMarks, { roundId, file }, { tellProblem: false })
    setBusy(false)
    if (outcome.ok) return
    const found = faultyOf(outcome.problem)
    if (found) setFaulty(found)
    else showProblem(outcome.problem)
  }
  return (
    <>
      <Button
        icon={<ImportOutlined />}
        title={t('scoring.import')}
        aria-label={t('scoring.import')}
        loading={busy}
        onClick={() => field.current?.click()}
      >
        <span className={page.label}>{t('scoring.import')}</span>
      </Button>
      <input
        ref={field}
        type="file"
        accept=".xlsx,.csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('scoring.import')}
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
