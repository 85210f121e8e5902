import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { PickedPerson } from '../../../../db/accounts/people/contract.ts'
import type { IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DayBox, Field } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { AccountPicker, type PickedAccount } from '../../../shared/pick/AccountPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'

/** A customer who asked for an idea, as it is typed. */
export function AskerForm({
  idea,
  today,
  close,
}: {
  readonly idea: IdeaSheet
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const save = useCommand(engine.ideas.setAsker)
  const [tried, setTried] = useState(false)
  const [account, setAccount] = useState<PickedAccount['id'] | null>(null)
  const [personId, setPerson] = useState<PickedPerson['id'] | null>(null)
  const [day, setDay] = useState(today)
  const send = async (): Promise<void> => {
    setTried(true)
    const askedOn = typedDay(day, today, 'past')
    if (account === null || askedOn === null) return
    if ((await save.run({ ideaId: idea.id, accountId: account, personId, askedOn })).ok) close()
  }
  return (
    <InlineForm busy={save.pending} close={close} send={send}>
      <Field label={t('ideas.field.asker')} problem={tried && account === null ? t('ledger.required') : ''}>
        {(id) => (
          <AccountPicker
            id={id}
            value={account}
            autoFocus
            except={idea.askedBy.map(({ accountId }) => accountId)}
            onChange={(next) => {
              setAccount(next)
              setPerson(null)
            }}
          />
        )}
      </Field>
      <Field label={t('ideas.field.person')}>
        {(id) => (
          <PersonPicker id={id} value={personId} accountId={account ?? undefined} onChange={setPerson} />
        )}
      </Field>
      <DayBox
        label={t('ideas.field.askedOn')}
        value={day}
        today={today}
        direction="past"
        tried={tried}
        onChange={setDay}
      />
    </InlineForm>
  )
}
