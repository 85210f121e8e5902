import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '../../../db/kernel/contract.ts'
import { api, engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { queryClient } from '../../client/queryClient.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { Section } from '../../ui/bits.tsx'
import { formatBytes, formatMoment } from '../../ui/format.ts'
import { CopyOutlined, SaveOutlined } from '../../ui/icons.tsx'
import { ErrorNote, LoadingBar } from '../../ui/states.tsx'
import { showProblem, showToast } from '../../ui/toast.ts'
import styles from './department.module.css'
import { RestoreDialog } from './RestoreDialog.tsx'
import { VerifySection } from './VerifySection.tsx'

/** Where the data lies, its backups, and proof that it is whole. */
export function SafetyTab() {
  const { t } = useTranslation()
  const { data: status, error } = useQuery(api.safety.status.queryOptions())
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!status) return <LoadingBar busy />
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(status.dataFolder)
    showToast({ kind: 'done', text: t('department.safety.copied') })
  }
  return (
    <>
      {status.readOnly && <ErrorNote problem={{ code: 'NOT_SAVED', data: { reason: 'readOnly' } }} />}
      <Section title={t('department.safety.where')}>
        <dl className={styles.facts}>
          <dt>{t('department.safety.folder')}</dt>
          <dd>
            {status.dataFolder}
            <Button
              type="text"
              icon={<CopyOutlined />}
              aria-label={t('department.safety.copy')}
              title={t('department.safety.copy')}
              onClick={() => void copy()}
            />
          </dd>
          <dt>{t('department.safety.size')}</dt>
          <dd>{formatBytes(status.fileBytes)}</dd>
          <dt>{t('department.safety.version')}</dt>
          <dd>
            {status.appVersion} · {t('department.safety.schema', { version: status.schemaVersion })}
          </dd>
        </dl>
      </Section>
      <Backups />
      <VerifySection />
    </>
  )
}

function Backups() {
  const { t } = useTranslation()
  const { data: backups } = useQuery({ ...api.safety.backups.queryOptions(), refetchOnMount: 'always' })
  const [busy, setBusy] = useState(false)
  const [restoring, setRestoring] = useState<BackupInfo | null>(null)
  const backUp = async (): Promise<void> => {
    setBusy(true)
    try {
      const { bytes } = await engine.safety.backup()
      showToast({ kind: 'done', text: t('app.backedUp', { size: formatBytes(bytes) }) })
    } catch (error) {
      showProblem(toProblem(error))
    }
    await queryClient.invalidateQueries({ queryKey: api.safety.key() })
    setBusy(false)
  }
  return (
    <Section
      title={t('department.safety.backups')}
      remark={backups?.length}
      action={
        <Button type="primary" icon={<SaveOutlined />} loading={busy} onClick={() => void backUp()}>
          {t('department.safety.backUp')}
        </Button>
      }
    >
      <p className={styles.remark}>{t('department.safety.backupsLine')}</p>
      {backups?.length === 0 && <p>{t('department.safety.none')}</p>}
      {backups && backups.length > 0 && <BackupTable backups={backups} restore={setRestoring} />}
      {restoring && <RestoreDialog backup={restoring} close={() => setRestoring(null)} />}
    </Section>
  )
}

function BackupTable({
  backups,
  restore,
}: {
  readonly backups: readonly BackupInfo[]
  readonly restore: (backup: BackupInfo) => void
}) {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('department.safety.at')}</th>
          <th scope="col">{t('department.safety.reason')}</th>
          <th scope="col" className={styles.number}>
            {t('department.safety.bytes')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('department.safety.restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const when = formatMoment(backup.at, spokenLanguage(), t('app.status.today'))
          return (
            <tr key={backup.file}>
              <td>{when}</td>
              <td>{t(`department.safety.reasonName.${backup.reason}`)}</td>
              <td className={styles.number}>{formatBytes(backup.bytes)}</td>
              <td>
                <Button
                  type="link"
                  aria-label={t('department.safety.restoreTitle', { when })}
                  onClick={() => restore(backup)}
                >
                  {t('department.safety.restore')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
