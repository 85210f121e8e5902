import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import type { WinBackSheet, WinBackStep } from '../../../../db/recovery/winBack/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'

/** Usual steps with the days from today on which they are due. */
const USUAL = {
  try: { apologise: 3, fix: 14, offer: 21, firstOrder: 45, review: 90 },
  courtesy: { weigh: 3, talk: 7, settle: 21, change: 30, door: 45 },
} as const

const NEW = 'new'

interface Props {
  readonly sheet: WinBackSheet
  readonly today: string
}

/** The dated steps of winning an account back, or of parting with it; none where it is left. */
export function StepsSection({ sheet, today }: Props) {
  const { t } = useTranslation()
  const add = useCommand(engine.winBacks.addSteps)
  const [edited, setEdited] = useState<string | null>(null)
  const { decision, steps } = sheet
  if (decision === null || decision.decision === 'leave') return null
  const path = decision.decision
  const planUsual = (): void => {
    const usual =
      path === 'try'
        ? (['apologise', 'fix', 'offer', 'firstOrder', 'review'] as const).map((step) => ({
            what: t(`winBack.usual.try.${step}`),
            days: USUAL.try[step],
          }))
        : (['weigh', 'talk', 'settle', 'change', 'door'] as const).map((step) => ({
            what: t(`winBack.usual.courtesy.${step}`),
            days: USUAL.courtesy[step],
          }))
    void add.run({
      winBackId: sheet.id,
      steps: usual.map(({ what, days }) => ({ what, ownerId: sheet.ownerId, dueOn: addDays(today, days) })),
    })
  }
  const form = (step: WinBackStep | null) => (
    <StepForm sheet={sheet} today={today} step={step} close={() => setEdited(null)} />
  )
  return (
    <Section
      title={t('winBack.section.steps')}
      action={
        <>
          {steps.length === 0 && (
            <Button type="primary" disabled={add.pending} onClick={planUsual}>
              {t('winBack.steps.usual')}
            </Button>
          )}
          <Button icon={<PlusOutlined />} onClick={() => setEdited(NEW)}>
            {t('winBack.steps.add')}
          </Button>
        </>
      }
    >
      <ul className={styles.rows}>
        {steps.map((step) =>
          edited === step.id ? (
            <li key={step.id}>{form(step)}</li>
          ) : (
            <StepRow key={step.id} step={step} today={today} edit={() => setEdited(step.id)} />
          ),
        )}
        {edited === NEW && <li>{form(null)}</li>}
      </ul>
      {steps.length === 0 && edited === null && <p className={styles.quiet}>{t('winBack.steps.none')}</p>}
    </Section>
  )
}

function StepRow({
  step: { id, what, owner, dueOn, done },
  today,
  edit,
}: {
  readonly step: WinBackStep
  readonly today: string
  readonly edit: () => void
}) {
  const { t } = useTranslation()
  const carry = useCommand(engine.winBacks.doStep)
  const remove = useCommand(engine.winBacks.removeStep)
  return (
    <li>
      <Button type="link" className={styles.grow ?? ''} title={what} onClick={edit}>
        {what}
      </Button>
      <span className={styles.quiet}>{owner}</span>
      <span className={done === null && dueOn < today ? styles.warned : styles.quiet}>
        {done === null ? dueOn : t('winBack.steps.doneOn', { on: done.on })}
      </span>
      <Button type="link" onClick={() => void carry.run({ stepId: id, done: done === null })}>
        {t(done === null ? 'winBack.steps.done' : 'winBack.steps.undone')}
      </Button>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('winBack.steps.remove', { name: what })}
        onClick={() => void remove.run({ stepId: id })}
      />
    </li>
  )
}

function StepForm({
  sheet,
  today,
  step,
  close,
}: Props & { readonly step: WinBackStep | null; readonly close: () => void }) {
  const { t } = useTranslation()
  const add = useCommand(engine.winBacks.addSteps, { toast: false })
  const save = useCommand(engine.winBacks.changeStep, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    what: step?.what ?? '',
    ownerId: step ? step.ownerId : sheet.ownerId,
    dueOn: step?.dueOn ?? '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const send = async (): Promise<void> => {
    setTried(true)
    const dueOn = typedDay(draft.dueOn, today, 'future')
    if (dueOn === null || draft.what.trim() === '') return
    const fields = { what: draft.what, ownerId: draft.ownerId, dueOn }
    const outcome = step
      ? await save.run({ stepId: step.id, step: fields })
      : await add.run({ winBackId: sheet.id, steps: [fields] })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={add.pending || save.pending} close={close} send={send}>
      <TextBox
        label={t('winBack.steps.what')}
        value={draft.what}
        required
        tried={tried}
        autoFocus
        onChange={(what) => change({ what })}
      />
      <Field label={t('winBack.steps.owner')}>
        {(id) => <MemberPicker id={id} value={draft.ownerId} onChange={(ownerId) => change({ ownerId })} />}
      </Field>
      <DayBox
        label={t('winBack.steps.due')}
        value={draft.dueOn}
        today={today}
        direction="future"
        tried={tried}
        onChange={(dueOn) => change({ dueOn })}
      />
    </InlineForm>
  )
}
