import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useParams } from 'react-router'
import type { AccountHead } from '../../../../db/accounts/portrait/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page } from '../../../ui/Page.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { TabLinks } from '../../../ui/TabLinks.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../accounts.module.css'
import { DecisionTag } from '../analysis/DecisionTag.tsx'
import { useLogKey } from '../log/useLogKey.ts'
import { MergedAway } from '../merging/MergedAway.tsx'
import { NewPromise } from '../promises/NewPromise.tsx'
import { writePromise } from '../promises/newPromiseStore.ts'
import { AccountActions } from './AccountActions.tsx'
import { AccountStrip } from './AccountStrip.tsx'
import { ACCOUNT_TABS, type AccountTab } from './accountTabs.ts'
import { usePageKeys } from './usePageKeys.ts'

/** One account as one page: who it is and where it stands at the top, then tabs, each with an address of its own. */
export function AccountPage() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  useLogKey()
  const { data, error, isPending } = useQuery(api.accounts.get.queryOptions({ input: { accountId } }))
  const { data: head } = useQuery(api.portrait.head.queryOptions({ input: { accountId } }))
  const { pathname } = useLocation()
  const tabs = ACCOUNT_TABS.map((tab) => ({
    to: `/accounts/${accountId}${tab === 'portrait' ? '' : `/${tab}`}`,
    label: tabLabel(tab, head, t),
    end: tab === 'portrait',
  }))
  usePageKeys(
    tabs.map(({ to }) => to),
    () => data && writePromise({ account: data.account }),
  )
  const room = { label: t('accounts.title'), to: '/accounts' }
  if (error)
    return (
      <Page title={t('accounts.title')} crumbs={[room]}>
        <MergedAway subject="account" id={accountId} problem={toProblem(error)} />
      </Page>
    )
  const name = data?.account.name ?? ''
  const crumbs = [room, { label: name }]
  if (isPending)
    return (
      <Page title={name} crumbs={crumbs} busy>
        {null}
      </Page>
    )
  return (
    <Page
      title={<span className={styles.accountName}>{name}</span>}
      crumbs={crumbs}
      remarks={
        <>
          <TierTag standing={data.account.tier} />
          <DecisionTag accountId={accountId} />
          {head && <span>{factsLine(head, t)}</span>}
        </>
      }
      actions={<AccountActions account={data.account} />}
      below={
        <>
          {head && <AccountStrip head={head} />}
          <div className={styles.tabs}>
            <TabLinks label={name} tabs={tabs} />
          </div>
        </>
      }
      fixed
    >
      <Outlet key={accountId} context={data satisfies AccountData} />
      <NewPromise />
      {!pathname.endsWith('/promises') && (
        <KeyHints
          hints={[
            { keys: `1–${Math.min(LAST_DIGIT, ACCOUNT_TABS.length)}`, text: t('portrait.head.goTab') },
            { keys: 'L', text: t('log.write') },
            { keys: 'P', text: t('promises.new') },
          ]}
        />
      )}
    </Page>
  )
}

/** Tabs beyond it have no key. */
const LAST_DIGIT = 9

/** What the account page has read for its tabs: `useOutletContext<AccountData>()`. */
export type AccountData = Awaited<ReturnType<typeof api.accounts.get.call>>

/** Tabs say how much is behind them, where there is anything. */
function tabLabel(tab: AccountTab, head: AccountHead | undefined, t: TFunction): string {
  const count = tab === 'promises' ? head?.counts.promises : tab === 'log' ? head?.counts.log : 0
  return `${t(`accounts.tab.${tab}`)}${count ? ` ${count}` : ''}`
}

/** What an account is, in a line: 合作中 · 生产型 · 长期性 · 浙江东阳 · 2014 年起. */
const factsLine = ({ lifecycle, kind, cycle, region, cooperationSince }: AccountHead, t: TFunction): string =>
  [
    lifecycle && t(`accounts.lifecycle.${lifecycle}`),
    kind && t(`accounts.kind.${kind}`),
    cycle && t(`accounts.cycle.${cycle}`),
    region,
    cooperationSince && t('portrait.head.since', { year: cooperationSince.slice(0, 4) }),
  ]
    .filter(Boolean)
    .join(' · ')
