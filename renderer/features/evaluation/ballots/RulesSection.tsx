import { Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../../db/evaluation/ballots/contract.ts'
import { POOLINGS } from '../../../../db/evaluation/consensus/rules/pooling.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './ballots.module.css'
import { type GroupProps, ticketOf } from './groupProps.ts'

type Rules = Group['rules']

const RANGES = [2, 4, 6, 8] as const

/** The rules by which ballots become a result; every change is saved at once. */
export function RulesSection({ group, open, askChair }: GroupProps) {
  const { t } = useTranslation()
  const set = useCommand(engine.evaluators.setRules)
  const { rules, roundId } = group
  const change = async (part: Partial<Rules>): Promise<void> => {
    const ticket = await askChair()
    if (ticket !== null) await set.run({ roundId, ticket: ticketOf(ticket), rules: { ...rules, ...part } })
  }
  const discord = rules.discord.kind === 'range' ? String(rules.discord.atLeast) : 'deviation'
  return (
    <Section title={t('ballots.rules.title')}>
      <div className={styles.rules}>
        <Rule label={t('ballots.rules.pooling')} hint={t(`ballots.rules.poolingHint.${rules.pooling}`)}>
          <Radio.Group
            aria-label={t('ballots.rules.pooling')}
            optionType="button"
            disabled={!open}
            value={rules.pooling}
            options={POOLINGS.map((value) => ({ value, label: t(`ballots.rules.poolings.${value}`) }))}
            onChange={(event) => void change({ pooling: event.target.value })}
          />
        </Rule>
        <Rule label={t('ballots.rules.discord')} hint={t('ballots.rules.discordHint')}>
          <Select
            aria-label={t('ballots.rules.discord')}
            className={styles.select ?? ''}
            disabled={!open}
            value={discord}
            options={[
              ...RANGES.map((atLeast) => ({
                value: String(atLeast),
                label: t('ballots.rules.range', { points: atLeast }),
              })),
              { value: 'deviation', label: t('ballots.rules.deviation') },
            ]}
            onChange={(value) => void change({ discord: discordOf(value) })}
          />
        </Rule>
        <Rule label={t('ballots.rules.own')} hint={t('ballots.rules.ownHint')}>
          <TwoWays
            label={t('ballots.rules.own')}
            disabled={!open}
            value={rules.own}
            words={{ counted: t('ballots.rules.counted'), excluded: t('ballots.rules.excluded') }}
            change={(own) => void change({ own })}
          />
        </Rule>
        <Rule label={t('ballots.rules.late')} hint={t('ballots.rules.lateHint')}>
          <TwoWays
            label={t('ballots.rules.late')}
            disabled={!open}
            value={rules.late}
            words={{ counted: t('ballots.rules.counted'), excluded: t('ballots.rules.excluded') }}
            change={(late) => void change({ late })}
          />
        </Rule>
        <Rule label={t('ballots.rules.quorum')} hint={t('ballots.rules.quorumHint')}>
          <InputNumber
            aria-label={t('ballots.rules.quorum')}
            disabled={!open}
            min={0}
            max={100}
            precision={0}
            suffix="%"
            defaultValue={rules.quorum}
            key={rules.quorum}
            onBlur={(event) => {
              const typed = Math.min(100, Math.max(0, Number.parseInt(event.target.value, 10)))
              if (Number.isInteger(typed) && typed !== rules.quorum) void change({ quorum: typed })
            }}
          />
        </Rule>
        <Rule label={t('ballots.rules.deadline')} hint={t('ballots.rules.deadlineHint')}>
          <DeadlineInput
            deadline={rules.deadline}
            disabled={!open}
            change={(deadline) => void change({ deadline })}
          />
        </Rule>
      </div>
    </Section>
  )
}

/** The standard deviation from which a cell is in discord where that rule is chosen, hundredths of a mark. */
const DEVIATION = 150

const discordOf = (value: string): Rules['discord'] => {
  const range = RANGES.find((atLeast) => String(atLeast) === value)
  return range === undefined ? { kind: 'deviation', atLeast: DEVIATION } : { kind: 'range', atLeast: range }
}

function Rule({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint: string
  readonly children: ReactNode
}) {
  return (
    <fieldset className={styles.rule}>
      <legend className={styles.ruleLabel}>{label}</legend>
      {children}
      <span className={styles.hint}>{hint}</span>
    </fieldset>
  )
}

const MOMENT = 'YYYY-MM-DD HH:mm'

/** A moment typed as people write it; written when the field is left, since a half-typed one is none. */
function DeadlineInput({
  deadline,
  disabled,
  change,
}: {
  readonly deadline: string | null
  readonly disabled: boolean
  readonly change: (deadline: string | null) => void
}) {
  const { t } = useTranslation()
  const [wrong, setWrong] = useState(false)
  const settle = (text: string): void => {
    const typed = readMoment(text)
    setWrong(typed === undefined)
    if (typed !== undefined && typed !== deadline) change(typed)
  }
  return (
    <>
      <Input
        key={deadline}
        className={styles.moment ?? ''}
        aria-label={t('ballots.rules.deadline')}
        placeholder={dayjs().add(7, 'day').hour(18).minute(0).format(MOMENT)}
        disabled={disabled}
        defaultValue={deadline === null ? '' : dayjs(deadline).format(MOMENT)}
        {...(wrong ? { status: 'error' as const } : {})}
        onBlur={(event) => settle(event.target.value)}
        onPressEnter={(event) => settle(event.currentTarget.value)}
      />
      {wrong && (
        <span className={styles.wrong}>
          {t('ballots.rules.noMoment', { example: dayjs().format(MOMENT) })}
        </span>
      )}
    </>
  )
}

/** The instant of a typed moment; null for none, undefined for what is no moment. A day alone ends at 18:00. */
function readMoment(text: string): string | null | undefined {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return null
  const [, day, time = '18:00'] = /^(\d{4}-\d{1,2}-\d{1,2})(?:\s+(\d{1,2}:\d{2}))?$/.exec(typed) ?? []
  const moment = dayjs(`${day} ${time}`)
  return day !== undefined && moment.isValid() ? moment.toISOString() : undefined
}

function TwoWays({
  label,
  disabled,
  value,
  words,
  change,
}: {
  readonly label: string
  readonly disabled: boolean
  readonly value: 'counted' | 'excluded'
  readonly words: Readonly<Record<'counted' | 'excluded', string>>
  readonly change: (value: 'counted' | 'excluded') => void
}) {
  return (
    <Radio.Group
      aria-label={label}
      optionType="button"
      disabled={disabled}
      value={value}
      options={(['counted', 'excluded'] as const).map((way) => ({ value: way, label: words[way] }))}
      onChange={(event) => change(event.target.value)}
    />
  )
}
