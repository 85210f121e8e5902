import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { DropFiles } from '../../../shared/files/DropFiles.tsx'
import { FileRows } from '../../../shared/files/FileRows.tsx'
import styles from '../../../shared/files/files.module.css'
import { ErrorNote } from '../../../ui/states.tsx'
import { useAttachments } from './useAttachments.ts'

/** The files of an account and of its entries. */
export function FilesTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const { data, error } = useQuery(api.log.files.queryOptions({ input: { accountId } }))
  const { attach, read, remove } = useAttachments({ accountId })
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  return (
    <div className={styles.tab}>
      <DropFiles label={t('log.files.title')} attach={attach}>
        {data.length === 0 && <p className={styles.quiet}>{t('log.files.none')}</p>}
        <FileRows
          files={data}
          read={read}
          remove={remove}
          from={({ entryId }) =>
            entryId === null ? (
              <span className={styles.quiet}>{t('log.files.account')}</span>
            ) : (
              <Link to={`/log/${entryId}`}>{t('log.files.entry')}</Link>
            )
          }
        />
      </DropFiles>
    </div>
  )
}
