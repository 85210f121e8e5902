import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { Section } from '../../../ui/bits.tsx'
import { WarningOutlined } from '../../../ui/icons.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../chart/chart.module.css'
import type { Report } from './report.ts'
import { shareText } from './shareChart.ts'

const FIRST = 20

/** The accounts that effort went to, most first. */
export function AccountsTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { ids, names, tiers, minutes, shares, bringNothing } = report.accounts
  const shown = all ? ids : ids.slice(0, FIRST)
  return (
    <Section title={t('effort.byAccount')} remark={t('effort.accounts', { count: ids.length })}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['accountId', 'tier', 'minutes', 'share', 'brings'] as const).map((field) => (
                <th key={field} scope="col">
                  {t(`effort.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((id, at) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/accounts/${id}/channel`}>{names[at]}</Link>
                </th>
                <td>
                  <TierTag standing={tiers[at] ?? null} />
                </td>
                <td>{minutesText(minutes[at] ?? 0)}</td>
                <td>{shareText(shares[at] ?? null)}</td>
                <td className={bringNothing[at] ? styles.bad : ''}>
                  {bringNothing[at] && (
                    <>
                      <WarningOutlined /> {t('effort.bringsNothing')}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && ids.length > FIRST && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('effort.more', { count: ids.length - FIRST })}
        </Button>
      )}
    </Section>
  )
}
