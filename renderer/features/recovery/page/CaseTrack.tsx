import { Button, Input, type InputRef, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { SEVERITIES, SEVERITY_NAMES, type Severity } from '../../../../db/recovery/rules/severity.ts'
import {
  type CaseEventKind,
  type CaseState,
  eventsFrom,
  isOpen,
  needsReason,
} from '../../../../db/recovery/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { showProblem } from '../../../ui/toast.ts'
import styles from '../case.module.css'
import { StateWay } from '../StateWay.tsx'

/** The states of a case that goes well. */
const WAY = [
  'recorded',
  'acknowledged',
  'graded',
  'contained',
  'checked',
  'agreed',
  'approved',
  'carriedOut',
  'told',
  'watched',
  'closed',
] as const satisfies readonly CaseState[]

/** The step that usually comes next. */
const USUAL = {
  recorded: 'acknowledge',
  acknowledged: 'grade',
  graded: 'check',
  contained: 'check',
  checked: 'agree',
  agreed: 'approve',
  approved: 'carryOut',
  carriedOut: 'tell',
  told: 'accept',
  watched: 'close',
  closed: 'reopen',
  escalated: 'agree',
  withdrawn: 'reopen',
} as const satisfies Record<CaseState, CaseEventKind>

/** Where a case stands on its way, and what can happen next; what a step lacks stands under it. */
export function CaseTrack({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const step = useCommand(engine.cases.step, { tellProblem: false })
  const track = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<CaseEventKind | null>(null)
  const [refused, setRefused] = useState<{ problem: Problem; event: CaseEventKind } | null>(null)
  const take = async (event: CaseEventKind, words: object = {}): Promise<void> => {
    const outcome = await step.run({ caseIds: [sheet.id], event, ...words })
    setRefused(outcome.ok ? null : { problem: outcome.problem, event })
    // what is no lack of the case, as a step that another window was faster with, has no place of its own
    if (!outcome.ok && outcome.problem.code !== 'CASE_BARRED') showProblem(outcome.problem)
    if (!outcome.ok) return
    setAsking(null)
    // the button that was pressed goes: Tab leads on to the next ones from here
    track.current?.focus()
  }
  const barred = new Map(sheet.bars.map(({ event, bar }) => [event, bar]))
  const usual =
    sheet.state === 'graded' && barred.get('check') === 'notContained' ? 'contain' : USUAL[sheet.state]
  const bar = barred.get(usual)
  return (
    <div ref={track} className={styles.track} tabIndex={-1}>
      <StateWay<CaseState>
        way={WAY}
        state={sheet.state}
        label={t('cases.column.state')}
        wordOf={(state) => t(`cases.state.${state}`)}
        reachedOn={(state) => reachedOn(sheet, state)}
      />
      {asking === null ? (
        <div className={styles.steps}>
          {eventsFrom(sheet.state).map((event) => (
            <Button
              key={event}
              type={event === usual ? 'primary' : 'default'}
              disabled={step.pending}
              title={barred.has(event) ? t(`cases.bar.${barred.get(event) ?? 'unanswered'}`) : ''}
              onClick={() =>
                needsReason(event) || event === 'grade' || event === 'interim'
                  ? setAsking(event)
                  : void take(event)
              }
            >
              {t(
                event === 'grade' && sheet.state !== 'acknowledged'
                  ? 'cases.regrade'
                  : `cases.event.${event}`,
              )}
            </Button>
          ))}
        </div>
      ) : (
        <AskForm
          event={asking}
          sheet={sheet}
          cancel={() => setAsking(null)}
          send={(words) => void take(asking, words)}
        />
      )}
      {bar !== undefined && asking === null && (
        <p className={styles.bars}>
          {[t(`cases.bar.${bar}`), bar === 'overLimit' && approversOf(sheet, t)].filter(Boolean).join(' · ')}
        </p>
      )}
      {!isOpen(sheet.state) && <p className={styles.bars}>{t('cases.over')}</p>}
      {refused !== null && barred.has(refused.event) && (
        <div className={styles.trouble}>
          <ErrorNote problem={refused.problem} />
        </div>
      )}
    </div>
  )
}

/** Whose role may approve what a case's remedies cost. */
const approversOf = ({ approvers }: CaseSheet, t: TFunction): string =>
  approvers.length === 0
    ? t('cases.approversNone')
    : t('cases.approvers', { roles: approvers.join(t('channel.comma')) })

/** What brought a case to each state of its way. */
const REACHED: Readonly<Partial<Record<CaseState, CaseEventKind>>> = {
  acknowledged: 'acknowledge',
  graded: 'grade',
  contained: 'contain',
  checked: 'check',
  agreed: 'agree',
  approved: 'approve',
  carriedOut: 'carryOut',
  told: 'tell',
  watched: 'accept',
  closed: 'close',
}

/** When a case came to a state of its way last, as 11-16; '' where it didn't. */
function reachedOn({ cameAt, events }: CaseSheet, state: CaseState): string {
  const at = state === 'recorded' ? cameAt : events.findLast(({ kind }) => kind === REACHED[state])?.at
  return at === undefined ? '' : dayOf(at).slice(5)
}

/** What a step asks: a reason, the news that was told, or how grave the case is. */
function AskForm({
  event,
  sheet: { grading },
  cancel,
  send,
}: {
  readonly event: CaseEventKind
  readonly sheet: CaseSheet
  readonly cancel: () => void
  readonly send: (words: { note: string; grading?: { impact: Severity; urgency: Severity } }) => void
}) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const [impact, setImpact] = useState<Severity>(grading.impact)
  const [urgency, setUrgency] = useState<Severity>(grading.urgency)
  const first = useRef<InputRef>(null)
  useEffect(() => first.current?.focus(), [])
  const grades = event === 'grade'
  const ready = !needsReason(event) || note.trim() !== ''
  const submit = (): void => {
    if (ready) send({ note: note.trim(), ...(grades ? { grading: { impact, urgency } } : {}) })
  }
  const options = SEVERITIES.map((value) => ({ value, label: t(`cases.severity.${SEVERITY_NAMES[value]}`) }))
  const words = t(needsReason(event) ? 'cases.reason' : 'cases.reasonOptional')
  return (
    <div className={styles.ask}>
      <strong>{t(`cases.event.${event}`)}</strong>
      {grades && (
        <>
          {t('cases.field.impact')}
          <Select<Severity>
            aria-label={t('cases.field.impact')}
            value={impact}
            options={options}
            onChange={setImpact}
          />
          {t('cases.field.urgency')}
          <Select<Severity>
            aria-label={t('cases.field.urgency')}
            value={urgency}
            options={options}
            onChange={setUrgency}
          />
        </>
      )}
      <Input
        ref={first}
        className={styles.askWhy ?? ''}
        aria-label={words}
        placeholder={words}
        maxLength={CASE_LIMITS.reason}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={(key) => !key.nativeEvent.isComposing && submit()}
        onKeyDown={(key) => key.key === 'Escape' && cancel()}
      />
      <Button onClick={cancel}>{t('cases.cancel')}</Button>
      <Button type="primary" disabled={!ready} onClick={submit}>
        {t('cases.confirmStep')}
      </Button>
    </div>
  )
}
