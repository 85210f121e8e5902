import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { Action } from '../../../../db/recovery/causes/contract.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { ACTION_KINDS, type ActionKind } from '../../../../db/recovery/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'

const USUAL_KIND: ActionKind = 'corrective'

/** An action about the cause as it is typed. */
export function ActionForm({
  sheet,
  today,
  action,
  close,
}: {
  readonly sheet: CaseSheet
  readonly today: string
  readonly action: Action | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const save = useCommand(engine.causes.saveAction, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    what: action?.what ?? '',
    kind: action?.kind ?? USUAL_KIND,
    ownerId: action?.ownerId ?? sheet.ownerId,
    dueOn: action?.dueOn ?? '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const dueOn = draft.dueOn.trim() === '' ? null : typedDay(draft.dueOn, today, 'future')
  const send = async (): Promise<void> => {
    setTried(true)
    if (draft.what.trim() === '' || (dueOn === null && draft.dueOn.trim() !== '')) return
    const { what, kind, ownerId } = draft
    const outcome = await save.run({
      caseId: sheet.id,
      actionId: action?.id ?? null,
      what,
      kind,
      ownerId,
      dueOn,
    })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={save.pending} close={close} send={send}>
      <TextBox
        label={t('cases.actions.what')}
        value={draft.what}
        required
        tried={tried}
        autoFocus
        onChange={(what) => change({ what })}
      />
      <ChoiceBox<ActionKind>
        label={t('cases.actions.kind')}
        value={draft.kind}
        options={ACTION_KINDS.map((value) => ({ value, label: t(`cases.actions.kinds.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Field label={t('cases.actions.owner')}>
        {(id) => <MemberPicker id={id} value={draft.ownerId} onChange={(ownerId) => change({ ownerId })} />}
      </Field>
      <DayBox
        label={t('cases.actions.due')}
        value={draft.dueOn}
        today={today}
        direction="future"
        optional
        onChange={(typed) => change({ dueOn: typed })}
      />
    </InlineForm>
  )
}
