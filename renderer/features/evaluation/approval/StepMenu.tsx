import { Button, Dropdown, Input, type InputRef, Popover } from 'antd'
import { type FormEvent, type ReactNode, type Ref, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type RoundMethod, type RoundState, stepsFrom } from '../../../../db/evaluation/rules/roundStates.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { EllipsisOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { pathOf } from '../ballots/paths.ts'
import type { Entrance } from '../ballots/useEnter.tsx'
import styles from './approval.module.css'

/** What the steps that end or reopen a round are called, by where they lead from and to. */
const NAMES = {
  'approval consensus': 'back',
  'published consensus': 'reopen',
  'published archived': 'archive',
  'archived published': 'unarchive',
} as const

type StepName = (typeof NAMES)[keyof typeof NAMES]

const nameOf = (from: RoundState, to: RoundState): StepName | undefined =>
  Object.entries(NAMES).find(([key]) => key === `${from} ${to}`)?.[1]

/** Steps that are seldom taken: back to the meeting or reopening, for a reason; into the archive and out of it. */
export function StepMenu({
  roundId,
  method,
  state,
  entrance,
}: {
  readonly roundId: string
  readonly method: RoundMethod
  readonly state: RoundState
  readonly entrance: Entrance
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<RoundState | null>(null)
  const field = useRef<InputRef>(null)
  const take = useCommand(engine.steps.take, { toast: false, tellProblem: false })
  const steps = [false, true].flatMap((backwards) =>
    stepsFrom(method, state, backwards).flatMap((step) => {
      const name = nameOf(step.from, step.to)
      return name ? [{ ...step, name }] : []
    }),
  )
  const send = async (to: RoundState, reason: string): Promise<boolean> => {
    const by = steps.find((step) => step.to === to)?.by
    const ticket = by === 'anyone' || by === undefined ? null : await entrance.ask(by)
    if (ticket === null && by !== 'anyone') return false
    const outcome = await take.run({ roundId, ticket, to, reason })
    if (!outcome.ok) return false
    if (to === 'consensus') void navigate(pathOf(roundId, to))
    return true
  }
  if (steps.length === 0) return null
  return (
    <Popover
      open={asking !== null}
      trigger={[]}
      placement="bottomRight"
      onOpenChange={(open) => !open && setAsking(null)}
      // the menu that it comes from keeps the focus until then
      afterOpenChange={(open) => open && field.current?.focus()}
      content={
        asking && (
          <ReasonForm
            field={field}
            go={(reason) => send(asking, reason)}
            close={() => setAsking(null)}
            pending={take.pending}
            problem={take.problem && <ErrorNote problem={take.problem} />}
          />
        )
      }
    >
      <Dropdown
        trigger={['click']}
        menu={{
          items: steps.map(({ to, name, reason }) => ({
            key: to,
            label: t(`approval.steps.${name}`),
            onClick: () => (reason ? setAsking(to) : void send(to, '')),
          })),
        }}
      >
        <Button
          icon={<EllipsisOutlined />}
          title={t('approval.steps.more')}
          aria-label={t('approval.steps.more')}
        />
      </Dropdown>
    </Popover>
  )
}

function ReasonForm({
  field,
  go,
  close,
  pending,
  problem,
}: {
  readonly field: Ref<InputRef>
  readonly go: (reason: string) => Promise<boolean>
  readonly close: () => void
  readonly pending: boolean
  readonly problem: ReactNode
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() !== '' && (await go(reason))) close()
  }
  return (
    <form className={styles.reason} onSubmit={(event) => void send(event)}>
      <Input
        ref={field}
        aria-label={t('approval.steps.reason')}
        placeholder={`${t('approval.steps.reason')} · ${t('approval.steps.reasonHint')}`}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem}
      <div className={styles.formButtons}>
        <Button htmlType="submit" disabled={reason.trim() === ''} loading={pending}>
          {t('approval.steps.go')}
        </Button>
        <Button type="text" onClick={close}>
          {t('approval.steps.cancel')}
        </Button>
      </div>
    </form>
  )
}
