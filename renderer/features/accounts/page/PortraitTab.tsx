import { useOutletContext } from 'react-router'
import { BlankSection } from '../analysis/BlankSection.tsx'
import { IfSection } from '../handover/IfSection.tsx'
import { LatestLog } from '../log/LatestLog.tsx'
import { MapSection } from '../map/MapSection.tsx'
import { PeopleCards } from '../people/PeopleCards.tsx'
import { PolicySection } from '../policies/PolicySection.tsx'
import { CompletenessSection } from '../portrait/CompletenessSection.tsx'
import { PromisesSection } from '../promises/PromisesSection.tsx'
import type { AccountData } from './AccountPage.tsx'
import columns from './portrait.module.css'

/** The portrait 画像: key people at the left, how we are connected and the latest log in the middle, what to do at the right. */
export function PortraitTab() {
  const { account } = useOutletContext<AccountData>()
  return (
    <div className={columns.portrait}>
      <div className={columns.people}>
        <PeopleCards accountId={account.id} />
        <IfSection accountId={account.id} />
      </div>
      <div className={columns.middle}>
        <MapSection accountId={account.id} />
        <LatestLog accountId={account.id} />
      </div>
      <aside className={columns.side}>
        <CompletenessSection accountId={account.id} />
        <PromisesSection accountId={account.id} />
        <PolicySection accountId={account.id} />
        <BlankSection accountId={account.id} />
      </aside>
    </div>
  )
}
