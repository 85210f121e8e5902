import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { periodAround } from '../../../../db/channel/rules/periods.ts'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { TimerControl } from '../effort/TimerControl.tsx'
import styles from './figures.module.css'
import { rateText } from './figureText.ts'

/** What one account got of our effort this quarter, and how its requests went. */
export function FiguresOfAccount({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const span = periodAround('quarter', dayOf(Date.now()))
  const { data } = useQuery(api.figures.ofAccount.queryOptions({ input: { ...span, accountId } }))
  if (!data) return null
  const { figures, effort } = data
  const shown: readonly (readonly [title: string, value: string])[] = [
    [t('figures.account.effort'), minutesText(effort)],
    [t('figures.requests'), String(figures.requests)],
    [t('figures.firstRate'), rateText(figures.clocks.first.rate)],
    [t('figures.solutionRate'), rateText(figures.clocks.solution.rate)],
    [t('figures.promises'), rateText(figures.promises?.rate ?? null)],
    [t('figures.cadence'), rateText(figures.cadence?.rate ?? null)],
  ]
  return (
    <Section
      title={t('figures.account.title')}
      remark={<Link to="/channel/figures">{t('figures.account.remark')}</Link>}
      action={<TimerControl about={{ accountId, subject: 'account', subjectId: null }} />}
    >
      <dl className={styles.few}>
        {shown.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
