import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { IncentiveEntry } from '../../../../db/channel/incentives/contract.ts'
import { INCENTIVE_UNITS } from '../../../../db/channel/incentives/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow, refusalOf } from '../../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { amountTrouble, typedAmount, unitAmount, unitWord } from './amounts.ts'

const EMPTY = { accountId: '', unit: 'fen', amount: '', day: '', why: '' }

/** The dialog that pays an account out of its balance, which stands beside the amount. */
export function PayOut({
  open,
  close,
  rows,
  today,
}: {
  readonly open: boolean
  readonly close: () => void
  /** the whole ledger, newest first */
  readonly rows: readonly IncentiveEntry[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const pay = useCommand(engine.incentives.payOut, { tellProblem: false })
  const unitOf = (draft: typeof EMPTY) => INCENTIVE_UNITS.find((one) => one === draft.unit) ?? 'fen'
  return (
    <NewRow
      open={open}
      close={close}
      kind="channel.incentives.payOut"
      title={t('incentives.payOut')}
      empty={{ ...EMPTY, day: today }}
      save={(draft) => {
        const unit = unitOf(draft)
        const amount = typedAmount(draft.amount, unit, money)
        const day = typedDay(draft.day, today, 'past')
        if (draft.accountId === '' || amount === null || !day) return null
        return refusalOf(pay.run({ accountId: draft.accountId, unit, amount, day, why: draft.why }))
      }}
    >
      {({ draft, change, tried }) => {
        const unit = unitOf(draft)
        const amount = typedAmount(draft.amount, unit, money)
        const newest = rows.find((row) => row.accountId === draft.accountId && row.unit === unit)
        const balance = newest?.balance ?? 0
        return (
          <>
            <Field
              wide
              label={t('ledger.account')}
              problem={tried && draft.accountId === '' ? t('ledger.required') : ''}
            >
              {(id) => (
                <AccountPicker
                  id={id}
                  value={draft.accountId === '' ? null : draft.accountId}
                  onChange={(next) => change({ accountId: next ?? '' })}
                />
              )}
            </Field>
            <ChoiceBox<string>
              label={t('incentives.field.unit')}
              value={unit}
              options={INCENTIVE_UNITS.map((value) => ({ value, label: t(`incentives.unit.${value}`) }))}
              onChange={(next) => change({ unit: next })}
            />
            <TextBox
              wide={false}
              label={`${t('incentives.field.amount')} ${unitWord(unit, money, t)}`}
              value={draft.amount}
              problem={
                amountTrouble(draft.amount, unit, money, t) ||
                (tried && amount === null ? t('incentives.badAmount') : '')
              }
              onChange={(next) => change({ amount: next })}
            />
            <DayBox
              label={t('incentives.field.day')}
              value={draft.day}
              today={today}
              direction="past"
              tried={tried}
              onChange={(day) => change({ day })}
            />
            <TextBox
              label={t('incentives.field.why')}
              value={draft.why}
              onChange={(why) => change({ why })}
            />
            {draft.accountId !== '' && (
              <p role="status">
                {t('incentives.balanceAfter', {
                  balance: unitAmount(balance, unit, money, t),
                  after: unitAmount(balance - (amount ?? 0), unit, money, t),
                })}
              </p>
            )}
          </>
        )
      }}
    </NewRow>
  )
}
