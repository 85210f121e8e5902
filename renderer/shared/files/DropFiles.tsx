import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/states.tsx'
import { FileButton } from './FileButton.tsx'
import styles from './files.module.css'
import { type TakenFile, useTakeFiles } from './useTakeFiles.ts'

/** A place that files are attached to, by a button or by dropping them on it. */
export function DropFiles({
  label,
  attach,
  most,
  children,
}: {
  readonly label: string
  /** keeps those that were taken in */
  readonly attach: (files: Pick<TakenFile, 'sha256' | 'name'>[]) => Promise<unknown>
  /** how many at once, where it isn't as many as elsewhere */
  readonly most?: number
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const { busy, problem, take, stop } = useTakeFiles(most)
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    const taken = await take(files)
    if (taken.length > 0) await attach(taken.map(({ sha256, name }) => ({ sha256, name })))
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
        {busy !== null && (
          <>
            <span>{t('log.files.uploading', { ...busy })}</span>
            {busy.of > 1 && (
              <Button type="link" onClick={stop}>
                {t('log.files.stop')}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  )
}
