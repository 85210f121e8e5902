import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { PROMISE_SIDES } from '../../../../db/accounts/promises/rules/states.ts'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import type { Commitment } from '../../../../db/visits/minutes/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'

/** A promise made at a visit as it is typed: whose, what, by whom, by when. */
export function CommitmentForm({
  visit,
  today,
  commitment,
  close,
}: {
  readonly visit: VisitSheet
  readonly today: string
  readonly commitment: Commitment | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const add = useCommand(engine.promises.add)
  const change = useCommand(engine.promises.change)
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    side: commitment?.side ?? 'ours',
    what: commitment?.what ?? '',
    memberId: commitment ? commitment.memberId : (me ?? null),
    personId: commitment?.personId ?? visit.theirs.find(({ gone }) => !gone)?.personId ?? null,
    dueOn: commitment?.dueOn ?? '',
  })
  const edit = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const dueOn = draft.dueOn.trim() === '' ? null : typedDay(draft.dueOn, today, 'future')
  const send = async (): Promise<void> => {
    setTried(true)
    const account = visit.with[0]
    const what = draft.what.trim()
    // without a day it would never come up in Today
    if (!account || what === '' || dueOn === null) return
    const memberId = draft.side === 'ours' ? draft.memberId : (commitment?.memberId ?? null)
    const outcome = commitment
      ? await change.run({
          edits: [
            { promiseId: commitment.id, field: 'what', before: commitment.what, after: what },
            { promiseId: commitment.id, field: 'dueOn', before: commitment.dueOn, after: dueOn },
            { promiseId: commitment.id, field: 'memberId', before: commitment.memberId, after: memberId },
          ],
        })
      : await add.run({
          promises: [
            {
              accountId: account.id,
              side: draft.side,
              memberId,
              personId: draft.personId,
              what,
              dueOn,
              madeOn: visit.day <= today ? visit.day : today,
              source: 'visit',
              sourceId: visit.id,
            },
          ],
        })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={add.pending || change.pending} close={close} send={send}>
      <TextBox
        label={t('visits.promiseWhat')}
        value={draft.what}
        required
        tried={tried}
        autoFocus
        onChange={(what) => edit({ what })}
      />
      {commitment === null && (
        <ChoiceBox
          label={t('visits.whose')}
          value={draft.side}
          options={PROMISE_SIDES.map((value) => ({ value, label: t(`visits.side.${value}`) }))}
          onChange={(side) => edit({ side })}
        />
      )}
      {draft.side === 'ours' ? (
        <Field label={t('visits.promiseOwner')}>
          {(id) => (
            <MemberPicker id={id} value={draft.memberId} onChange={(memberId) => edit({ memberId })} />
          )}
        </Field>
      ) : (
        <ChoiceBox<string>
          label={t('visits.promiseOwner')}
          value={draft.personId ?? ''}
          options={[
            { value: '', label: t('visits.nobody') },
            ...visit.theirs.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          onChange={(chosen) =>
            edit({ personId: visit.theirs.find(({ personId }) => personId === chosen)?.personId ?? null })
          }
        />
      )}
      <DayBox
        label={t('visits.promiseDue')}
        value={draft.dueOn}
        today={today}
        direction="future"
        tried={tried}
        onChange={(typed) => edit({ dueOn: typed })}
      />
    </InlineForm>
  )
}
