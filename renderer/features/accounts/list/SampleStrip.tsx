import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { keptText } from '../../../i18n/sampleText.ts'
import styles from '../accounts.module.css'

/**
 * While the sample department is loaded: says so, and takes it out in one click. Afterwards, while some of it stays
 * because the user's records refer to it: says how much, and where it is told how to remove that.
 */
export function SampleStrip() {
  const { t } = useTranslation()
  const { data: status } = useQuery(api.department.status.queryOptions())
  const remove = useCommand(engine.department.removeSample)
  if (!status) return null
  const { sampleLoaded, sampleKept } = status
  if (sampleLoaded)
    return (
      <div className={styles.sample}>
        {t(sampleKept ? 'accounts.sample.rest' : 'accounts.sample.loaded')}
        <Button type="link" loading={remove.pending} onClick={() => void remove.run({})}>
          {t('accounts.sample.remove')}
        </Button>
      </div>
    )
  const kept = sampleKept === null ? undefined : keptText(sampleKept, t)
  if (kept === undefined) return null
  return (
    <div className={styles.sample}>
      {t('accounts.sample.kept', { kept })}
      <Link to="/department/settings">{t('accounts.sample.how')}</Link>
    </div>
  )
}
