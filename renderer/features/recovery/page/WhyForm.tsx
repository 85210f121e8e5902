import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Why } from '../../../../db/recovery/causes/contract.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'

/** A question of the five whys as it is typed, with its answer and what shows it. */
export function WhyForm({
  sheet,
  why,
  parentId,
  close,
}: {
  readonly sheet: CaseSheet
  readonly why: Why | null
  readonly parentId: Why['id'] | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const save = useCommand(engine.causes.saveWhy, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    question: why?.question ?? '',
    answer: why?.answer ?? '',
    ours: why?.ours ?? false,
    evidence: why?.evidence ?? '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const send = async (): Promise<void> => {
    setTried(true)
    if (draft.question.trim() === '') return
    const outcome = await save.run({ caseId: sheet.id, whyId: why?.id ?? null, parentId, ...draft })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={save.pending} close={close} send={send}>
      <TextBox
        label={t('cases.whys.question')}
        value={draft.question}
        required
        tried={tried}
        autoFocus
        onChange={(question) => change({ question })}
      />
      <TextBox
        label={t('cases.whys.answer')}
        value={draft.answer}
        onChange={(answer) => change({ answer })}
      />
      <TextBox
        label={t('cases.whys.evidence')}
        value={draft.evidence}
        wide={false}
        onChange={(evidence) => change({ evidence })}
      />
      <Checkbox checked={draft.ours} onChange={({ target }) => change({ ours: target.checked })}>
        {t('cases.whys.ours')}
      </Checkbox>
    </InlineForm>
  )
}
