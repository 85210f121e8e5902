import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import styles from '../accounts.module.css'

/** While the sample department is loaded: says so, and takes it out in one click. */
export function SampleStrip() {
  const { t } = useTranslation()
  const { data: status } = useQuery(api.department.status.queryOptions())
  const remove = useCommand(engine.department.removeSample)
  if (!status?.sampleLoaded) return null
  return (
    <div className={styles.sample}>
      {t('accounts.sample.loaded')}
      <Button type="link" loading={remove.pending} onClick={() => void remove.run({})}>
        {t('accounts.sample.remove')}
      </Button>
    </div>
  )
}
