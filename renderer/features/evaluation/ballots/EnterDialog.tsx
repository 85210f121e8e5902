import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluator } from '../../../../db/evaluation/ballots/contract.ts'
import type { Seat } from '../../../../db/evaluation/ballots/rules/group.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'
import styles from './ballots.module.css'
import { type Entered, setEntered } from './ticket.ts'

/** Whose step it is: any evaluator's, the chair's (leader or deputy), or the leader's alone. */
export type Need = 'any' | 'chair' | 'leader'

/** Whether a seat may do what needs it. */
export const seatMay = (seat: Seat, need: Need): boolean =>
  need === 'any' || seat === 'leader' || (need === 'chair' && seat === 'deputy')

/** An evaluator says who they are and types their PIN; the first time they choose it. */
export function EnterDialog({
  roundId,
  need,
  memberId,
  onClose,
}: {
  readonly roundId: string
  readonly need: Need
  /** who is expected; without it one chooses among those who may */
  readonly memberId?: string
  readonly onClose: (entered: Entered | null) => void
}) {
  const { t } = useTranslation()
  const { data: group } = useQuery(api.evaluators.get.queryOptions({ input: { roundId } }))
  const may = group?.evaluators.filter(
    (evaluator) =>
      seatMay(evaluator.seat, need) && (memberId === undefined || evaluator.memberId === memberId),
  )
  return (
    <Modal
      open
      title={t(`ballots.enter.title.${need}`)}
      width={400}
      footer={null}
      onCancel={() => onClose(null)}
    >
      {may ? <EnterForm roundId={roundId} evaluators={may} onClose={onClose} /> : <LoadingBar busy />}
    </Modal>
  )
}

function EnterForm({
  roundId,
  evaluators,
  onClose,
}: {
  readonly roundId: string
  readonly evaluators: readonly Evaluator[]
  readonly onClose: (entered: Entered | null) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const enter = useCommand(engine.ballots.enter, { toast: false, tellProblem: false })
  const [memberId, setMemberId] = useState(evaluators[0]?.memberId)
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const evaluator = evaluators.find((candidate) => candidate.memberId === memberId)
  if (!evaluator) return <p>{t('ballots.enter.nobody')}</p>
  const choose = !evaluator.pin.isSet
  const complete = PIN.test(pin) && (!choose || pin === again)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!complete) return
    const outcome = await enter.run({ roundId, memberId: evaluator.memberId, pin, choose })
    setPin('')
    setAgain('')
    if (!outcome.ok) return
    const { name, seat } = evaluator
    const entered = { roundId, ticket: outcome.output.ticket, memberId: evaluator.memberId, name, seat }
    setEntered(entered)
    onClose(entered)
  }
  return (
    <form className={styles.enter} onSubmit={(event) => void send(event)}>
      <label htmlFor={`${id} who`}>{t('ballots.enter.who')}</label>
      <Select
        id={`${id} who`}
        value={evaluator.memberId}
        disabled={evaluators.length === 1}
        showSearch={{ optionFilterProp: 'label' }}
        options={evaluators.map(({ memberId: value, name, seat }) => ({
          value,
          label: `${name} · ${t(`ballots.seat.${seat}`)}`,
        }))}
        onChange={(chosen) => setMemberId(chosen)}
      />
      <PinField
        id={`${id} pin`}
        label={t(choose ? 'ballots.enter.choose' : 'ballots.enter.pin')}
        value={pin}
        onChange={setPin}
        fresh={choose}
      />
      {choose && (
        <PinField
          id={`${id} again`}
          label={t('ballots.enter.again')}
          value={again}
          onChange={setAgain}
          fresh
        />
      )}
      <p className={styles.hint}>
        {choose && again !== '' && PIN.test(pin) && !pin.startsWith(again)
          ? t('ballots.enter.differ')
          : t(choose ? 'ballots.enter.chooseHint' : 'ballots.enter.hint')}
      </p>
      {enter.problem && <ErrorNote problem={enter.problem} />}
      <div className={styles.enterButtons}>
        <Button onClick={() => onClose(null)}>{t('ballots.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!complete} loading={enter.pending}>
          {t('ballots.enter.go')}
        </Button>
      </div>
    </form>
  )
}

/** What the engine takes for a PIN. */
const PIN = /^\d{4,12}$/

function PinField({
  id,
  label,
  value,
  onChange,
  fresh,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly fresh: boolean
}) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.Password
        id={id}
        value={value}
        inputMode="numeric"
        maxLength={12}
        visibilityToggle={false}
        autoComplete={fresh ? 'new-password' : 'off'}
        // the first field takes the focus
        autoFocus={id.endsWith('pin')}
        onChange={(event) => onChange(event.target.value.normalize('NFKC').replaceAll(/\D/g, ''))}
      />
    </>
  )
}
