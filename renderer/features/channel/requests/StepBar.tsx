import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { REQUEST_LIMITS } from '../../../../db/channel/requests/rules/limits.ts'
import {
  eventsFrom,
  needsReason,
  type RequestEventKind,
  type RequestState,
} from '../../../../db/channel/requests/rules/states.ts'
import styles from './requests.module.css'
import type { Stepping } from './useStepping.ts'

/** The step that usually comes next. */
const USUAL = {
  new: 'respond',
  accepted: 'start',
  working: 'solve',
  waitingCustomer: 'resume',
  waitingThird: 'resume',
  waitingUs: 'resume',
  solved: 'confirm',
  confirmed: 'close',
  closed: 'reopen',
  cancelled: 'reopen',
} as const satisfies Record<RequestState, RequestEventKind>

const asksWhom = (event: RequestEventKind): boolean =>
  event === 'waitCustomer' || event === 'waitThird' || event === 'waitUs'

/** What can be done with a request next: one likely step, the others beside it; what has to be said is asked in place. */
export function StepBar({
  request,
  stepping,
  onOwner,
}: {
  readonly request: Pick<RequestLine, 'id' | 'state' | 'clocks'>
  readonly stepping: Stepping
  readonly onOwner: () => void
}) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<RequestEventKind | null>(null)
  const { id, state } = request
  const answered = request.clocks.first.kind === 'met'
  const events = eventsFrom(state).filter((event) => event !== 'respond' || !answered)
  const usual = events.find((event) => event === USUAL[state]) ?? events[0]
  const choose = (event: RequestEventKind): void => {
    if (needsReason(state, event) || asksWhom(event)) setAsking(event)
    else void stepping.step([id], event)
  }
  if (asking !== null)
    return (
      <StepWordsForm
        event={asking}
        reason={needsReason(state, asking)}
        unconfirmed={asking === 'close'}
        cancel={() => setAsking(null)}
        done={async (words) => {
          if (await stepping.step([id], asking, words)) setAsking(null)
        }}
      />
    )
  return (
    <div className={styles.steps}>
      {events.map((event) => (
        <Button
          key={event}
          type={event === usual ? 'primary' : 'default'}
          disabled={stepping.busy}
          onClick={() => choose(event)}
        >
          {t(`requests.event.${event}`)}
        </Button>
      ))}
      <Button onClick={onOwner}>{t('requests.assign')}</Button>
    </div>
  )
}

/** Why something happens, or for whom it waits. */
export function StepWordsForm({
  event,
  reason,
  unconfirmed,
  cancel,
  done,
}: {
  readonly event: RequestEventKind
  readonly reason: boolean
  readonly unconfirmed: boolean
  readonly cancel: () => void
  readonly done: (words: { note?: string; waitingFor?: string }) => Promise<void>
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  const label = t(reason ? 'requests.reason' : 'requests.waitingForHint')
  const send = (): void => {
    const words = text.trim()
    if (reason && words === '') return
    void done(reason ? { note: words } : { waitingFor: words })
  }
  return (
    <div className={styles.stepForm}>
      <label className={styles.remark} htmlFor="step-words">
        {t(`requests.event.${event}`)}
        {unconfirmed && reason ? ` · ${t('requests.closeUnconfirmed')}` : ''}
      </label>
      <Input
        id="step-words"
        ref={field}
        aria-label={label}
        placeholder={label}
        maxLength={reason ? REQUEST_LIMITS.note : REQUEST_LIMITS.waitingFor}
        value={text}
        onChange={(change) => setText(change.target.value)}
        onPressEnter={(key) => !key.nativeEvent.isComposing && send()}
        onKeyDown={(key) => key.key === 'Escape' && cancel()}
      />
      <div className={styles.stepFoot}>
        <Button onClick={cancel}>{t('promises.cancel')}</Button>
        <Button type="primary" disabled={reason && text.trim() === ''} onClick={send}>
          {t('requests.confirmStep')}
        </Button>
      </div>
    </div>
  )
}
