import { Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellFault } from '../../../../db/exchange/contract.ts'
import { problemText } from '../../../../db/terms/problems.ts'
import { engine } from '../../../client/engine.ts'
import { writesSettled } from '../../../client/saving.ts'
import { runCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { ImportOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import styles from './importMarks.module.css'
import page from './scoring.module.css'

interface Faulty {
  readonly fileName: string
  readonly faults: readonly CellFault[]
  readonly more: number
}

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
    const { code, data } = outcome.problem
    if (code === 'CELLS_FAULTY' && isFaulty(data)) setFaulty(data)
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

function FaultsDrawer({ faulty, close }: { readonly faulty: Faulty; readonly close: () => void }) {
  const { t } = useTranslation()
  const { fileName, faults, more } = faulty
  return (
    <Drawer
      open
      size={460}
      onClose={close}
      title={t('scoring.importing.title', { file: fileName, count: faults.length + more })}
    >
      <div className={styles.faults}>
        <p>{t('scoring.importing.next')}</p>
        <table>
          <thead>
            <tr>
              <th>{t('scoring.importing.cell')}</th>
              <th>{t('scoring.importing.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ worksheet, cell, problem }) => (
              <tr key={`${worksheet}!${cell} ${problem.code}`}>
                <td>
                  {worksheet}!{cell}
                </td>
                <td>{problemText(problem, spokenLanguage())}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p>{t('scoring.importing.more', { count: more })}</p>}
      </div>
    </Drawer>
  )
}

/** The data of CELLS_FAULTY, as the contract says it. */
const isFaulty = (data: unknown): data is Faulty =>
  typeof data === 'object' && data !== null && 'faults' in data && Array.isArray(data.faults)
