import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { FORCES, type Force, LOSS_CAUSES, type LossCause } from '../../../../db/recovery/rules/words.ts'
import type { Interview, WinBackSheet } from '../../../../db/recovery/winBack/contract.ts'
import { DEFECTIONS, type Defection, GUIDE } from '../../../../db/recovery/winBack/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { EditOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'

interface Props {
  readonly sheet: WinBackSheet
  readonly today: string
}

/** Why an account left, as those said who left (B3, E2). */
export function InterviewSection({ sheet, today }: Props) {
  const { t } = useTranslation()
  const [typing, setTyping] = useState(false)
  const { interview } = sheet
  return (
    <Section
      title={t('winBack.section.interview')}
      remark={interview ? askedText(sheet, t) : t('winBack.interview.none')}
      action={
        !typing && (
          <Button icon={<EditOutlined />} onClick={() => setTyping(true)}>
            {t(interview ? 'winBack.interview.change' : 'winBack.interview.add')}
          </Button>
        )
      }
    >
      {typing ? (
        <InterviewForm sheet={sheet} today={today} close={() => setTyping(false)} />
      ) : (
        interview && <Told interview={interview} />
      )}
    </Section>
  )
}

const askedText = ({ interview, asked }: WinBackSheet, t: TFunction): string =>
  asked === null
    ? t('winBack.interview.lineNobody', { on: interview?.on ?? '' })
    : t('winBack.interview.line', { on: interview?.on ?? '', person: asked })

function Told({ interview }: { readonly interview: Interview }) {
  const { t } = useTranslation()
  const answered = GUIDE.flatMap((question) => {
    const answer = interview.answers[question]
    return answer ? [{ question, answer }] : []
  })
  return (
    <>
      <p>
        <span className={styles.ours}>{t(`winBack.defection.${interview.defection}`)}</span>{' '}
        <span className={styles.ours}>{t(`cases.lossCause.${interview.lossCause}`)}</span>{' '}
        <span className={styles.ours}>{t(`cases.force.${interview.force}`)}</span>
      </p>
      {interview.why !== '' && <p>{interview.why}</p>}
      <p className={styles.quiet}>{t(`winBack.hint.${interview.defection}`)}</p>
      <dl className={styles.told}>
        {answered.map(({ question, answer }) => (
          <div key={question}>
            <dt>{t(`winBack.guide.${question}`)}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function InterviewForm({ sheet, today, close }: Props & { readonly close: () => void }) {
  const { t } = useTranslation()
  const write = useCommand(engine.winBacks.writeInterview, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<Interview>(
    sheet.interview ?? {
      defection: 'pushedByMistake',
      lossCause: 'unresolved',
      force: 'ours',
      why: '',
      personId: null,
      on: today,
      answers: {},
    },
  )
  const change = (changes: Partial<Interview>): void => setDraft((before) => ({ ...before, ...changes }))
  const send = async (): Promise<void> => {
    setTried(true)
    const on = typedDay(draft.on, today, 'past')
    if (on === null) return
    const outcome = await write.run({
      winBackId: sheet.id,
      before: sheet.interview,
      after: { ...draft, on },
    })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={write.pending} close={close} send={send}>
      <p className={styles.foreseen}>{t('winBack.interview.hint')}</p>
      {GUIDE.map((question, at) => (
        <TextBox
          key={question}
          label={t(`winBack.guide.${question}`)}
          value={draft.answers[question] ?? ''}
          lines={1}
          autoFocus={at === 0}
          onChange={(answer) => change({ answers: { ...draft.answers, [question]: answer } })}
        />
      ))}
      <TextBox
        label={t('winBack.interview.why')}
        value={draft.why}
        lines={1}
        onChange={(why) => change({ why })}
      />
      <ChoiceBox<Defection>
        label={t('winBack.interview.defection')}
        value={draft.defection}
        options={DEFECTIONS.map((value) => ({ value, label: t(`winBack.defection.${value}`) }))}
        onChange={(defection) => change({ defection })}
      />
      <ChoiceBox<LossCause>
        label={t('winBack.interview.lossCause')}
        value={draft.lossCause}
        options={LOSS_CAUSES.map((value) => ({ value, label: t(`cases.lossCause.${value}`) }))}
        onChange={(lossCause) => change({ lossCause })}
      />
      <ChoiceBox<Force>
        label={t('winBack.interview.force')}
        value={draft.force}
        options={FORCES.map((value) => ({ value, label: t(`cases.force.${value}`) }))}
        onChange={(force) => change({ force })}
      />
      <Field label={t('winBack.interview.person')}>
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
        label={t('winBack.interview.on')}
        value={draft.on}
        today={today}
        direction="past"
        tried={tried}
        onChange={(on) => change({ on })}
      />
    </InlineForm>
  )
}
