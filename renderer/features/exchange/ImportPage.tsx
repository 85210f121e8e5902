import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CheckOutlined } from '../../ui/icons.tsx'
import { Page } from '../../ui/Page.tsx'
import { useStore } from '../../ui/store.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { type Choices, worksheetOf } from './draft.ts'
import styles from './exchange.module.css'
import { FileStep } from './FileStep.tsx'
import { changeImport, importStore, type Step, startOver } from './importStore.ts'
import { PreviewStep } from './PreviewStep.tsx'

const STEPS = ['file', 'columns', 'preview', 'done'] as const satisfies readonly Step[]

/** Imports customers: choose a file, say what its columns are, see what would happen, and only then write. */
export function ImportPage() {
  const { t } = useTranslation()
  const state = useStore(importStore)
  const { step, choices } = state
  const crumbs = [
    { label: t('app.room.accounts'), to: '/accounts' },
    { label: t('importing.crumb'), ...(choices ? { to: '/accounts/import' } : {}) },
    ...(choices ? [{ label: choices.upload.fileName }] : []),
  ]
  return (
    <Page
      title={t('importing.title')}
      crumbs={crumbs}
      remarks={<Steps step={step} choices={choices} busy={state.work !== null} />}
      actions={<FileRemark choices={choices} step={step} busy={state.work !== null} />}
      busy={state.reading !== null}
      fixed
    >
      {step === 'columns' && choices ? (
        <ColumnsStep choices={choices} />
      ) : step === 'preview' && choices ? (
        <PreviewStep choices={choices} state={state} />
      ) : step === 'done' && state.imported ? (
        <DoneStep imported={state.imported} />
      ) : (
        <FileStep state={state} />
      )}
    </Page>
  )
}

/** Where in the wizard one is; earlier steps can be gone back to. */
function Steps({
  step,
  choices,
  busy,
}: {
  readonly step: Step
  readonly choices: Choices | null
  readonly busy: boolean
}) {
  const { t } = useTranslation()
  const now = STEPS.indexOf(step)
  return (
    <ol className={styles.steps}>
      {STEPS.map((one, at) => {
        const state = at < now || step === 'done' ? 'past' : at === now ? 'now' : 'ahead'
        const open = at < now && step !== 'done' && choices !== null && !busy
        return (
          <li key={one} data-state={state} aria-current={at === now ? 'step' : undefined}>
            <button type="button" disabled={!open} onClick={() => changeImport({ step: one })}>
              <span className={styles.stepSign}>{state === 'past' ? <CheckOutlined /> : at + 1}</span>
              {t(`importing.steps.${one}`)}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function FileRemark({
  choices,
  step,
  busy,
}: {
  readonly choices: Choices | null
  readonly step: Step
  readonly busy: boolean
}) {
  const { t } = useTranslation()
  const worksheet = choices && worksheetOf(choices)
  if (!choices || !worksheet || step === 'file') return null
  const { fileName, encoding } = choices.upload
  const { rows, columns } = worksheet
  const remark = t('importing.fileLine', {
    name: fileName,
    rows,
    columns,
    encoding: t(`importing.encoding.${encoding}`),
  })
  return (
    <>
      <span className={styles.fileRemark} title={remark}>
        {remark}
      </span>
      <Button type="text" disabled={busy} onClick={startOver}>
        {t('importing.again')}
      </Button>
    </>
  )
}
