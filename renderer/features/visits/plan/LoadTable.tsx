import { useTranslation } from 'react-i18next'
import type { PlanLoad } from '../../../../db/visits/plan/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { monthShort } from './markLook.ts'
import { PlanColumns } from './PlanColumns.tsx'
import styles from './plan.module.css'

/** How many visits each of our executives has in each month, beside how many they may have. */
export function LoadTable({
  loads,
  now,
}: {
  readonly loads: readonly PlanLoad[]
  readonly now: number | undefined
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  return (
    <table className={styles.table} aria-label={t('visitPlan.load.title')}>
      <PlanColumns />
      <thead className={styles.hidden}>
        <tr>
          <th scope="col">{t('visitPlan.load.executive')}</th>
          <th scope="col">{t('visitPlan.load.role')}</th>
          <th scope="col">{t('visitPlan.load.monthly')}</th>
          {Array.from({ length: 12 }, (_, month) => (
            <th key={monthShort(month, language)} scope="col">
              {monthShort(month, language)}
            </th>
          ))}
          <th scope="col">{t('visitPlan.load.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {loads.map(({ memberId, name, role, monthly, months }) => (
          <tr key={memberId}>
            <th scope="row" className={styles.executive}>
              {name}
            </th>
            <td className={styles.owner} title={role}>
              {role}
            </td>
            <td className={styles.number} title={t('visitPlan.load.monthlyHint', { count: monthly })}>
              ≤ {monthly}
            </td>
            {months.map((count, month) => (
              <td
                key={monthShort(month, language)}
                className={styles.month}
                data-now={month === now || undefined}
              >
                <LoadFigure count={count} monthly={monthly} />
              </td>
            ))}
            <td className={styles.number}>
              {t('visitPlan.load.times', { count: months.reduce((sum, count) => sum + count, 0) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LoadFigure({ count, monthly }: { readonly count: number; readonly monthly: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  const level = count > monthly ? 'over' : count === monthly ? 'full' : count * 2 > monthly ? 'much' : 'some'
  return (
    <span className={styles.load} data-level={level}>
      {level === 'over'
        ? t('visitPlan.load.over', { count })
        : level === 'full'
          ? t('visitPlan.load.full', { count })
          : count}
    </span>
  )
}
