import { Button, Dropdown } from 'antd'
import type { TFunction } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyDraft } from '../../../../db/channel/policies/contract.ts'
import type { FileFault } from '../../../../db/channel/policies/rules/fileFaults.ts'
import { GRACE_KEY } from '../../../../db/channel/policies/rules/matrix.ts'
import { termOf } from '../../../../db/channel/policies/rules/termList.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import { termText } from '../../../../db/terms/policies.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { CloseOutlined, ExportOutlined, ImportOutlined } from '../../../ui/icons.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import styles from './policies.module.css'

/** A file that wasn't read, and why. */
export interface RefusedFile {
  readonly file: string
  readonly faults: readonly FileFault[]
}

/** Hands the policies of a day over as a file, and reads such a file as a draft. */
export function FileActions({
  day,
  take,
  refuse,
}: {
  readonly day: string
  readonly take: (drafts: readonly PolicyDraft[]) => void
  readonly refuse: (refused: RefusedFile | null) => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const give = (format: 'xlsx' | 'csv') => async (): Promise<void> => {
    try {
      const file = await engine.policies.exportFile({ day, format, language: spokenLanguage() })
      download(file)
      showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  const read = async (file: File): Promise<void> => {
    try {
      const { drafts } = await engine.policies.readFile({ file })
      refuse(null)
      take(drafts)
      showToast({ kind: 'done', text: t('policies.imported', { file: file.name }) })
    } catch (error) {
      const problem = toProblem(error)
      const refused = problem.code === 'POLICY_FILE_FAULTY' ? refusedFile(problem.data) : null
      refuse(refused)
      if (refused === null) showProblem(problem)
    }
  }
  return (
    <>
      <Button icon={<ImportOutlined />} onClick={() => input.current?.click()}>
        {t('policies.import')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={t('policies.import')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // the same file can be chosen again
          target.value = ''
          if (file) void read(file)
        }}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['xlsx', 'csv'] as const).map((format) => ({
            key: format,
            label: t(`policies.export.${format}`),
            onClick: () => void give(format)(),
          })),
        }}
      >
        <Button icon={<ExportOutlined />}>{t('accounts.export')}</Button>
      </Dropdown>
    </>
  )
}

const refusedFile = (data: unknown): RefusedFile | null =>
  isRefused(data) ? { file: data.file, faults: data.faults } : null

const isRefused = (data: unknown): data is RefusedFile =>
  typeof data === 'object' &&
  data !== null &&
  'file' in data &&
  'faults' in data &&
  Array.isArray(data.faults)

/** Why a file wasn't read, line by line; it stays until it is closed. */
export function FileFaults({
  refused,
  close,
}: {
  readonly refused: RefusedFile
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { file, faults } = refused
  return (
    <div className={styles.faults} role="alert">
      <div className={styles.faultsHead}>
        <strong>{t('policies.importFaults', { file, count: faults.length })}</strong>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('app.close')}
          onClick={close}
        />
      </div>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.cell} ${fault.code} ${fault.text}`}>
            <span>
              {fault.line === 0 ? t('policies.importWhole') : t('policies.importLine', { line: fault.line })}
            </span>
            <span>{fault.cell}</span>
            <span>{t(`policies.fileFault.${fault.code}`, { text: wordsOf(fault.text, t) })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a fault names by its key, in words. */
function wordsOf(text: string, t: TFunction): string {
  const tier = TIERS.find((each) => each === text)
  if (tier) return t(`app.tier.${tier}`)
  if (text === GRACE_KEY) return t('policies.grace')
  const term = termOf(text)
  return term ? termText(term.key, spokenLanguage()) : text
}
