import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluator } from '../../../../db/evaluation/ballots/contract.ts'
import { DEFAULT_VOTES, type Seat } from '../../../../db/evaluation/ballots/rules/group.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { AddEvaluators } from './AddEvaluators.tsx'
import { SendBallots, TakeBallots } from './BallotFiles.tsx'
import styles from './ballots.module.css'
import { EvaluatorLine, type SeatChange } from './EvaluatorLine.tsx'
import { type GroupProps, ticketOf } from './groupProps.ts'
import { Reminder } from './Reminder.tsx'
import { suggestedSeats } from './suggestedSeats.ts'
import type { Entrance } from './useEnter.tsx'

/** The evaluators of a round: seats, votes, competence, and how far each ballot is. */
export function EvaluatorSection({
  group,
  open,
  askChair,
  entrance,
}: GroupProps & { readonly entrance: Entrance }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  const seat = useCommand(engine.evaluators.seat)
  const unseat = useCommand(engine.evaluators.unseat)
  const { roundId, evaluators, state, rules } = group
  const add = async (seats: readonly { memberId: Evaluator['memberId']; seat: Seat }[]): Promise<void> => {
    const ticket = await askChair()
    if (ticket === null || seats.length === 0) return
    const whole = seats.map((one) => ({ ...one, votes: DEFAULT_VOTES, competence: null }))
    await seat.run({ roundId, ticket: ticketOf(ticket), seats: whole })
    setAdding(false)
  }
  const change = async (evaluator: Evaluator, part: SeatChange): Promise<void> => {
    const ticket = await askChair()
    if (ticket === null) return
    const { memberId, seat: held, votes, competence } = evaluator
    const whole = { memberId, seat: held, votes, competence, ...part }
    await seat.run({ roundId, ticket: ticketOf(ticket), seats: [whole] })
  }
  const remove = async (memberId: Evaluator['memberId']): Promise<void> => {
    const ticket = await askChair()
    if (ticket !== null) await unseat.run({ roundId, ticket: ticketOf(ticket), memberId })
  }
  const suggestion = suggestedSeats(members)
  const addButton = open && (
    <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('ballots.group.add')}
    </Button>
  )
  return (
    <Section
      title={t('ballots.group.title')}
      remark={<GroupRemark evaluators={evaluators} deadline={rules.deadline} marking={state === 'marking'} />}
      action={
        <div className={styles.tools}>
          {state === 'marking' && (
            <>
              <SendBallots roundId={roundId} evaluators={evaluators} />
              <TakeBallots roundId={roundId} ask={entrance.ask} />
              <Reminder group={group} />
            </>
          )}
          {evaluators.length > 0 && addButton}
        </div>
      }
    >
      {adding && (
        <AddEvaluators
          members={members.filter(({ id }) => !evaluators.some(({ memberId }) => memberId === id))}
          add={add}
          close={() => setAdding(false)}
        />
      )}
      {evaluators.length === 0 ? (
        <EmptyState
          line={t(members.length === 0 ? 'ballots.group.noMembers' : 'ballots.group.empty')}
          action={
            suggestion.length > 1 ? (
              <Button type="primary" onClick={() => void add(suggestion)}>
                {t('ballots.group.suggest', { count: suggestion.length })}
              </Button>
            ) : (
              addButton
            )
          }
          {...(suggestion.length > 1 ? { also: addButton } : {})}
        />
      ) : (
        <EvaluatorTable>
          {evaluators.map((evaluator) => (
            <EvaluatorLine
              key={evaluator.memberId}
              evaluator={evaluator}
              group={group}
              open={open}
              entrance={entrance}
              change={(part) => void change(evaluator, part)}
              remove={() => void remove(evaluator.memberId)}
            />
          ))}
        </EvaluatorTable>
      )}
    </Section>
  )
}

function GroupRemark({
  evaluators,
  deadline,
  marking,
}: {
  readonly evaluators: readonly Evaluator[]
  readonly deadline: string | null
  readonly marking: boolean
}) {
  const { t } = useTranslation()
  const submitted = evaluators.filter(({ submission }) => submission !== null).length
  return (
    <>
      {t('ballots.group.count', { count: evaluators.length })}
      {submitted > 0 && ` · ${t('ballots.group.submitted', { submitted, count: evaluators.length })}`}
      {marking &&
        deadline !== null &&
        ` · ${t('ballots.group.due', { when: formatMoment(deadline, spokenLanguage(), t('app.status.today')) })}`}
    </>
  )
}

function EvaluatorTable({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('ballots.column.name')}</th>
          <th>{t('ballots.column.seat')}</th>
          <th className={styles.number}>{t('ballots.column.votes')}</th>
          <th>{t('ballots.column.competence')}</th>
          <th className={styles.number}>{t('ballots.column.own')}</th>
          <th className={styles.number}>{t('ballots.column.recusals')}</th>
          <th>{t('ballots.column.progress')}</th>
          <th>{t('ballots.column.state')}</th>
          <th>
            <span className="visually-hidden">{t('app.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
