import { useTranslation } from 'react-i18next'
import type { IncentiveEntry } from '../../../../db/channel/incentives/contract.ts'
import { monthTotals } from '../../../../db/channel/incentives/rules/balances.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { unitAmount } from './amounts.ts'

/** Months beyond these are in the ledger itself. */
const MOST = 12

/** What each month gave, took and paid out, money and points apart. */
export function Months({ rows }: { readonly rows: readonly IncentiveEntry[] }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const totals = monthTotals(rows).slice(0, MOST * 2)
  const cell = (amount: number, unit: IncentiveEntry['unit']): string =>
    amount === 0 ? '–' : unitAmount(amount, unit, money, t)
  if (totals.length === 0) return null
  return (
    <Section title={t('incentives.months')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('incentives.month')}</th>
            <th scope="col">{t('incentives.given')}</th>
            <th scope="col">{t('incentives.taken')}</th>
            <th scope="col">{t('incentives.paidOut')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ month, unit, given, taken, paidOut }) => (
            <tr key={`${month} ${unit}`}>
              <th scope="row">{month}</th>
              <td>{cell(given, unit)}</td>
              <td>{cell(taken, unit)}</td>
              <td>{cell(paidOut, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
