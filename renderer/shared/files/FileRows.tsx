import { Button, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProgram } from '../../../db/accounts/log/rules/fileNames.ts'
import { type MediaType, PICTURES } from '../../../db/accounts/log/rules/mediaTypes.ts'
import { download } from '../../client/download.ts'
import { toProblem } from '../../client/problem.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { formatBytes, formatMoment } from '../../ui/format.ts'
import { CloseOutlined, DownloadOutlined, WarningOutlined } from '../../ui/icons.tsx'
import { showProblem } from '../../ui/toast.ts'
import styles from './files.module.css'

/** A file as it is listed; `addedAt` is an instant. */
export interface ListedFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly mediaType: MediaType
  readonly addedBy: string | null
  readonly addedAt: string
}

/** Files as lines: pictures can be looked at, everything can be saved, nothing is opened. */
export function FileRows<Listed extends ListedFile>({
  files,
  read,
  remove,
  from,
}: {
  readonly files: readonly Listed[]
  /** a file's content */
  readonly read: (id: string) => Promise<File>
  readonly remove: (id: string) => void
  /** where a file comes from, where a list holds files of several places */
  readonly from?: (file: Listed) => ReactNode
}) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Listed | null>(null)
  const save = async (id: string): Promise<void> => {
    try {
      download(await read(id))
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  return (
    <>
      <ul className={styles.rows}>
        {files.map((file) => (
          <li key={file.id} className={styles.row}>
            {PICTURES.includes(file.mediaType) ? (
              <button
                type="button"
                className={styles.name}
                title={t('log.files.preview', { name: file.name })}
                onClick={() => setShown(file)}
              >
                {file.name}
              </button>
            ) : (
              <span className={styles.plainName}>
                {file.name}
                {isProgram(file.name) && (
                  <span className={styles.program} title={t('log.files.program')}>
                    <WarningOutlined /> {t('log.files.program')}
                  </span>
                )}
              </span>
            )}
            <span className={styles.size}>{formatBytes(file.bytes)}</span>
            <span className={styles.added}>
              {file.addedBy} {formatMoment(file.addedAt, spokenLanguage(), t('app.status.today'))}
            </span>
            {from?.(file)}
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              aria-label={t('log.files.download', { name: file.name })}
              onClick={() => void save(file.id)}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('log.files.remove', { name: file.name })}
              onClick={() => remove(file.id)}
            />
          </li>
        ))}
      </ul>
      {shown && <Picture file={shown} read={read} close={() => setShown(null)} />}
    </>
  )
}

/** A picture as the page's own blob of a type that can only be a picture: nothing in it runs. */
function Picture({
  file,
  read,
  close,
}: {
  readonly file: ListedFile
  readonly read: (id: string) => Promise<File>
  readonly close: () => void
}) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let left = false
    read(file.id)
      .then((content) => {
        if (left) return
        made = URL.createObjectURL(new Blob([content], { type: file.mediaType }))
        setUrl(made)
      })
      .catch((error: unknown) => showProblem(toProblem(error)))
    return () => {
      left = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [file, read])
  return (
    <Modal open width="80vw" title={file.name} footer={null} onCancel={close}>
      {url !== null && <img className={styles.picture} src={url} alt={file.name} />}
    </Modal>
  )
}
