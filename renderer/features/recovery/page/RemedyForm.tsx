import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import type { Remedy } from '../../../../db/recovery/remedies/contract.ts'
import { REMEDY_KINDS, type RemedyKind } from '../../../../db/recovery/rules/words.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { typedAmount } from '../typedAmount.ts'

const USUAL_KIND: RemedyKind = 'service'

/** A remedy as it is typed: what, of which kind, by whom and when, and what it costs us. */
export function RemedyForm({
  sheet,
  today,
  remedy,
  close,
}: {
  readonly sheet: CaseSheet
  readonly today: string
  readonly remedy: Remedy | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { data: offers } = useQuery(api.remedies.offers.queryOptions())
  const save = useCommand(engine.remedies.save, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    what: remedy?.what ?? '',
    kind: remedy?.kind ?? USUAL_KIND,
    ownerId: remedy?.ownerId ?? sheet.ownerId,
    dueOn: remedy?.dueOn ?? '',
    amount: remedy && remedy.amount > 0 ? String(remedy.amount / 100) : '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const amount = typedAmount(draft.amount)
  const dueOn = draft.dueOn.trim() === '' ? null : typedDay(draft.dueOn, today, 'future')
  const send = async (): Promise<void> => {
    setTried(true)
    const unread = amount === undefined || (dueOn === null && draft.dueOn.trim() !== '')
    if (draft.what.trim() === '' || unread) return
    const { what, kind, ownerId } = draft
    const outcome = await save.run({
      caseId: sheet.id,
      remedyId: remedy?.id ?? null,
      remedy: { what, kind, ownerId, dueOn, amount: amount ?? 0 },
    })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={save.pending} close={close} send={send}>
      {remedy === null && offers && offers.length > 0 && (
        <Field label={t('cases.offers.title')} wide>
          {(id) => (
            <Select<string | null>
              id={id}
              value={null}
              placeholder={t('cases.offers.choose')}
              showSearch={{ optionFilterProp: 'label' }}
              options={offers.map((offer) => ({ value: offer.id, label: offer.name }))}
              onChange={(chosen) => {
                const offer = offers.find((one) => one.id === chosen)
                if (offer)
                  change({
                    what: offer.name,
                    kind: offer.kind,
                    amount: offer.cost > 0 ? String(offer.cost / 100) : '',
                  })
              }}
            />
          )}
        </Field>
      )}
      <TextBox
        label={t('cases.remedies.what')}
        value={draft.what}
        required
        tried={tried}
        autoFocus
        onChange={(what) => change({ what })}
      />
      <ChoiceBox<RemedyKind>
        label={t('cases.remedies.kind')}
        value={draft.kind}
        options={REMEDY_KINDS.map((value) => ({ value, label: t(`cases.remedyKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Field label={t('cases.remedies.owner')}>
        {(id) => <MemberPicker id={id} value={draft.ownerId} onChange={(ownerId) => change({ ownerId })} />}
      </Field>
      <DayBox
        label={t('cases.remedies.due')}
        value={draft.dueOn}
        today={today}
        direction="future"
        optional
        onChange={(typed) => change({ dueOn: typed })}
      />
      <TextBox
        label={t('cases.remedies.amount')}
        value={draft.amount}
        wide={false}
        placeholder={t('cases.amountHint')}
        problem={amount === undefined ? t('cases.notAmount', { text: draft.amount }) : ''}
        onChange={(typed) => change({ amount: typed })}
      />
    </InlineForm>
  )
}
