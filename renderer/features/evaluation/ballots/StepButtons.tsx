import { Button, Input, Popconfirm, Popover } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  type RoundState,
  type RoundTransition,
  stepsFrom,
} from '../../../../db/evaluation/rules/roundStates.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import styles from './ballots.module.css'
import { pathOf } from './paths.ts'
import type { Entrance } from './useEnter.tsx'

/** The step on (the page's primary button) and the steps back, each by whom it is due. Publishing has a page of its own. */
export function StepButtons({
  roundId,
  state,
  ask,
  evaluators,
  secondary = false,
  onProblem,
  warning = null,
}: {
  readonly roundId: string
  readonly state: RoundState
  readonly ask: Entrance['ask']
  /** how many there are: without any there is no start */
  readonly evaluators: number
  /** true where something else is to be done first, and has the page's primary button */
  readonly secondary?: boolean
  /** told of a refusal, or (null) of none, where the page shows it in its place; a toast otherwise */
  readonly onProblem?: (problem: Problem | null) => void
  /** what a person should know before the step on, which can't be undone; null where nothing speaks against it */
  readonly warning?: string | null
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const take = useCommand(engine.steps.take, { tellProblem: onProblem === undefined })
  const on = stepsFrom('ballots', state, false).filter(({ to }) => to !== 'published')
  const send = async (step: RoundTransition, reason: string): Promise<boolean> => {
    const ticket = step.by === 'anyone' ? null : await ask(step.by)
    if (step.by !== 'anyone' && ticket === null) return false
    const outcome = await take.run({ roundId, ticket, to: step.to, reason })
    onProblem?.(outcome.ok ? null : outcome.problem)
    if (outcome.ok) void navigate(pathOf(roundId, step.to))
    return outcome.ok
  }
  return (
    <>
      {stepsFrom('ballots', state, true).map((step) => (
        <BackButton key={step.to} step={step} send={(reason) => send(step, reason)} />
      ))}
      {on.map((step) => (
        <Popconfirm
          key={step.to}
          title={warning}
          placement="bottomRight"
          okText={t(`ballots.stepTo.${step.to}`)}
          cancelText={t('ballots.cancel')}
          disabled={warning === null}
          onConfirm={() => void send(step, '')}
        >
          <Button
            type={secondary ? 'default' : 'primary'}
            loading={take.pending}
            disabled={step.to === 'marking' && evaluators === 0}
            onClick={() => {
              if (warning === null) void send(step, '')
            }}
          >
            {t(`ballots.stepTo.${step.to}`)}
          </Button>
        </Popconfirm>
      ))}
    </>
  )
}

/** A step back says why, in place. */
function BackButton({
  step,
  send,
}: {
  readonly step: RoundTransition
  readonly send: (reason: string) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() !== '' && (await send(reason))) {
      setOpen(false)
      setReason('')
    }
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t(`ballots.back.title.${step.from}`)}
      content={
        <form className={styles.back} onSubmit={(event) => void submit(event)}>
          <Input
            autoFocus
            value={reason}
            maxLength={500}
            aria-label={t('ballots.back.reason')}
            placeholder={t('ballots.back.reason')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" disabled={reason.trim() === ''}>
            {t('ballots.back.go')}
          </Button>
        </form>
      }
    >
      <Button>{t(`ballots.backTo.${step.to}`)}</Button>
    </Popover>
  )
}
