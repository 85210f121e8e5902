import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileExcelOutlined, UploadOutlined } from '../../ui/icons.tsx'
import { ErrorNote } from '../../ui/states.tsx'
import styles from './exchange.module.css'
import { changeImport, type ImportState } from './importStore.ts'
import { takeFile } from './takeFile.ts'

/** Drop a file or pick it. Why one can't be read is said here; another try is one click away. */
export function FileStep({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { reading, problem, choices, gone } = state
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file) void takeFile(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className={styles.fileStep}>
      {gone && choices && (
        <p className={styles.notice} role="status">
          {t('importing.goneTitle', { name: choices.upload.fileName })}
        </p>
      )}
      <section
        className={styles.drop}
        data-over={over}
        aria-label={t('importing.steps.file')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileExcelOutlined className={styles.dropSign} aria-hidden="true" />
        <p>{reading === null ? t('importing.drop.line') : t('importing.drop.reading', { name: reading })}</p>
        <Button
          type="primary"
          icon={<UploadOutlined />}
          disabled={reading !== null}
          onClick={() => picker.current?.click()}
        >
          {t('importing.drop.pick')}
        </Button>
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          accept=".xlsx,.xlsm,.csv,.txt,.vcf,text/csv,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={t('importing.drop.pick')}
          onChange={(event) => {
            take(event.target.files)
            // choosing the same file again must count as a choice
            event.target.value = ''
          }}
        />
        <p className={styles.quiet}>{t('importing.drop.limits')}</p>
        <p className={styles.quiet}>{t('importing.drop.promise')}</p>
      </section>
      {problem && (
        <div className={styles.fileProblem}>
          <ErrorNote problem={problem} />
        </div>
      )}
      {choices && !gone && (
        <Button type="text" onClick={() => changeImport({ step: 'columns', problem: null })}>
          {choices.upload.fileName} · {t('importing.next')}
        </Button>
      )}
    </div>
  )
}
