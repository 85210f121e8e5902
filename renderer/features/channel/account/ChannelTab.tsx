import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { ClubOfAccount } from '../club/ClubOfAccount.tsx'
import { OpinionsOfAccount } from '../consultations/OpinionsOfAccount.tsx'
import { FiguresOfAccount } from '../figures/FiguresOfAccount.tsx'
import { IncentivesOfAccount } from '../incentives/IncentivesOfAccount.tsx'
import { VisitsOfAccount } from '../mystery/VisitsOfAccount.tsx'
import { IncidentsOfAccount } from '../quality/IncidentsOfAccount.tsx'
import { RequestsOfAccount } from '../requests/RequestsOfAccount.tsx'
import styles from './account.module.css'

/** What the VIP channel holds of one account, on its page: `/accounts/:accountId/channel`. */
export function ChannelTab() {
  const { accountId = '' } = useParams()
  const { data } = useQuery(api.accounts.get.queryOptions({ input: { accountId } }))
  return (
    <div className={styles.tab}>
      <div className={styles.column}>
        {data && <RequestsOfAccount account={data.account} />}
        <FiguresOfAccount accountId={accountId} />
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
