import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { IncentiveRule } from '../../../../db/channel/incentives/contract.ts'
import { reckon } from '../../../../db/channel/incentives/rules/reckoning.ts'
import { INCENTIVE_UNITS, type IncentiveUnit } from '../../../../db/channel/incentives/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow, refusalOf } from '../../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { amountTrouble, typedAmount, typedBase, unitAmount, unitWord } from './amounts.ts'

const EMPTY = { accountId: '', ruleId: '', unit: 'fen', amount: '', day: '', why: '' }

/** The dialog for what an account earned or lost: by a rule, which may reckon it from an amount, or without one. */
export function NewEntry({
  open,
  close,
  rules,
  today,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly rules: readonly IncentiveRule[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const enter = useCommand(engine.incentives.enter, { tellProblem: false })
  const read = (draft: typeof EMPTY) => {
    const rule = rules.find(({ id }) => id === draft.ruleId) ?? null
    const unit = rule?.unit ?? INCENTIVE_UNITS.find((one) => one === draft.unit) ?? 'fen'
    const reckons = rule?.reckoning ?? null
    const base = reckons === null ? null : typedBase(draft.amount, money)
    const amount = reckons === null ? typedAmount(draft.amount, unit, money) : null
    return {
      rule,
      unit,
      reckons,
      base,
      amount,
      earned: base === null || !reckons ? null : reckon(base, reckons, unit),
    }
  }
  return (
    <NewRow
      open={open}
      close={close}
      kind="channel.incentives.new"
      title={t('incentives.enter')}
      empty={{ ...EMPTY, day: today }}
      save={(draft) => {
        const { rule, unit, base, amount } = read(draft)
        const day = typedDay(draft.day, today, 'past')
        const given = base === null ? (amount === null ? null : { amount }) : { base }
        if (draft.accountId === '' || !day || given === null) return null
        if (rule?.kind === 'penalty' && draft.why.trim() === '') return null
        const { accountId, why } = draft
        return refusalOf(enter.run({ accountId, ruleId: rule?.id ?? null, unit, given, day, why }))
      }}
    >
      {({ draft, change, tried }) => {
        const { rule, unit, reckons, base, amount, earned } = read(draft)
        const missing = tried && base === null && amount === null
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
            <Field label={t('incentives.field.rule')} wide remark={rule?.text ?? ''}>
              {(id) => (
                <Select<string>
                  id={id}
                  value={rule?.id ?? ''}
                  options={[
                    { value: '', label: t('incentives.noRule') },
                    ...rules
                      .filter(({ holds }) => holds)
                      .map(({ id: value, name, kind }) => ({
                        value,
                        label: `${t(`incentives.kind.${kind}`)} · ${name}`,
                      })),
                  ]}
                  onChange={(ruleId) => change({ ruleId })}
                />
              )}
            </Field>
            {rule === null && (
              <ChoiceBox<string>
                label={t('incentives.field.unit')}
                value={unit}
                options={INCENTIVE_UNITS.map((value) => ({ value, label: t(`incentives.unit.${value}`) }))}
                onChange={(next) => change({ unit: next })}
              />
            )}
            <TextBox
              wide={false}
              label={
                reckons === null
                  ? `${t('incentives.field.amount')} ${unitWord(unit, money, t)}`
                  : `${t('incentives.field.base')} ${t(`app.status.${money}`)}`
              }
              value={draft.amount}
              problem={
                base !== null || amount !== null
                  ? ''
                  : amountTrouble(draft.amount, reckons === null ? unit : 'fen', money, t) ||
                    (missing ? t('incentives.badAmount') : '')
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
              label={rule?.kind === 'penalty' ? t('incentives.whyPenalty') : t('incentives.field.why')}
              value={draft.why}
              required={rule?.kind === 'penalty'}
              tried={tried}
              onChange={(why) => change({ why })}
            />
            {earned !== null && <Earned earned={earned} unit={unit} />}
          </>
        )
      }}
    </NewRow>
  )
}

/** What the rule gives for the amount that is typed. */
function Earned({ earned, unit }: { readonly earned: number; readonly unit: IncentiveUnit }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  return (
    <p role="status">
      {earned === 0
        ? t('incentives.earnsNothing')
        : t('incentives.earns', { amount: unitAmount(earned, unit, money, t) })}
    </p>
  )
}
