import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import type { Remedy } from '../../../../db/recovery/remedies/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { useAmountText } from '../useAmountText.ts'
import { FairnessPart } from './FairnessPart.tsx'
import { RemedyForm } from './RemedyForm.tsx'

const NEW = 'new'

/** What is done to make it right, what it costs, and what of it was approved. */
export function RemediesSection({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.remedies.list.queryOptions({ input: { caseId: sheet.id } }))
  const [edited, setEdited] = useState<string | null>(null)
  const amountText = useAmountText()
  const all = data?.remedies ?? []
  return (
    <Section
      title={t('cases.remedies.title')}
      remark={
        all.length === 0 ? '' : t('cases.remedies.remark', { count: all.length, sum: amountText(sheet.paid) })
      }
      action={
        <Button icon={<PlusOutlined />} onClick={() => setEdited(NEW)}>
          {t('cases.remedies.add')}
        </Button>
      }
    >
      <ul className={styles.rows}>
        {all.map((remedy) =>
          edited === remedy.id ? (
            <li key={remedy.id}>
              <RemedyForm sheet={sheet} today={today} remedy={remedy} close={() => setEdited(null)} />
            </li>
          ) : (
            <RemedyRow
              key={remedy.id}
              remedy={remedy}
              today={today}
              amount={remedy.amount === 0 ? '' : amountText(remedy.amount)}
              edit={() => setEdited(remedy.id)}
            />
          ),
        )}
        {edited === NEW && (
          <li>
            <RemedyForm sheet={sheet} today={today} remedy={null} close={() => setEdited(null)} />
          </li>
        )}
      </ul>
      {all.length === 0 && edited === null && <p className={styles.quiet}>{t('cases.remedies.none')}</p>}
      {sheet.fairness && <FairnessPart fairness={sheet.fairness} />}
      {data?.approval && (
        <p className={styles.quiet}>
          {t('cases.remedies.approved', { ...data.approval, amount: amountText(data.approval.amount) })}
        </p>
      )}
      {data && data.limit !== null && (
        <p className={styles.quiet}>{t('cases.remedies.limit', { amount: amountText(data.limit) })}</p>
      )}
    </Section>
  )
}

function RemedyRow({
  remedy: { id, kind, what, owner, dueOn, end },
  today,
  amount,
  edit,
}: {
  readonly remedy: Remedy
  readonly today: string
  readonly amount: string
  readonly edit: () => void
}) {
  const { t } = useTranslation()
  const ending = useCommand(engine.remedies.end)
  const remove = useCommand(engine.remedies.remove)
  const finish = (as: 'delivered' | 'dropped' | null) => (): void => void ending.run({ remedyId: id, as })
  const late = end === null && dueOn !== null && dueOn < today
  const stands = end === null ? (dueOn?.slice(5) ?? '') : endText()
  function endText(): string {
    if (end === null) return ''
    return end.dropped ? t('cases.remedies.dropped') : t('cases.remedies.delivered', { on: end.on.slice(5) })
  }
  return (
    <li data-ended={end !== null || undefined}>
      <span className={styles.quiet}>{t(`cases.remedyKind.${kind}`)}</span>
      <Button type="link" className={styles.grow ?? ''} disabled={end !== null} title={what} onClick={edit}>
        {what}
      </Button>
      <span className={styles.quiet}>{owner}</span>
      <span className={late ? styles.warned : styles.quiet}>{stands}</span>
      <span>{amount}</span>
      {end === null ? (
        <>
          <Button type="link" onClick={finish('delivered')}>
            {t('cases.remedies.deliver')}
          </Button>
          <Button type="link" onClick={finish('dropped')}>
            {t('cases.remedies.drop')}
          </Button>
        </>
      ) : (
        <Button type="link" onClick={finish(null)}>
          {t('cases.remedies.again')}
        </Button>
      )}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${t('cases.remedies.remove')} ${what}`}
        title={t('cases.remedies.remove')}
        onClick={() => void remove.run({ remedyId: id })}
      />
    </li>
  )
}
