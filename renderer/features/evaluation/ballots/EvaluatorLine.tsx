import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Evaluator, Group } from '../../../../db/evaluation/ballots/contract.ts'
import { MOST_VOTES, SEATS } from '../../../../db/evaluation/ballots/rules/group.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Avatar, ProgressLine } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { CheckOutlined, ClockCircleFilled, FileExcelOutlined } from '../../../ui/icons.tsx'
import { LineMenu } from '../rounds/LineMenu.tsx'
import styles from './ballots.module.css'
import type { Entrance } from './useEnter.tsx'

/** What of a seat can be changed in its line. */
export type SeatChange = Partial<Pick<Evaluator, 'seat' | 'votes' | 'competence'>>

/** One evaluator: what their seat is, and how far their ballot is. Never what they marked. */
export function EvaluatorLine({
  evaluator,
  group,
  open,
  entrance,
  change,
  remove,
}: {
  readonly evaluator: Evaluator
  readonly group: Group
  readonly open: boolean
  readonly entrance: Entrance
  readonly change: (part: SeatChange) => void
  readonly remove: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const clear = useCommand(engine.evaluators.clearPin)
  const { memberId, name, role, seat, votes, competence, marked, cells } = evaluator
  const { roundId, state } = group
  const judged = group.indicators.filter((indicator) => indicator.judged)
  const enter = async (): Promise<void> => {
    if ((await entrance.ask('any', memberId)) !== null) void navigate(`/evaluation/rounds/${roundId}/ballot`)
  }
  const clearPin = async (): Promise<void> => {
    const ticket = await entrance.ask('chair')
    if (ticket !== null) await clear.run({ roundId, ticket, memberId })
  }
  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <Avatar name={name} />
          <span>{name}</span>
          <span className={styles.quiet}>{role}</span>
        </span>
      </th>
      <td>
        <Select
          variant="borderless"
          aria-label={`${t('ballots.column.seat')} ${name}`}
          value={seat}
          disabled={!open}
          popupMatchSelectWidth={false}
          options={SEATS.map((value) => ({ value, label: t(`ballots.seat.${value}`) }))}
          onChange={(next) => change({ seat: next })}
        />
      </td>
      <td className={styles.number}>
        <VotesInput name={name} votes={votes} disabled={!open} change={(next) => change({ votes: next })} />
      </td>
      <td>
        <Select
          mode="multiple"
          variant="borderless"
          className={styles.competence ?? ''}
          aria-label={`${t('ballots.column.competence')} ${name}`}
          value={competence ?? []}
          disabled={!open}
          maxTagCount="responsive"
          placeholder={t('ballots.group.allIndicators')}
          popupMatchSelectWidth={false}
          options={judged.map(({ id: value, name: label }) => ({ value, label }))}
          onChange={(ids) => change({ competence: ids.length === 0 ? null : ids })}
        />
      </td>
      <td className={styles.number}>{evaluator.ownAccounts || '–'}</td>
      <td className={styles.number}>{evaluator.recusals || '–'}</td>
      <td>
        <span className={styles.progress}>
          <ProgressLine
            done={marked}
            of={Math.max(1, cells)}
            label={`${t('ballots.column.progress')} ${name}`}
            width={72}
          />
          {t('ballots.group.cells', { marked, cells })}
        </span>
      </td>
      <td>
        <BallotState evaluator={evaluator} />
      </td>
      <td className={styles.actions}>
        {state === 'marking' && (
          <Button size="small" onClick={() => void enter()}>
            {t('ballots.group.enter')}
          </Button>
        )}
        <LineMenu
          name={name}
          actions={[
            {
              label: t('ballots.group.clearPin'),
              run: () => void clearPin(),
              refusal: evaluator.pin.isSet ? undefined : t('ballots.group.noPin'),
            },
            {
              label: t('ballots.group.remove'),
              run: remove,
              refusal: open ? undefined : t('ballots.group.tooLate'),
            },
          ]}
        />
      </td>
    </tr>
  )
}

/** A voting weight, written when the field is left or Enter is pressed. */
function VotesInput({
  name,
  votes,
  disabled,
  change,
}: {
  readonly name: string
  readonly votes: number
  readonly disabled: boolean
  readonly change: (votes: number) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | null>(null)
  const settle = (): void => {
    if (typed !== null && typed !== votes) change(typed)
    setTyped(null)
  }
  return (
    <InputNumber
      variant="borderless"
      className={styles.votes ?? ''}
      aria-label={`${t('ballots.column.votes')} ${name}`}
      min={1}
      max={MOST_VOTES}
      precision={0}
      controls={false}
      value={typed ?? votes}
      disabled={disabled}
      onChange={setTyped}
      onBlur={settle}
      onPressEnter={settle}
    />
  )
}

/** Whether and how a ballot was handed in, with a sign for each. */
function BallotState({ evaluator }: { readonly evaluator: Evaluator }) {
  const { t } = useTranslation()
  const { submission, marked, remindedAt, pin } = evaluator
  const moment = (at: string): string => formatMoment(at, spokenLanguage(), t('app.status.today'))
  const quiet = [
    ...(pin.cleared
      ? [t('ballots.group.pinCleared', { who: pin.cleared.by, when: moment(pin.cleared.at) })]
      : []),
    ...(remindedAt && !submission ? [t('ballots.group.reminded', { when: moment(remindedAt) })] : []),
  ]
  return (
    <span className={styles.ballotState}>
      {submission ? (
        <span data-state={submission.late ? 'late' : 'in'} className={styles.state}>
          {submission.late ? <ClockCircleFilled /> : <CheckOutlined />}
          {t(submission.late ? 'ballots.group.inLate' : 'ballots.group.in', { when: moment(submission.at) })}
          {submission.source === 'workbook' && (
            <FileExcelOutlined aria-label={t('ballots.group.byWorkbook')} />
          )}
        </span>
      ) : (
        <span className={styles.state}>
          {t(marked === 0 ? 'ballots.group.notBegun' : 'ballots.group.begun')}
        </span>
      )}
      {quiet.length > 0 && <span className={styles.quiet}>{quiet.join(' · ')}</span>}
    </span>
  )
}
