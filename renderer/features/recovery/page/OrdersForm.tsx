import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import type { Orders } from '../../../../db/recovery/orders/rules/baseline.ts'
import { addMonths } from '../../../../db/recovery/orders/rules/baseline.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { typedAmount } from '../typedAmount.ts'
import styles from './proof.module.css'

/** Months before the failure that are asked for: a year, so that the same season is among them. */
const BEFORE = 12

/** An account's orders by month as they are typed, or pasted as a column from the month on in which the cursor is. */
export function OrdersForm({
  sheet,
  known,
  current,
  close,
}: {
  readonly sheet: CaseSheet
  readonly known: Orders
  /** YYYY-MM: later ones have no orders yet */
  readonly current: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const write = useCommand(engine.orders.write)
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [dropped, setDropped] = useState(0)
  const months = monthsAsked(sheet, current)
  const shownOf = (month: string): string => {
    const amount = known.get(month)
    return typed.get(month) ?? (amount === undefined ? '' : String(amount / 100))
  }
  const type = (from: string, texts: readonly string[]): void => {
    const room = months.slice(months.indexOf(from))
    setDropped(Math.max(0, texts.length - room.length))
    setTyped((before) => {
      const next = new Map(before)
      for (const [at, month] of room.entries()) {
        const text = texts[at]
        if (text !== undefined) next.set(month, text.trim())
      }
      return next
    })
  }
  const send = async (): Promise<void> => {
    const changed = months.flatMap((month) => {
      const after = typedAmount(shownOf(month))
      const before = known.get(month) ?? null
      return after === before ? [] : [{ month, before, after }]
    })
    const readable = changed.flatMap(({ after, ...rest }) =>
      after === undefined ? [] : [{ ...rest, after }],
    )
    if (readable.length < changed.length) return
    if (readable.length === 0) return close()
    const outcome = await write.run({ accountId: sheet.accountId, months: readable })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={write.pending} close={close} send={send}>
      <p className={styles.unit}>{t('cases.proof.unit')}</p>
      {dropped > 0 && (
        <p className={styles.dropped} role="alert">
          {t('cases.proof.dropped', { count: dropped, last: current })}
        </p>
      )}
      <div className={styles.months}>
        {months.map((month, at) => {
          const text = shownOf(month)
          const wrong = typedAmount(text) === undefined
          return (
            <Field key={month} label={month} problem={wrong ? t('cases.notAmount', { text }) : ''}>
              {(id) => (
                <Input
                  id={id}
                  value={text}
                  autoFocus={at === 0}
                  status={wrong ? 'error' : ''}
                  onChange={({ target }) => type(month, [target.value])}
                  onPaste={(event) => {
                    const lines = event.clipboardData
                      .getData('text/plain')
                      .trim()
                      .split(/[\r\n\t]+/)
                    if (lines.length < 2) return
                    event.preventDefault()
                    type(month, lines)
                  }}
                />
              )}
            </Field>
          )
        })}
      </div>
    </InlineForm>
  )
}

/** From a year before it happened, or before the months that prove it, until now. */
function monthsAsked({ orders: { failed, months } }: CaseSheet, current: string): string[] {
  const season = addMonths(months[0] ?? failed, -BEFORE)
  const before = addMonths(failed, -BEFORE)
  const asked: string[] = []
  for (let month = season < before ? season : before; month <= current; month = addMonths(month, 1))
    asked.push(month)
  return asked
}
