import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EngineFailure } from '../client/bridge.ts'
import { api, connection } from '../client/engine.ts'
import { queryClient } from '../client/queryClient.ts'
import { ErrorNote } from '../ui/states.tsx'
import styles from './faces.module.css'
import { Logo } from './Logo.tsx'

/** Shown when the engine is gone for good: what happened, where the data lies, what can be done. */
export function Recovery({
  failure,
  retry = () => connection.retry(),
}: {
  readonly failure: EngineFailure | null
  readonly retry?: () => void
}) {
  const { t } = useTranslation()
  const known = queryClient.getQueryData(api.safety.status.queryKey())?.dataFolder
  const folder = failure?.data.folder ?? failure?.data.file ?? known
  const backups = failure?.data.lastBackup
  return (
    <main className={styles.face}>
      <Logo size={56} />
      <h1 className={styles.title}>{t('app.lost.title')}</h1>
      <ErrorNote problem={{ code: failure?.code ?? 'CONNECTION_LOST', data: failure?.data ?? null }} />
      <dl className={styles.facts}>
        <dt>{t('app.lost.where')}</dt>
        <dd>{folder ?? t('app.lost.unknownFolder')}</dd>
        <dt>{t('app.lost.backups')}</dt>
        <dd>{backups ?? t('app.lost.backupsLine')}</dd>
      </dl>
      <Button type="primary" onClick={retry}>
        {t('app.lost.retry')}
      </Button>
    </main>
  )
}
