import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetSummary } from '../../../../db/evaluation/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { Section } from '../../../ui/bits.tsx'
import { PlusOutlined, UploadOutlined } from '../../../ui/icons.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Making } from './making.ts'
import { NewSheet } from './NewSheet.tsx'
import styles from './rounds.module.css'
import { SheetFaultList } from './SheetFaultList.tsx'
import { SheetLine } from './SheetLine.tsx'

/** All grading sheets, with what keeps one from being used. */
export function SheetList({
  sheets,
  making,
  onMake,
}: {
  readonly sheets: readonly SheetSummary[]
  readonly making: Making
  readonly onMake: (what: Making) => void
}) {
  const { t } = useTranslation()
  const none = sheets.length === 0
  const newSheet = (
    <Button {...(none ? { type: 'primary' } : {})} icon={<PlusOutlined />} onClick={() => onMake('sheet')}>
      {t('sheets.sheet.new')}
    </Button>
  )
  const importer = useSheetImport()
  return (
    <Section
      title={t('sheets.sheet.title')}
      action={
        <span className={styles.buttons}>
          {importer.button}
          {!none && newSheet}
        </span>
      }
    >
      {importer.problem && (
        <SheetFaultList
          problem={importer.problem.problem}
          file={importer.problem.file}
          onClose={importer.close}
        />
      )}
      {making === 'sheet' && <NewSheet sheets={sheets} onClose={() => onMake(null)} />}
      {none && making !== 'sheet' && <EmptyState line={t('sheets.sheet.emptyLine')} action={newSheet} />}
      {!none && (
        <table className={styles.list}>
          <thead>
            <tr>
              <th>{t('sheets.sheet.name')}</th>
              <th>{t('sheets.sheet.state')}</th>
              <th className={styles.number}>{t('sheets.sheet.indicators')}</th>
              <th className={styles.number}>{t('sheets.sheet.weight')}</th>
              <th>{t('sheets.sheet.usedBy')}</th>
              <th>
                <span className="visually-hidden">{t('app.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet) => (
              <SheetLine key={sheet.id} sheet={sheet} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** Takes in a sheet workbook under its file's name; why it can't be used stays on the screen until closed. */
function useSheetImport() {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const importSheet = useCommand(engine.exchange.importSheet, { tellProblem: false })
  const [problem, setProblem] = useState<{ problem: Problem; file: string } | null>(null)
  const take = async (file: File): Promise<void> => {
    setProblem(null)
    const outcome = await importSheet.run({ file, name: file.name.replace(/\.[^.]*$/, '').slice(0, 100) })
    if (!outcome.ok) setProblem({ problem: outcome.problem, file: file.name })
  }
  const button = (
    <>
      <Button
        icon={<UploadOutlined />}
        disabled={importSheet.pending}
        onClick={() => picker.current?.click()}
      >
        {t('sheets.sheet.import')}
      </Button>
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".xlsx,.csv"
        aria-label={t('sheets.sheet.import')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void take(file)
          // choosing the same file again must count as a choice
          event.target.value = ''
        }}
      />
    </>
  )
  return { button, problem, close: () => setProblem(null) }
}
