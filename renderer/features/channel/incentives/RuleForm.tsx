import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { IncentiveRule } from '../../../../db/channel/incentives/contract.ts'
import { WHOLE_RATE } from '../../../../db/channel/incentives/rules/reckoning.ts'
import { INCENTIVE_KINDS, INCENTIVE_UNITS } from '../../../../db/channel/incentives/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow, refusalOf } from '../../../shared/ledger/NewRow.tsx'
import { typedFen } from '../../../shared/ledger/typedMoney.ts'
import { formatMoney, formatNumber, type MoneyUnit } from '../../../ui/format.ts'
import { typedAmount, unitWord } from './amounts.ts'

const EMPTY = {
  name: '',
  kind: 'rebate',
  unit: 'fen',
  text: '',
  rate: '',
  threshold: '',
  cap: '',
  fromOn: '',
  untilOn: '',
}

/** A rule as the form holds it. */
const typedRule = (rule: IncentiveRule, money: MoneyUnit): typeof EMPTY => ({
  name: rule.name,
  kind: rule.kind,
  unit: rule.unit,
  text: rule.text,
  rate: rule.reckoning === null ? '' : String(rule.reckoning.rate / 100),
  threshold: rule.reckoning?.threshold ? formatMoney(rule.reckoning.threshold, money) : '',
  cap: rule.reckoning?.cap
    ? rule.unit === 'fen'
      ? formatMoney(rule.reckoning.cap, money)
      : formatNumber(rule.reckoning.cap)
    : '',
  fromOn: rule.fromOn,
  untilOn: rule.untilOn ?? '',
})

/** What a form says, as the contract takes it; null while something of it is missing or wrong. */
function ruleOf(draft: typeof EMPTY, today: string, money: MoneyUnit) {
  const kind = INCENTIVE_KINDS.find((one) => one === draft.kind)
  const unit = INCENTIVE_UNITS.find((one) => one === draft.unit)
  const fromOn = typedDay(draft.fromOn, today, 'past')
  const untilOn = draft.untilOn.trim() === '' ? null : typedDay(draft.untilOn, today, 'future')
  const name = draft.name.trim()
  if (!kind || !unit || name === '' || !fromOn || (draft.untilOn.trim() !== '' && !untilOn)) return null
  const whole = { name, kind, unit, text: draft.text, fromOn, untilOn }
  if (draft.rate.trim() === '') return { ...whole, reckoning: null }
  const rate = rateOf(draft.rate)
  const threshold = draft.threshold.trim() === '' ? 0 : typedFen(draft.threshold, money)
  const cap = draft.cap.trim() === '' ? null : typedAmount(draft.cap, unit, money)
  if (rate === null || threshold === null || (draft.cap.trim() !== '' && cap === null)) return null
  return { ...whole, reckoning: { rate, threshold, cap } }
}

/** A percentage in hundredths of a percent; null where it is none, or not above nought and at most all. */
function rateOf(text: string): number | null {
  const rate = Math.round(Number(text.normalize('NFKC').replace('%', '')) * 100)
  return Number.isInteger(rate) && rate >= 1 && rate <= WHOLE_RATE ? rate : null
}

/** The dialog for a new rule, or an existing one to change. */
export function RuleForm({
  rule,
  today,
  close,
}: {
  readonly rule: IncentiveRule | null
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const add = useCommand(engine.incentives.addRule, { tellProblem: false })
  const change = useCommand(engine.incentives.changeRule, { tellProblem: false })
  return (
    <NewRow
      open
      close={close}
      kind={rule === null ? 'channel.rule.new' : `channel.rule.${rule.id}`}
      title={rule === null ? t('incentives.newRule') : t('incentives.editRule', { name: rule.name })}
      empty={rule === null ? { ...EMPTY, fromOn: today } : typedRule(rule, money)}
      save={(draft) => {
        const after = ruleOf(draft, today, money)
        if (after === null) return null
        if (rule === null) return refusalOf(add.run(after))
        const { id, entries: _entries, holds: _holds, ...before } = rule
        return refusalOf(change.run({ ruleId: id, before, after }))
      }}
    >
      {({ draft, change: put, tried }) => {
        const unit = INCENTIVE_UNITS.find((one) => one === draft.unit) ?? 'fen'
        return (
          <>
            <TextBox
              label={t('incentives.field.name')}
              value={draft.name}
              required
              tried={tried}
              autoFocus
              onChange={(name) => put({ name })}
            />
            <ChoiceBox<string>
              label={t('incentives.field.kind')}
              value={draft.kind}
              options={INCENTIVE_KINDS.map((value) => ({ value, label: t(`incentives.kind.${value}`) }))}
              onChange={(kind) => put({ kind })}
            />
            <ChoiceBox<string>
              label={t('incentives.field.unit')}
              value={draft.unit}
              options={INCENTIVE_UNITS.map((value) => ({ value, label: t(`incentives.unit.${value}`) }))}
              onChange={(next) => put({ unit: next })}
            />
            <TextBox
              wide={false}
              label={t('incentives.field.rate')}
              placeholder={t('incentives.rateHint')}
              value={draft.rate}
              problem={draft.rate.trim() !== '' && rateOf(draft.rate) === null ? t('incentives.badRate') : ''}
              onChange={(rate) => put({ rate })}
            />
            <TextBox
              wide={false}
              label={`${t('incentives.field.threshold')} ${t(`app.status.${money}`)}`}
              value={draft.threshold}
              onChange={(threshold) => put({ threshold })}
            />
            <TextBox
              wide={false}
              label={`${t('incentives.field.cap')} ${unitWord(unit, money, t)}`}
              value={draft.cap}
              onChange={(cap) => put({ cap })}
            />
            <DayBox
              label={t('incentives.field.fromOn')}
              value={draft.fromOn}
              today={today}
              direction="past"
              tried={tried}
              onChange={(fromOn) => put({ fromOn })}
            />
            <DayBox
              label={t('incentives.field.untilOn')}
              value={draft.untilOn}
              today={today}
              direction="future"
              optional
              onChange={(untilOn) => put({ untilOn })}
            />
            <TextBox
              label={t('incentives.field.text')}
              value={draft.text}
              lines={2}
              onChange={(text) => put({ text })}
            />
            {tried && ruleOf(draft, today, money) === null && <p role="alert">{t('incentives.checkRule')}</p>}
          </>
        )
      }}
    </NewRow>
  )
}
