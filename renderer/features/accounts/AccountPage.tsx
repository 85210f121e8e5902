import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { api } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { Avatar, Ring, Section } from '../../ui/bits.tsx'
import { formatDay, formatScore } from '../../ui/format.ts'
import { Page, SidePanel } from '../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../ui/states.tsx'
import { TierTag } from '../../ui/tier.tsx'
import { AccountForm } from './AccountForm.tsx'
import styles from './accounts.module.css'
import { completeness } from './completeness.ts'

/** One account as one page: who it is and where it stands; its archive and figures; its standings so far. */
export function AccountPage() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const { data, error, isPending } = useQuery({
    ...api.accounts.get.queryOptions({ input: { accountId } }),
  })
  const { data: members } = useQuery(api.department.members.queryOptions())
  const name = data?.account.name ?? ''
  const crumbs = [{ label: t('accounts.title'), to: '/accounts' }, { label: name }]
  if (error)
    return (
      <Page title={t('accounts.title')} crumbs={[{ label: t('accounts.title'), to: '/accounts' }]}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  if (isPending || !members)
    return (
      <Page title={name} crumbs={crumbs} busy>
        {null}
      </Page>
    )
  const { account, figures, standings } = data
  const owner = members.find(({ id }) => id === account.ownerId)?.name
  return (
    <Page
      title={<span className={styles.accountName}>{account.name}</span>}
      crumbs={crumbs}
      remarks={<TierTag standing={account.tier} />}
      below={
        <dl className={styles.strip}>
          <div>
            <dt>{t('accounts.page.score')}</dt>
            <dd className={styles.big}>{formatScore(account.score)}</dd>
            <dd>{standings[0]?.rank ? t('accounts.page.rank', { rank: standings[0].rank }) : ''}</dd>
          </div>
          <div>
            <dt>{t('accounts.page.owner')}</dt>
            <dd className={styles.owner}>
              {owner !== undefined && <Avatar name={owner} />}
              <strong>{owner ?? t('accounts.page.noOwner')}</strong>
            </dd>
          </div>
          <div>
            <dt>{t('accounts.field.kind')}</dt>
            <dd>
              <strong>{account.kind ? t(`accounts.kind.${account.kind}`) : '–'}</strong>
            </dd>
          </div>
          <div>
            <dt>{t('accounts.field.cycle')}</dt>
            <dd>
              <strong>{account.cycle ? t(`accounts.cycle.${account.cycle}`) : '–'}</strong>
            </dd>
          </div>
        </dl>
      }
      panel={
        <SidePanel title={t('accounts.page.completeness')}>
          <CompletenessSection account={account} />
          <Section title={t('accounts.page.standings')} remark={standings.length || ''}>
            {standings.length === 0 && <p className={styles.quiet}>{t('accounts.page.noStandings')}</p>}
            <ul className={styles.standings}>
              {standings.map(({ roundName, publishedAt, score, tier, rank }) => (
                <li key={`${roundName}${publishedAt}`}>
                  <span className={styles.standingName} title={formatDay(publishedAt, spokenLanguage())}>
                    {roundName}
                  </span>
                  <TierTag standing={tier} />
                  <strong>{formatScore(score)}</strong>
                  <span className={styles.quiet}>
                    {rank === null ? '' : t('accounts.page.rank', { rank })}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </SidePanel>
      }
    >
      <AccountForm key={account.id} account={account} figures={figures} members={members} />
      {figures.length === 0 && <EmptyState line={t('accounts.page.noFigures')} />}
    </Page>
  )
}

function CompletenessSection({ account }: { readonly account: Parameters<typeof completeness>[0] }) {
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
