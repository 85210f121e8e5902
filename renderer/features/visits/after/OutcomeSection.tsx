import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitOutcome, VisitSheet } from '../../../../db/visits/contract.ts'
import { ANSWERS, REACHES } from '../../../../db/visits/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import styles from './after.module.css'

/** What came of a visit: how far it reached its objective, how asks were answered, the next date. */
export function OutcomeSection({
  visit,
  today,
  action,
  effect,
}: {
  readonly visit: VisitSheet
  readonly today: string
  readonly action: ReactNode
  readonly effect: ReactNode
}) {
  const { t } = useTranslation()
  const save = useOutcome(visit)
  const { outcome, state, minutesDueOn } = visit
  const late = (state === 'held' || state === 'minutesDue') && minutesDueOn !== null && minutesDueOn < today
  return (
    <Section
      title={t('visits.section.outcome')}
      remark={
        state === 'held' || state === 'minutesDue' ? (
          <span className={late ? styles.late : ''}>
            {t(late ? 'visits.minutesLate' : 'visits.minutesBy', { day: minutesDueOn ?? '' })}
          </span>
        ) : (
          ''
        )
      }
      action={action}
    >
      {effect}
      <div className={fields.fields}>
        <Field label={t('visits.objectiveReached')}>
          {(id) => (
            <Segmented
              id={id}
              aria-label={t('visits.objectiveReached')}
              value={outcome.reach ?? NONE}
              onChange={(value) => {
                const reach = REACHES.find((one) => one === value) ?? null
                void save({ reach })
              }}
              options={[
                { value: NONE, label: t('visits.notSaid') },
                ...REACHES.map((value) => ({ value, label: t(`visits.reach.${value}`) })),
              ]}
            />
          )}
        </Field>
        <SavedDay
          label={t('visits.nextOn')}
          value={outcome.nextOn}
          today={today}
          direction="future"
          optional
          save={(nextOn) => save({ nextOn })}
        />
        <SavedText
          label={t('visits.outcomeNote')}
          value={outcome.note}
          lines={2}
          save={(note) => save({ note })}
        />
      </div>
      <Asks visit={visit} save={save} />
    </Section>
  )
}

const NONE = 'none'

type Save = (changes: Partial<VisitOutcome>) => Promise<boolean>

/** Writes parts of a visit's outcome. */
export function useOutcome(visit: VisitSheet): Save {
  const write = useCommand(engine.visits.writeOutcome, { toast: false })
  return async (changes) => {
    const before = visit.outcome
    return (await write.run({ visitId: visit.id, before, after: { ...before, ...changes } })).ok
  }
}

/** What we asked for, each with how it was answered. */
export function Asks({
  visit,
  save,
  large = false,
}: {
  readonly visit: VisitSheet
  readonly save: Save
  /** for a tablet */
  readonly large?: boolean
}) {
  const { t } = useTranslation()
  if (visit.asks.length === 0) return null
  return (
    <fieldset className={styles.asks} data-large={large || undefined}>
      <legend>{t('visits.list.asks')}</legend>
      {visit.asks.map(({ key, text }) => (
        <div key={key} className={styles.askRow}>
          <span>{text}</span>
          <Segmented
            aria-label={text}
            {...(large ? { size: 'large' as const } : {})}
            value={visit.outcome.answers[key] ?? NONE}
            onChange={(value) => {
              const answer = ANSWERS.find((one) => one === value)
              const { [key]: _before, ...others } = visit.outcome.answers
              void save({ answers: answer === undefined ? others : { ...others, [key]: answer } })
            }}
            options={[
              { value: NONE, label: t('visits.notSaid') },
              ...ANSWERS.map((value) => ({ value, label: t(`visits.answer.${value}`) })),
            ]}
          />
        </div>
      ))}
    </fieldset>
  )
}
