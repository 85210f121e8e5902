import { Button, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../../../db/channel/club/contract.ts'
import { ANSWERS, type Answer } from '../../../../db/channel/club/rules/seats.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, TextBox } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'

/** One invitation: whom it is for, and what was answered for how many people. */
export function InvitationPanel({
  invitation,
  today,
}: {
  readonly invitation: Invitation
  readonly today: string
}) {
  const { t } = useTranslation()
  const change = useCommand(engine.club.changeInvitations)
  const send = useCommand(engine.club.reply)
  const { reply, id, accountId, personId } = invitation
  const [answer, setAnswer] = useState<Answer>(reply?.answer ?? 'yes')
  const [seats, setSeats] = useState(Math.max(1, reply?.seats ?? 1))
  const [note, setNote] = useState(reply?.note ?? '')
  return (
    <Section title={invitation.account} remark={reply === null ? '' : reply.on}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const given = { answer, on: today, seats: answer === 'yes' ? seats : 0, note: note.trim() }
          void send.run({ ids: [id], reply: given })
        }}
      >
        <div className={styles.fields}>
          <Field label={t('club.field.personId')} wide>
            {(field) => (
              <PersonPicker
                id={field}
                value={personId}
                accountId={accountId}
                onChange={(next) =>
                  void change.run({ edits: [{ id, field: 'personId', before: personId, after: next }] })
                }
              />
            )}
          </Field>
          <Field label={t('club.field.reply')} wide>
            {(field) => (
              <Segmented<Answer>
                id={field}
                value={answer}
                onChange={setAnswer}
                options={ANSWERS.map((value) => ({ value, label: t(`club.answer.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('club.field.people')}>
            {(field) => (
              <InputNumber
                id={field}
                min={1}
                max={1_000}
                precision={0}
                disabled={answer !== 'yes'}
                value={seats}
                onChange={(next) => setSeats(next ?? 1)}
              />
            )}
          </Field>
          <TextBox label={t('club.field.replyNote')} value={note} onChange={setNote} />
        </div>
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit">
            {t('club.recordReply')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
