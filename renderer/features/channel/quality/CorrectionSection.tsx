import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { Correction, Incident } from '../../../../db/channel/quality/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DayBox, SavedDay, SavedText, TextBox } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'

interface SectionProps {
  readonly incident: Incident
  readonly today: string
}

/** What shall put the incident right, by when, and whether it was done. */
export function CorrectionSection({ incident, today }: SectionProps) {
  const { t } = useTranslation()
  const correct = useCommand(engine.quality.correct)
  const { correction } = incident
  const before = correction && plain(correction)
  const put = async (after: Correction | null): Promise<boolean> =>
    (await correct.run({ incidentId: incident.id, before, after })).ok
  if (!before || !correction)
    return (
      <Section title={t('quality.correction')}>
        <NewCorrection today={today} put={put} />
      </Section>
    )
  return (
    <Section
      title={t('quality.correction')}
      remark={correction.by === null ? '' : t('ledger.by', { name: correction.by })}
    >
      {incident.late > 0 && (
        <p className={styles.warning} role="note">
          {t('quality.correctionLate', { days: incident.late })}
        </p>
      )}
      <div className={styles.fields}>
        <SavedText
          label={t('quality.field.correction')}
          value={before.what}
          lines={2}
          required
          save={(what) => put({ ...before, what })}
        />
        <SavedDay
          label={t('quality.field.dueOn')}
          value={before.dueOn}
          today={today}
          direction="future"
          save={(dueOn) => (dueOn === null ? Promise.resolve(false) : put({ ...before, dueOn }))}
        />
        <SavedDay
          label={t('quality.field.doneOn')}
          value={before.doneOn}
          today={today}
          direction="past"
          optional
          save={(doneOn) => put({ ...before, doneOn })}
        />
      </div>
      <div className={styles.buttons}>
        {before.doneOn === null && (
          <Button type="primary" onClick={() => void put({ ...before, doneOn: today })}>
            {t('quality.doneToday')}
          </Button>
        )}
        <Button onClick={() => void put(null)}>{t('quality.withdraw')}</Button>
      </div>
    </Section>
  )
}

const plain = ({ what, dueOn, doneOn }: Correction): Correction => ({ what, dueOn, doneOn })

function NewCorrection({
  today,
  put,
}: {
  readonly today: string
  readonly put: (after: Correction) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const [what, setWhat] = useState('')
  const [due, setDue] = useState('')
  const [tried, setTried] = useState(false)
  const send = (): void => {
    setTried(true)
    const dueOn = typedDay(due, today, 'future')
    if (what.trim() !== '' && dueOn !== null) void put({ what: what.trim(), dueOn, doneOn: null })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className={styles.remark}>{t('quality.correctionNone')}</p>
      <div className={styles.fields}>
        <TextBox
          label={t('quality.field.correction')}
          value={what}
          lines={2}
          required
          tried={tried}
          onChange={setWhat}
        />
        <DayBox
          label={t('quality.field.dueOn')}
          value={due}
          today={today}
          direction="future"
          tried={tried}
          onChange={setDue}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit">
          {t('quality.decide')}
        </Button>
      </div>
    </form>
  )
}
