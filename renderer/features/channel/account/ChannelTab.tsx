import { useParams } from 'react-router'
import { IncidentsOfAccount } from '../quality/IncidentsOfAccount.tsx'
import styles from './account.module.css'

/** What the VIP channel holds of one account, on its page: `/accounts/:accountId/channel`. */
export function ChannelTab() {
  const { accountId = '' } = useParams()
  return (
    <div className={styles.tab}>
      <div className={styles.column}>
        <IncidentsOfAccount accountId={accountId} />
      </div>
    </div>
  )
}
