import { useParams } from 'react-router'
import { ClubOfAccount } from '../club/ClubOfAccount.tsx'
import { OpinionsOfAccount } from '../consultations/OpinionsOfAccount.tsx'
import { IncentivesOfAccount } from '../incentives/IncentivesOfAccount.tsx'
import { VisitsOfAccount } from '../mystery/VisitsOfAccount.tsx'
import { IncidentsOfAccount } from '../quality/IncidentsOfAccount.tsx'
import styles from './account.module.css'

/** What the VIP channel holds of one account, on its page: `/accounts/:accountId/channel`. */
export function ChannelTab() {
  const { accountId = '' } = useParams()
  return (
    <div className={styles.tab}>
      <div className={styles.column}>
        <IncidentsOfAccount accountId={accountId} />
        <OpinionsOfAccount accountId={accountId} />
      </div>
      <div className={styles.column}>
        <ClubOfAccount accountId={accountId} />
        <IncentivesOfAccount accountId={accountId} />
        <VisitsOfAccount accountId={accountId} />
      </div>
    </div>
  )
}
