import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate, useParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { ButtonKey } from '../../../ui/bits.tsx'
import { EditOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { TabLinks } from '../../../ui/TabLinks.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../accounts.module.css'
import { comparePlace } from '../analysis/comparePlace.ts'
import { DecisionTag } from '../analysis/DecisionTag.tsx'
import { openQuickEntry } from '../log/quickEntryStore.ts'
import { useLogKey } from '../log/useLogKey.ts'
import { AccountStrip } from './AccountStrip.tsx'
import { ACCOUNT_TABS } from './accountTabs.ts'

/** One account as one page: who it is and where it stands at the top, then tabs, each with an address of its own. */
export function AccountPage() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  useLogKey()
  const navigate = useNavigate()
  const { data, error, isPending } = useQuery(api.accounts.get.queryOptions({ input: { accountId } }))
  const room = { label: t('accounts.title'), to: '/accounts' }
  if (error)
    return (
      <Page title={t('accounts.title')} crumbs={[room]}>
        <ErrorNote problem={toProblem(error)} />
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
        </>
      }
      actions={
        <>
          <Button icon={<EditOutlined />} onClick={openQuickEntry}>
            {t('log.write')}
            <ButtonKey>L</ButtonKey>
          </Button>
          <Button onClick={() => void navigate(comparePlace([data.account]))}>
            {t('analysis.compare.start')}
          </Button>
        </>
      }
      below={
        <>
          <AccountStrip account={data.account} rank={data.standings[0]?.rank ?? null} />
          <div className={styles.tabs}>
            <TabLinks
              label={name}
              tabs={ACCOUNT_TABS.map((tab) => ({
                to: `/accounts/${accountId}${tab === 'portrait' ? '' : `/${tab}`}`,
                label: t(`accounts.tab.${tab}`),
                end: tab === 'portrait',
              }))}
            />
          </div>
        </>
      }
      fixed
    >
      <Outlet key={accountId} context={data satisfies AccountData} />
    </Page>
  )
}

/** What the account page has read for its tabs: `useOutletContext<AccountData>()`. */
export type AccountData = Awaited<ReturnType<typeof api.accounts.get.call>>
