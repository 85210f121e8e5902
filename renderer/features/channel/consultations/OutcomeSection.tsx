import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consultation, Opinion } from '../../../../db/channel/consultations/contract.ts'
import { type ConsultationDecision, DECISIONS } from '../../../../db/channel/consultations/rules/opinions.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, TextBox } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { WarningOutlined } from '../../../ui/icons.tsx'

/** What was decided; while key accounts have not answered, deciding says so. */
export function OutcomeSection({
  consultation,
  opinions,
  today,
}: {
  readonly consultation: Consultation
  readonly opinions: readonly Opinion[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const decide = useCommand(engine.consultations.decide)
  const { outcome, id } = consultation
  const [decision, setDecision] = useState<ConsultationDecision>('asPlanned')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const silent = opinions.filter(({ tier, given }) => tier === 'key' && given === null)
  if (outcome)
    return (
      <Section
        title={t('consultations.field.outcome')}
        remark={outcome.by === null ? outcome.on : `${outcome.on} ${t('ledger.by', { name: outcome.by })}`}
      >
        <p>
          <strong>{t(`consultations.decision.${outcome.decision}`)}</strong> {outcome.text}
        </p>
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              const before = { decision: outcome.decision, text: outcome.text, on: outcome.on }
              void decide.run({ consultationId: id, before, after: null })
            }}
          >
            {t('consultations.undecide')}
          </Button>
        </div>
      </Section>
    )
  return (
    <Section title={t('consultations.field.outcome')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (text.trim() === '') return
          const after = { decision, text: text.trim(), on: today }
          void decide.run({ consultationId: id, before: null, after })
        }}
      >
        <div className={styles.fields}>
          <Field label={t('consultations.field.decision')} wide>
            {(field) => (
              <Segmented<ConsultationDecision>
                id={field}
                value={decision}
                onChange={setDecision}
                options={DECISIONS.map((value) => ({ value, label: t(`consultations.decision.${value}`) }))}
              />
            )}
          </Field>
          <TextBox
            label={t('consultations.field.reason')}
            value={text}
            lines={2}
            required
            tried={tried}
            onChange={setText}
          />
        </div>
        {silent.length > 0 && (
          <p className={styles.warning} role="note">
            <WarningOutlined />
            {t('consultations.silentKeys', {
              count: silent.length,
              names: silent
                .slice(0, MOST_NAMES)
                .map(({ account }) => account)
                .join(t('consultations.comma')),
            })}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit">
            {t('consultations.decide')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

/** Names beyond these are counted. */
const MOST_NAMES = 5
