import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Member } from '../../../../db/department/contract.ts'
import { api } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatFigure, formatMoney } from '../../../ui/format.ts'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../accounts.module.css'
import { figureTitle } from '../list/accountColumns.ts'
import group from './group.module.css'
import { Seats } from './Seats.tsx'

type GroupData = Awaited<ReturnType<typeof api.group.get.call>>

/** Who of us looks after an account, and the companies that it belongs to, with their figures added up. */
export function GroupSection({
  accountId,
  members,
  parent,
}: {
  readonly accountId: string
  readonly members: readonly Member[]
  /** the line of the parent company */
  readonly parent: ReactNode
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.group.get.queryOptions({ input: { accountId } }))
  return (
    <>
      <Section title={t('accounts.group.seats')} remark={data?.seats.length || ''}>
        {data && <Seats accountId={accountId} seats={data.seats} members={members} />}
      </Section>
      <Section
        title={t('accounts.group.companies')}
        remark={data && data.companies.length > 1 ? data.companies.length + data.more : ''}
      >
        <div className={styles.form}>{parent}</div>
        {data && data.companies.length > 1 && <Companies accountId={accountId} data={data} />}
      </Section>
    </>
  )
}

/** The tree of companies as a table, figures at the right, totals below. */
function Companies({ accountId, data }: { readonly accountId: string; readonly data: GroupData }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { companies, figures, totals, more } = data
  const amount = (fen: number | null): string => (fen === null ? '' : formatMoney(fen, money))
  const revenue = t('accounts.figure.header', {
    name: t('accounts.field.revenue'),
    unit: t(`app.status.${money}`),
  })
  return (
    <section className={group.scroll} aria-label={t('accounts.group.companies')}>
      <table className={group.companies}>
        <thead>
          <tr>
            <th scope="col">{t('accounts.field.name')}</th>
            <th scope="col">{t('accounts.field.tier')}</th>
            <th scope="col">{revenue}</th>
            {figures.map((figure) => (
              <th key={figure.id} scope="col">
                {figureTitle(figure, money, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.id} aria-current={company.id === accountId ? 'true' : undefined}>
              <th scope="row" style={{ paddingLeft: `${8 + company.depth * 18}px` }}>
                {company.id === accountId ? (
                  <strong>{company.name}</strong>
                ) : (
                  <Link to={`/accounts/${company.id}`}>{company.name}</Link>
                )}
              </th>
              <td>
                <TierTag standing={company.tier} />
              </td>
              <td>{amount(company.revenue)}</td>
              {figures.map((figure, at) => (
                <td key={figure.id}>{formatFigure(company.figures[at] ?? null, figure.unit, money)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t('accounts.group.total')}
              {more > 0 && <span className={styles.quiet}> {t('accounts.group.more', { count: more })}</span>}
            </th>
            <td />
            <td>{amount(totals.revenue)}</td>
            {figures.map((figure, at) => (
              <td key={figure.id}>{formatFigure(totals.figures[at] ?? null, figure.unit, money)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
