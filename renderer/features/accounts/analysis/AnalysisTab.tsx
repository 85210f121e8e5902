import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'
import type { AccountData } from '../page/AccountPage.tsx'
import styles from './analysis.module.css'
import { BlankSection } from './BlankSection.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { ReferralSection } from './ReferralSection.tsx'
import { RivalsSection } from './RivalsSection.tsx'
import { StickinessSection } from './StickinessSection.tsx'
import { SwotSection } from './SwotSection.tsx'
import { ValueSection } from './ValueSection.tsx'
import { WalletSection } from './WalletSection.tsx'

/** The analysis 分析 of an account (E3): what was found, by whom and when, and the decision that follows. */
export function AnalysisTab() {
  const { t } = useTranslation()
  const { account } = useOutletContext<AccountData>()
  const { data, error } = useQuery(api.analysis.get.queryOptions({ input: { accountId: account.id } }))
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return <LoadingBar busy />
  const { id } = account
  return (
    <section className={styles.tab} aria-label={t('analysis.title')}>
      <div className={styles.wide}>
        <DecisionSection accountId={id} decisions={data.decisions} />
        <SwotSection accountId={id} swot={data.swot} />
      </div>
      <div className={styles.main}>
        <WalletSection accountId={id} analysis={data} />
        <RivalsSection accountId={id} analysis={data} />
        <ReferralSection accountId={id} referrals={data.referrals} />
      </div>
      <div className={styles.beside}>
        {data.products.length > 0 && <BlankSection accountId={id} />}
        <StickinessSection accountId={id} analysis={data} />
        <ValueSection accountId={id} analysis={data} />
      </div>
    </section>
  )
}
