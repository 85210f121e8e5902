import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { Opinion } from '../../../../db/channel/consultations/contract.ts'
import { STANCES, type Stance } from '../../../../db/channel/consultations/rules/opinions.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'

/** What one account says: its stance, its words, who of theirs said them, and when. */
export function OpinionPanel({ opinion, today }: { readonly opinion: Opinion; readonly today: string }) {
  const { t } = useTranslation()
  const answer = useCommand(engine.consultations.answer)
  const { given } = opinion
  const [stance, setStance] = useState<Stance | null>(given?.stance ?? null)
  const [text, setText] = useState(given?.text ?? '')
  const [on, setOn] = useState(given?.on ?? today)
  const [personId, setPersonId] = useState(opinion.personId)
  const before = given && { stance: given.stance, text: given.text, on: given.on }
  const day = typedDay(on, today, 'past')
  const changed =
    stance !== (given?.stance ?? null) ||
    text.trim() !== (given?.text ?? '') ||
    day !== (given?.on ?? today) ||
    personId !== opinion.personId
  const save = (): void => {
    if (stance === null || day === null) return
    const after = { stance, text: text.trim(), on: day }
    void answer.run({ opinionId: opinion.id, personId, before, after })
  }
  return (
    <Section
      title={opinion.account}
      remark={
        given?.late === true ? t('consultations.late') : given?.by ? t('ledger.by', { name: given.by }) : ''
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field label={t('consultations.field.stance')} wide>
          {(id) => (
            <Segmented<string>
              id={id}
              // none is chosen before the account has answered
              value={stance ?? ''}
              onChange={(next) => setStance(STANCES.find((one) => one === next) ?? null)}
              options={STANCES.map((value) => ({ value, label: t(`consultations.stance.${value}`) }))}
            />
          )}
        </Field>
        <TextBox label={t('consultations.field.text')} value={text} lines={3} onChange={setText} />
        <Field label={t('consultations.field.personId')}>
          {(id) => (
            <PersonPicker
              id={id}
              value={personId}
              accountId={opinion.accountId}
              onChange={(next) => setPersonId(next)}
            />
          )}
        </Field>
        <DayBox
          label={t('consultations.field.on')}
          value={on}
          today={today}
          direction="past"
          tried
          onChange={setOn}
        />
        <div className={styles.wide}>
          <div className={styles.buttons}>
            <Button type="primary" htmlType="submit" disabled={stance === null || day === null || !changed}>
              {t('consultations.record')}
            </Button>
            {given && (
              <Button
                onClick={() =>
                  void answer
                    .run({ opinionId: opinion.id, personId: null, before, after: null })
                    .then(({ ok }) => {
                      if (!ok) return
                      setStance(null)
                      setText('')
                      setPersonId(null)
                    })
                }
              >
                {t('consultations.takeBack')}
              </Button>
            )}
          </div>
          {opinion.told && (
            <p className={styles.remark}>
              {t('consultations.toldLine', { day: opinion.told.on, text: opinion.told.text })}
            </p>
          )}
        </div>
      </form>
    </Section>
  )
}
