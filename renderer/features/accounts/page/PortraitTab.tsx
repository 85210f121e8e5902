import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { Ring, Section } from '../../../ui/bits.tsx'
import styles from '../accounts.module.css'
import { BlankSection } from '../analysis/BlankSection.tsx'
import { LatestLog } from '../log/LatestLog.tsx'
import { PeopleCards } from '../people/PeopleCards.tsx'
import type { AccountData } from './AccountPage.tsx'
import { completeness } from './completeness.ts'
import columns from './portrait.module.css'

/** The portrait 画像: key people at the left, how we are connected and the latest log in the middle, what to do at the right. */
export function PortraitTab() {
  const { account } = useOutletContext<AccountData>()
  return (
    <div className={columns.portrait}>
      <div className={columns.people}>
        <PeopleCards accountId={account.id} />
      </div>
      <div className={columns.middle}>
        <LatestLog accountId={account.id} />
      </div>
      <aside className={columns.side}>
        <CompletenessSection account={account} />
        <BlankSection accountId={account.id} />
      </aside>
    </div>
  )
}

function CompletenessSection({ account }: { readonly account: AccountData['account'] }) {
  const { t } = useTranslation()
  const { percent, missing } = completeness(account)
  const fields = missing
    .slice(0, 3)
    .map((field) => t(`accounts.field.${field}`))
    .join(t('accounts.page.separator'))
  return (
    <Section title={t('accounts.page.completeness')}>
      <div className={styles.completeness}>
        <Ring percent={percent} label={t('accounts.page.completeness')} />
        <p>{missing.length === 0 ? t('accounts.page.complete') : t('accounts.page.missing', { fields })}</p>
      </div>
    </Section>
  )
}
