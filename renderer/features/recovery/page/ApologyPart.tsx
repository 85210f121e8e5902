import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { REQUEST_WAYS, type RequestWay } from '../../../../db/channel/requests/rules/words.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { EditOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'

/** Who of ours apologised to whom of theirs, when and how. */
export function ApologyPart({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const write = useCommand(engine.cases.writeApology)
  const [typing, setTyping] = useState(false)
  const { apology, apologyBy, apologyTo } = sheet
  if (typing) return <ApologyForm sheet={sheet} today={today} close={() => setTyping(false)} />
  const line = {
    by: apologyBy ?? t('cases.someone'),
    on: apology?.on ?? '',
    how: apology ? t(`channel.way.${apology.how}`) : '',
  }
  return (
    <div className={styles.foot}>
      {apology ? (
        <p>
          {apologyTo === null
            ? t('cases.apology.line', line)
            : t('cases.apology.lineTo', { ...line, to: apologyTo })}
          {apology.words !== '' && <span className={styles.quiet}> {apology.words}</span>}
        </p>
      ) : (
        <p className={styles.quiet}>{t('cases.apology.none')}</p>
      )}
      <Button type="link" icon={<EditOutlined />} onClick={() => setTyping(true)}>
        {t(apology ? 'cases.apology.change' : 'cases.apology.add')}
      </Button>
      {apology && (
        <Button
          type="link"
          onClick={() => void write.run({ caseId: sheet.id, before: apology, after: null })}
        >
          {t('cases.clear')}
        </Button>
      )}
    </div>
  )
}

function ApologyForm({
  sheet,
  today,
  close,
}: {
  readonly sheet: CaseSheet
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const write = useCommand(engine.cases.writeApology, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    memberId: sheet.apology?.memberId ?? sheet.ownerId,
    personId: sheet.apology?.personId ?? sheet.personId,
    on: sheet.apology?.on ?? today,
    how: sheet.apology?.how ?? ('phone' as const satisfies RequestWay),
    words: sheet.apology?.words ?? '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const send = async (): Promise<void> => {
    setTried(true)
    const on = typedDay(draft.on, today, 'past')
    const { memberId } = draft
    if (on === null || memberId === null) return
    const outcome = await write.run({
      caseId: sheet.id,
      before: sheet.apology,
      after: { ...draft, memberId, on },
    })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={write.pending} close={close} send={send}>
      <Field
        label={t('cases.apology.by')}
        problem={tried && draft.memberId === null ? t('ledger.required') : ''}
      >
        {(id) => (
          <MemberPicker id={id} value={draft.memberId} onChange={(memberId) => change({ memberId })} />
        )}
      </Field>
      <Field label={t('cases.apology.to')}>
        {(id) => (
          <PersonPicker
            id={id}
            value={draft.personId}
            accountId={sheet.accountId}
            onChange={(personId) => change({ personId })}
          />
        )}
      </Field>
      <DayBox
        label={t('cases.apology.on')}
        value={draft.on}
        today={today}
        direction="past"
        tried={tried}
        onChange={(on) => change({ on })}
      />
      <ChoiceBox<RequestWay>
        label={t('cases.apology.how')}
        value={draft.how}
        options={REQUEST_WAYS.map((value) => ({ value, label: t(`channel.way.${value}`) }))}
        onChange={(how) => change({ how })}
      />
      <TextBox
        label={t('cases.apology.words')}
        value={draft.words}
        lines={2}
        onChange={(words) => change({ words })}
      />
    </InlineForm>
  )
}
