import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import {
  cameToNothing,
  eventsFrom,
  needsReason,
  VISIT_STATES,
  type VisitEventKind,
  type VisitState,
} from '../../../../db/visits/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { openForms } from '../../../shared/ledger/openForms.ts'
import { CheckOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './visit.module.css'

/** The states of a visit that goes well. */
const WAY = VISIT_STATES.filter((state) => !cameToNothing(state))

/** The step that usually comes next. */
const USUAL = {
  proposed: 'approve',
  approved: 'confirm',
  confirmed: 'freeze',
  frozen: 'hold',
  held: 'finish',
  minutesDue: 'record',
  following: 'close',
  closed: 'reopen',
  cancelled: 'reopen',
  notHeld: 'reopen',
} as const satisfies Record<VisitState, VisitEventKind>

/** What is asked before a step: why, and the new day where it is moved. */
interface Asking {
  readonly event: Exclude<VisitEventKind, 'freeze'>
  /** the engine asked for it: somebody can't be there */
  readonly clash: boolean
}

/** Where a visit stands on its way, and what can happen next; a step that needs words asks for them in place. */
export function StateTrack({ visit, today }: { readonly visit: VisitSheet; readonly today: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const step = useCommand(engine.visits.step, { tellProblem: false })
  const [asking, setAsking] = useState<Asking | null>(null)
  // a refusal is about the visit as it was: it goes once something of it changed
  const [refused, setRefused] = useState<{ problem: Problem; of: VisitSheet } | null>(null)
  const take = async (event: Exclude<VisitEventKind, 'freeze'>, words: object = {}): Promise<void> => {
    const outcome = await step.run({ visitIds: [visit.id], event, ...words })
    setRefused(outcome.ok ? null : { problem: outcome.problem, of: visit })
    if (outcome.ok) setAsking(null)
    else if (outcome.problem.code === 'VISIT_CLASH') setAsking({ event, clash: true })
  }
  const choose = (event: VisitEventKind): void => {
    if ((event === 'record' || event === 'close') && openForms.get() > 0)
      showToast({ kind: 'hint', text: t('visits.formOpen') })
    else if (event === 'freeze') void navigate(`/visits/${visit.id}/brief`)
    // before its day no reason helps: the engine says so
    else if (event === 'hold' && visit.day > today) void take(event)
    else if (event === 'move' || needsReason(visit.state, event)) setAsking({ event, clash: false })
    else void take(event)
  }
  const usual = USUAL[visit.state]
  return (
    <div className={styles.track}>
      <ol className={styles.way} aria-label={t('visits.course')}>
        {cameToNothing(visit.state) ? (
          <li aria-current="step" data-bad>
            {t(`visits.state.${visit.state}`)}
          </li>
        ) : (
          WAY.map((state) => <WayStep key={state} state={state} at={visit.state} />)
        )}
      </ol>
      {asking === null ? (
        <div className={styles.steps}>
          {eventsFrom(visit.state).map((event) => (
            <Button
              key={event}
              type={event === usual ? 'primary' : 'default'}
              disabled={step.pending}
              onClick={() => choose(event)}
            >
              {t(`visits.event.${event}`)}
            </Button>
          ))}
        </div>
      ) : (
        <AskForm
          asking={asking}
          visit={visit}
          today={today}
          cancel={() => setAsking(null)}
          send={(words) => void take(asking.event, words)}
        />
      )}
      {refused?.of === visit && (
        <div className={styles.trouble}>
          <ErrorNote problem={refused.problem} />
        </div>
      )}
    </div>
  )
}

function WayStep({ state, at }: { readonly state: VisitState; readonly at: VisitState }) {
  const { t } = useTranslation()
  const done = VISIT_STATES.indexOf(state) < VISIT_STATES.indexOf(at)
  return (
    <li {...(state === at ? { 'aria-current': 'step' as const } : {})} data-done={done || undefined}>
      {done && <CheckOutlined aria-hidden="true" />}
      {t(`visits.state.${state}`)}
    </li>
  )
}

function AskForm({
  asking: { event, clash },
  visit,
  today,
  cancel,
  send,
}: {
  readonly asking: Asking
  readonly visit: VisitSheet
  readonly today: string
  readonly cancel: () => void
  readonly send: (words: { note?: string; day?: string }) => void
}) {
  const { t } = useTranslation()
  const [day, setDay] = useState(visit.day)
  const [note, setNote] = useState('')
  const first = useRef<InputRef>(null)
  useEffect(() => first.current?.focus({ cursor: 'all' }), [])
  const moves = event === 'move'
  const reason = clash || needsReason(visit.state, event)
  const read = moves ? typedDay(day, today, 'future') : visit.day
  const ready = read !== null && (!reason || note.trim() !== '')
  const submit = (): void => {
    if (ready && read !== null) send({ note: note.trim(), ...(moves ? { day: read } : {}) })
  }
  const keys = {
    onPressEnter: (key: { nativeEvent: KeyboardEvent }) => !key.nativeEvent.isComposing && submit(),
    onKeyDown: (key: { key: string }) => key.key === 'Escape' && cancel(),
  }
  return (
    <div className={styles.ask}>
      <strong>{t(clash ? 'visits.allTheSame' : `visits.event.${event}`)}</strong>
      {moves && (
        <Input
          ref={first}
          className={styles.askDay ?? ''}
          aria-label={t('visits.newDay')}
          placeholder={t('ledger.dayHint')}
          status={read === null ? 'error' : ''}
          value={day}
          onChange={({ target }) => setDay(target.value)}
          {...keys}
        />
      )}
      {(reason || moves) && (
        <Input
          {...(moves ? {} : { ref: first })}
          className={styles.askWhy ?? ''}
          aria-label={t(reason ? 'visits.reason' : 'visits.reasonOptional')}
          placeholder={t(reason ? 'visits.reason' : 'visits.reasonOptional')}
          maxLength={VISIT_LIMITS.reason}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          {...keys}
        />
      )}
      <Button onClick={cancel}>{t('ledger.cancel')}</Button>
      <Button type="primary" disabled={!ready} onClick={submit}>
        {t('visits.confirmStep')}
      </Button>
    </div>
  )
}
