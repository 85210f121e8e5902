import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoverageLeader } from '../../../../db/visits/plan/contract.ts'
import { findingOf, stepsByAccount } from '../../../../db/visits/plan/rules/coverage.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Section, SectionHead } from '../../../ui/bits.tsx'
import { TableOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { CoverageCellSign, DepthBars } from './CoverageCell.tsx'
import { type Coverage, CoverageTable } from './CoverageTable.tsx'
import styles from './coverage.module.css'
import { LeaderDetail } from './LeaderDetail.tsx'

/** Leaders that the panel shows; the table behind it has them all. */
const MOST_SHOWN = 60

/**
 * Our executives × their leaders: how well each knows whom, how well we want, and what lacks most. Asked for as soon as
 * it is `wanted`: the engine answers one question after the other, and the plan beside it comes first.
 */
export function CoveragePanel({ wanted }: { readonly wanted: boolean }) {
  const { t } = useTranslation()
  const [byGap, setByGap] = useState(true)
  const [opened, setOpened] = useState<string | null>(null)
  const [table, setTable] = useState(false)
  const { data, error } = useQuery(api.visitPlan.coverage.queryOptions({ enabled: wanted }))
  const order = useMemo(() => (data ? leadersInOrder(data, byGap) : []), [data, byGap])
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const leader = data.leaders.find(({ personId }) => personId === opened)
  if (data.leaders.length === 0 || data.executives.length === 0)
    return (
      <Section title={t('visitPlan.coverage.title')}>
        <p className={styles.quiet}>
          {t(data.executives.length === 0 ? 'visitPlan.coverage.nobody' : 'visitPlan.coverage.empty')}
        </p>
      </Section>
    )
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <SectionHead
          title={t('visitPlan.coverage.title')}
          remark={t('visitPlan.coverage.remark')}
          action={
            <>
              <Button type="link" className={styles.link ?? ''} onClick={() => setByGap(!byGap)}>
                {t(byGap ? 'visitPlan.coverage.byAccount' : 'visitPlan.coverage.byGap')}
              </Button>
              <Button
                type="text"
                icon={<TableOutlined />}
                aria-label={t('visitPlan.coverage.table')}
                title={t('visitPlan.coverage.table')}
                onClick={() => setTable(true)}
              />
            </>
          }
        />
        <p className={styles.legend}>
          <DepthBars depth={2} wanted={2} /> {t('visitPlan.coverage.now')}
          <DepthBars depth={1} wanted={3} /> {t('visitPlan.coverage.wantedMore', { wanted: 3, gap: 2 })}
          <span className={styles.frame} /> {t('visitPlan.coverage.frame')}
          <span className={styles.parity}>=</span> {t('visitPlan.coverage.parity')}
        </p>
      </div>
      <CoverageMatrix
        data={data}
        order={order.slice(0, MOST_SHOWN)}
        opened={opened}
        onOpen={(personId) => setOpened(personId === opened ? null : personId)}
      />
      {order.length > MOST_SHOWN && (
        <Button type="link" onClick={() => setTable(true)}>
          {t('visitPlan.coverage.all', { count: order.length })}
        </Button>
      )}
      {leader && <LeaderDetail data={data} leader={leader} />}
      <Findings data={data} />
      {table && <CoverageTable data={data} order={order} close={() => setTable(false)} />}
    </div>
  )
}

/** Leaders account by account: the one that lacks most first, or as the accounts stand. */
function leadersInOrder({ accounts, leaders }: Coverage, byGap: boolean): CoverageLeader[] {
  const steps = byGap ? stepsByAccount(accounts.length, leaders) : []
  return leaders.toSorted(
    (one, other) =>
      (steps[other.account] ?? 0) - (steps[one.account] ?? 0) ||
      one.account - other.account ||
      (one.rank ?? 9) - (other.rank ?? 9),
  )
}

function CoverageMatrix({
  data,
  order,
  opened,
  onOpen,
}: {
  readonly data: Coverage
  readonly order: readonly CoverageLeader[]
  readonly opened: string | null
  readonly onOpen: (personId: string) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix} aria-label={t('visitPlan.coverage.title')}>
        <thead>
          <tr>
            <th scope="col">{t('visitPlan.column.account')}</th>
            <th scope="col">{t('visitPlan.coverage.leader')}</th>
            {data.executives.map(({ memberId, name, role }) => (
              <th key={memberId} scope="col" className={styles.cell} title={`${name} ${role}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((leader, at) => {
            const account = data.accounts[leader.account]
            const isFirst = order[at - 1]?.account !== leader.account
            return (
              <tr
                key={`${leader.personId} ${leader.account}`}
                data-first={isFirst || undefined}
                data-opened={opened === leader.personId || undefined}
              >
                <td className={styles.account} title={account?.name}>
                  {isFirst && shortAccount(account)}
                </td>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.leader}
                    aria-expanded={opened === leader.personId}
                    title={`${leader.name} ${leader.title}`}
                    onClick={() => onOpen(leader.personId)}
                  >
                    {leader.name} <span>{leader.title}</span>
                  </button>
                </th>
                {data.executives.map(({ memberId, name, rank }, index) => (
                  <td key={memberId} className={styles.cell}>
                    <CoverageCellSign
                      cell={leader.cells[index]}
                      executive={name}
                      ranks={[rank, leader.rank]}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A Chinese name's first four characters tell accounts apart: place and name come first. */
const shortName = (name: string): string => (/^[\p{sc=Han}]{5}/u.test(name) ? name.slice(0, 4) : name)

/** How an account is called where little room is: by its short name, or the beginning of its name. */
const shortAccount = (account: Coverage['accounts'][number] | undefined): string =>
  account === undefined ? '' : account.shortName === '' ? shortName(account.name) : account.shortName

function Findings({ data }: { readonly data: Coverage }) {
  const { t } = useTranslation()
  const { leaders, gaps, account, executive, went, came, invite } = findingOf({
    ...data,
    accounts: data.accounts.map((each) => ({ ...each, name: shortAccount(each) })),
  })
  return (
    <>
      <div className={styles.findings}>
        <strong>
          {gaps === 0
            ? t('visitPlan.coverage.noGap', { leaders })
            : t('visitPlan.coverage.finding', { leaders, gaps, account: account ?? '' })}
        </strong>
        {executive && (
          <p>{t('visitPlan.coverage.executive', { name: executive.name, gaps: executive.gaps })}</p>
        )}
      </div>
      <Section title={t('visitPlan.host.title')} remark={t('visitPlan.host.remark')}>
        <p className={styles.host}>
          <span>
            {t('visitPlan.host.went')} <strong>{went}</strong> · {t('visitPlan.host.came')}{' '}
            <strong>{came}</strong>
          </span>
          {invite.length > 0 && (
            <span className={styles.quiet}>
              {t('visitPlan.host.invite', { names: invite.join(t('visitPlan.listComma')) })}
            </span>
          )}
        </p>
      </Section>
    </>
  )
}
