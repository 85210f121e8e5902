import { Button, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachedFile } from '../../../../db/accounts/log/contract.ts'
import { isProgram } from '../../../../db/accounts/log/rules/fileNames.ts'
import { PICTURES } from '../../../../db/accounts/log/rules/mediaTypes.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatBytes, formatMoment } from '../../../ui/format.ts'
import { CloseOutlined, DownloadOutlined, WarningOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import styles from './files.module.css'

/** Files as lines: pictures can be looked at, everything can be saved, nothing is opened. */
export function FileRows({
  files,
  from,
}: {
  readonly files: readonly AttachedFile[]
  /** where a file comes from, where a list holds files of several places */
  readonly from?: (file: AttachedFile) => ReactNode
}) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<AttachedFile | null>(null)
  const detach = useCommand(engine.log.detach)
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
              onClick={() => void save(file)}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('log.files.remove', { name: file.name })}
              onClick={() => void detach.run({ attachmentId: file.id })}
            />
          </li>
        ))}
      </ul>
      {shown && <Picture file={shown} close={() => setShown(null)} />}
    </>
  )
}

async function save({ id }: AttachedFile): Promise<void> {
  try {
    download(await engine.log.file({ attachmentId: id }))
  } catch (error) {
    showProblem(toProblem(error))
  }
}

/** A picture as the page's own blob of a type that can only be a picture: nothing in it runs. */
function Picture({ file, close }: { readonly file: AttachedFile; readonly close: () => void }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let left = false
    engine.log
      .file({ attachmentId: file.id })
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
  }, [file])
  return (
    <Modal open width="80vw" title={file.name} footer={null} onCancel={close}>
      {url !== null && <img className={styles.picture} src={url} alt={file.name} />}
    </Modal>
  )
}
