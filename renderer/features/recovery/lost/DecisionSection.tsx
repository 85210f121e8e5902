import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { WinBackSheet } from '../../../../db/recovery/winBack/contract.ts'
import { WIN_BACK_DECISIONS, type WinBackDecision } from '../../../../db/recovery/winBack/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from '../case.module.css'

interface Props {
  readonly sheet: WinBackSheet
  readonly today: string
}

/** Whether we try to win an account back, with the reason and who decided. */
export function DecisionSection({ sheet, today }: Props) {
  const { t } = useTranslation()
  const [deciding, setDeciding] = useState<WinBackDecision | null>(null)
  const decide = useCommand(engine.winBacks.decide)
  const { decision, decidedBy } = sheet
  return (
    <Section
      title={t('winBack.section.decision')}
      remark={
        decision
          ? t('winBack.decide.line', {
              by: decidedBy ?? '',
              on: decision.on,
              decision: t(`winBack.decision.${decision.decision}`),
            })
          : t('winBack.decide.none')
      }
    >
      {decision && deciding === null && <p>{decision.reason}</p>}
      {deciding === null ? (
        <div className={styles.steps}>
          {decision === null ? (
            WIN_BACK_DECISIONS.map((value) => (
              <Button key={value} onClick={() => setDeciding(value)}>
                {t(`winBack.decide.${value}`)}
              </Button>
            ))
          ) : (
            <>
              <Button onClick={() => setDeciding(decision.decision)}>{t('winBack.decide.change')}</Button>
              <Button
                type="link"
                onClick={() => void decide.run({ winBackId: sheet.id, before: decision, after: null })}
              >
                {t('winBack.decide.takeBack')}
              </Button>
            </>
          )}
        </div>
      ) : (
        <DecideForm sheet={sheet} today={today} first={deciding} close={() => setDeciding(null)} />
      )}
    </Section>
  )
}

function DecideForm({
  sheet,
  today,
  first,
  close,
}: Props & { readonly first: WinBackDecision; readonly close: () => void }) {
  const { t } = useTranslation()
  const decide = useCommand(engine.winBacks.decide, { tellProblem: false })
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [draft, setDraft] = useState({
    decision: first,
    reason: sheet.decision?.reason ?? '',
    memberId: sheet.decision?.memberId ?? null,
    on: sheet.decision?.on ?? today,
  })
  const change = (changes: Partial<typeof draft>): void => {
    setProblem(null)
    setDraft((before) => ({ ...before, ...changes }))
  }
  const send = async (): Promise<void> => {
    setTried(true)
    const on = typedDay(draft.on, today, 'past')
    const { decision, reason, memberId } = draft
    if (on === null || memberId === null || reason.trim() === '') return
    const outcome = await decide.run({
      winBackId: sheet.id,
      before: sheet.decision,
      after: { decision, reason, memberId, on },
    })
    if (outcome.ok) close()
    else setProblem(outcome.problem)
  }
  return (
    <InlineForm busy={decide.pending} close={close} send={send}>
      <ChoiceBox<WinBackDecision>
        label={t('winBack.section.decision')}
        value={draft.decision}
        options={WIN_BACK_DECISIONS.map((value) => ({ value, label: t(`winBack.decision.${value}`) }))}
        onChange={(decision) => change({ decision })}
      />
      <Field
        label={t('winBack.decide.by')}
        problem={tried && draft.memberId === null ? t('ledger.required') : ''}
      >
        {(id) => (
          <MemberPicker id={id} value={draft.memberId} onChange={(memberId) => change({ memberId })} />
        )}
      </Field>
      <DayBox
        label={t('winBack.decide.on')}
        value={draft.on}
        today={today}
        direction="past"
        tried={tried}
        onChange={(on) => change({ on })}
      />
      <TextBox
        label={t('winBack.decide.reason')}
        value={draft.reason}
        lines={2}
        required
        tried={tried}
        autoFocus
        onChange={(reason) => change({ reason })}
      />
      {problem && (
        <div className={styles.foreseen}>
          <ErrorNote problem={problem} />
        </div>
      )}
    </InlineForm>
  )
}
