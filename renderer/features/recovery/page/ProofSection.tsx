import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { orderBars } from '../../../../db/recovery/orders/rules/bars.ts'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'
import { OrdersForm } from './OrdersForm.tsx'
import { ProofChart } from './ProofChart.tsx'

/** Whether trust is back: what was found as a sentence, then the orders that say so. */
export function ProofSection({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.orders.list.queryOptions({ input: { accountId: sheet.accountId } }))
  const [typing, setTyping] = useState(false)
  const known = new Map(data?.map(({ month, amount }) => [month, amount]))
  const { baseline, months } = sheet.orders
  return (
    <Section
      title={t('cases.proof.title')}
      remark={proofText(sheet, t)}
      action={!typing && <Button onClick={() => setTyping(true)}>{t('cases.proof.write')}</Button>}
    >
      <p className={styles.quiet}>
        {[
          baseline
            ? t(baseline.from === 'season' ? 'cases.proof.fromSeason' : 'cases.proof.fromBefore')
            : t('cases.proof.noBaseline'),
          t(sheet.toldAt === null ? 'cases.proof.wouldBe' : 'cases.proof.months', {
            from: months[0] ?? '',
            to: months.at(-1) ?? '',
          }),
        ].join(' · ')}
      </p>
      {known.size > 0 && <ProofChart bars={orderBars(known, sheet.orders)} baseline={baseline} />}
      {typing && data && (
        <OrdersForm sheet={sheet} known={known} current={today.slice(0, 7)} close={() => setTyping(false)} />
      )}
    </Section>
  )
}

/** Whether trust is back, in a sentence. */
function proofText({ proof }: CaseSheet, t: TFunction): string {
  const listed = (...parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(t('channel.comma'))
  switch (proof.kind) {
    case 'recovered':
      return t('cases.trust.recovered')
    case 'failed':
      return t('cases.trust.failed', {
        what: listed(
          proof.content ? '' : t('cases.trust.failedContent'),
          proof.orders ? '' : t('cases.trust.failedOrders'),
        ),
      })
    case 'notYet':
      return t('cases.trust.notYet', {
        what: listed(
          proof.content === 'back' ? t('cases.trust.back') : t('cases.trust.contentUnknown'),
          proof.orders === 'back' ? t('cases.trust.ordersBack') : t('cases.trust.ordersUnknown'),
        ),
      })
  }
}
