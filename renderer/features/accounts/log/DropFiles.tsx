import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { FileButton } from '../../../shared/files/FileButton.tsx'
import { useTakeFiles } from '../../../shared/files/useTakeFiles.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './files.module.css'

/** A place that files are attached to, by a button or by dropping them on it. */
export function DropFiles({
  label,
  to,
  children,
}: {
  readonly label: string
  readonly to: { readonly entryId: string } | { readonly accountId: string }
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const { busy, problem, take } = useTakeFiles()
  const attach = useCommand(engine.log.attach)
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    const taken = await take(files)
    if (taken.length > 0) await attach.run({ to, files: taken.map(({ sha256, name }) => ({ sha256, name })) })
  }
  return (
    <section
      className={over ? styles.dropOver : styles.drop}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void takeFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {problem && <ErrorNote problem={problem} />}
      <div className={styles.actions}>
        <FileButton take={(files) => void takeFiles(files)} />
        {over && <span>{t('log.form.dropHere')}</span>}
        {busy !== null && <span>{t('log.files.uploading', { name: busy })}</span>}
      </div>
    </section>
  )
}
