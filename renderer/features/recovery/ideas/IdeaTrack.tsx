import { Button, Input, type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import {
  type IdeaEventKind,
  type IdeaState,
  ideaEventsFrom,
  needsIdeaReason,
} from '../../../../db/recovery/ideas/rules/ideas.ts'
import { WEIGHTS } from '../../../../db/recovery/ideas/rules/priority.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { type Outcome, useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from '../case.module.css'
import { StateWay } from './StateWay.tsx'

/** The states of an idea that goes well. */
const WAY: readonly IdeaState[] = ['proposed', 'weighed', 'accepted', 'inWork', 'delivered', 'told']

/** The step that usually comes next. */
const USUAL = {
  proposed: 'weigh',
  weighed: 'accept',
  accepted: 'start',
  inWork: 'deliver',
  delivered: 'tell',
  told: 'rework',
  refused: 'takeUp',
} as const satisfies Record<IdeaState, IdeaEventKind>

/** What a step says: a reason or remark, and of a weighing what it is worth and what it takes. */
interface Said {
  readonly note: string
  readonly value: number
  readonly effort: number
}

/** Where an idea stands on its way, and what can happen next; why a step was refused stands under it. */
export function IdeaTrack({ idea }: { readonly idea: IdeaSheet }) {
  const { t } = useTranslation()
  const step = useCommand(engine.ideas.step, { tellProblem: false })
  const weigh = useCommand(engine.ideas.weigh, { tellProblem: false })
  const [asking, setAsking] = useState<IdeaEventKind | null>(null)
  // a refusal is about the idea as it was: it goes once something of it changed
  const [refused, setRefused] = useState<{ problem: Problem; of: IdeaSheet } | null>(null)
  const take = async (event: IdeaEventKind, { note, value, effort }: Said): Promise<void> => {
    const ideaId = idea.id
    const outcome: Outcome<unknown> =
      event === 'weigh'
        ? await weigh.run({ ideaId, value, effort, note })
        : await step.run({ ideaId, event, note })
    setRefused(outcome.ok ? null : { problem: outcome.problem, of: idea })
    if (outcome.ok) setAsking(null)
  }
  const { value = 3, effort = 3 } = idea.weight ?? {}
  const usual = USUAL[idea.state]
  return (
    <div className={styles.track}>
      <StateWay
        way={WAY}
        state={idea.state}
        label={t('cases.column.state')}
        wordOf={(state) => t(`ideas.state.${state}`)}
      />
      {asking === null ? (
        <div className={styles.steps}>
          {ideaEventsFrom(idea.state).map((event) => (
            <Button
              key={event}
              type={event === usual && event !== 'rework' ? 'primary' : 'default'}
              disabled={step.pending}
              onClick={() =>
                needsIdeaReason(event) || event === 'weigh'
                  ? setAsking(event)
                  : void take(event, { note: '', value, effort })
              }
            >
              {event === 'weigh' && idea.weight !== null ? t('ideas.weigh.again') : t(`ideas.event.${event}`)}
            </Button>
          ))}
        </div>
      ) : (
        <AskForm
          event={asking}
          first={{ note: asking === 'weigh' ? (idea.weight?.note ?? '') : '', value, effort }}
          cancel={() => setAsking(null)}
          send={(said) => void take(asking, said)}
        />
      )}
      {refused?.of === idea && (
        <div className={styles.trouble}>
          <ErrorNote problem={refused.problem} />
        </div>
      )}
    </div>
  )
}

/** What a step asks: a reason, or how much it is worth and what it takes. */
function AskForm({
  event,
  first,
  cancel,
  send,
}: {
  readonly event: IdeaEventKind
  readonly first: Said
  readonly cancel: () => void
  readonly send: (said: Said) => void
}) {
  const { t } = useTranslation()
  const [said, setSaid] = useState(first)
  const input = useRef<InputRef>(null)
  useEffect(() => input.current?.focus(), [])
  const ready = !needsIdeaReason(event) || said.note.trim() !== ''
  const submit = (): void => {
    if (ready) send({ ...said, note: said.note.trim() })
  }
  const options = WEIGHTS.map((value) => ({ value, label: t('ideas.weigh.mark', { mark: value }) }))
  const words = t(needsIdeaReason(event) ? 'ideas.reason' : 'ideas.reasonOptional')
  return (
    <div className={styles.ask}>
      <strong>{t(`ideas.event.${event}`)}</strong>
      {event === 'weigh' &&
        (['value', 'effort'] as const).map((part) => (
          <span key={part} className={styles.mark}>
            {t(`ideas.field.${part}`)}
            <Select<number>
              aria-label={t(`ideas.field.${part}`)}
              value={said[part]}
              options={options}
              onChange={(mark) => setSaid({ ...said, [part]: mark })}
            />
          </span>
        ))}
      <Input
        ref={input}
        className={styles.askWhy ?? ''}
        aria-label={words}
        placeholder={words}
        maxLength={CASE_LIMITS.reason}
        value={said.note}
        onChange={({ target }) => setSaid({ ...said, note: target.value })}
        onPressEnter={(key) => !key.nativeEvent.isComposing && submit()}
        onKeyDown={(key) => key.key === 'Escape' && cancel()}
      />
      <Button onClick={cancel}>{t('ideas.cancel')}</Button>
      <Button type="primary" disabled={!ready} onClick={submit}>
        {t('ideas.confirmStep')}
      </Button>
    </div>
  )
}
