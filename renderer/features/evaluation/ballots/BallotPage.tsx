import { Button, Popconfirm } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { OpenBallot } from '../../../../db/evaluation/ballots/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatMoment } from '../../../ui/format.ts'
import { CheckOutlined, LockOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { MarkingView } from '../scoring/MarkingView.tsx'
import { RoundGone } from '../scoring/RoundGone.tsx'
import type { RoundSession, RoundSnapshot } from '../scoring/roundSession.ts'
import { Filled, OnlyBlanks } from '../scoring/ScoringHeader.tsx'
import { Notice } from '../scoring/ScoringNotices.tsx'
import { SortAgain } from '../scoring/SortAgain.tsx'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { useRound } from '../scoring/useRound.ts'
import type { RowOrder } from '../scoring/useRowOrder.ts'
import { ballotGateway } from './ballotGateway.ts'
import { RoundSteps } from './RoundSteps.tsx'
import { type Entered, setEntered } from './ticket.ts'
import { useEnter } from './useEnter.tsx'

/** An evaluator's own ballot: nobody else's marks, until the reveal. */
export function BallotPage() {
  const { roundId = '' } = useParams()
  const { t } = useTranslation()
  const { entered, ask, dialog } = useEnter(roundId)
  const title = t('ballots.ballot.title')
  return (
    <>
      {entered ? (
        <Ballot
          key={`${roundId} ${entered.memberId}`}
          entered={entered}
          again={() => void ask('any', entered.memberId)}
        />
      ) : (
        <Page title={title} crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]}>
          <EmptyState
            line={t('ballots.ballot.enterLine')}
            action={
              <Button type="primary" onClick={() => void ask('any')}>
                {t('ballots.ballot.enter')}
              </Button>
            }
          />
        </Page>
      )}
      {dialog}
    </>
  )
}

function Ballot({ entered, again }: { readonly entered: Entered; readonly again: () => void }) {
  const { t } = useTranslation()
  const { roundId, memberId } = entered
  const gateway = ballotGateway(roundId, memberId)
  const { session, now } = useRound(roundId, gateway)
  const title = t('ballots.ballot.of', { name: entered.name })
  const crumbs = [{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]
  const ballot = gateway.ballot()
  const { ticket } = entered
  // an evaluator who had to enter again goes on: the ballot is read anew, and what waited is saved
  useEffect(() => {
    if (ticket !== '' && session.snapshot().problem) void session.read().then(() => session.retry())
  }, [session, ticket])
  if (now.gone) return <RoundGone lost={now.gone.lost} />
  // whoever is no longer here is shown nothing of the ballot
  if (!now.model || !ballot || now.problem?.code === 'NOT_ENTERED')
    return (
      <Page title={title} crumbs={crumbs} busy={!now.problem}>
        {now.problem && (
          <ErrorNote
            problem={now.problem}
            action={
              now.problem.code === 'NOT_ENTERED' && (
                <Button onClick={again}>{t('ballots.ballot.enter')}</Button>
              )
            }
          />
        )}
      </Page>
    )
  return (
    <OwnMarks entered={entered} session={session} now={now} model={now.model} ballot={ballot} again={again} />
  )
}

function OwnMarks({
  entered,
  session,
  now,
  model,
  ballot,
  again,
}: {
  readonly entered: Entered
  readonly session: RoundSession
  readonly now: RoundSnapshot
  readonly model: ScoringModel
  readonly ballot: OpenBallot
  readonly again: () => void
}) {
  const { t } = useTranslation()
  const { round } = model
  return (
    <MarkingView
      session={session}
      now={now}
      model={model}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: round.name, to: `/evaluation/rounds/${round.id}/group` },
        { label: t('ballots.ballot.of', { name: entered.name }) },
      ]}
      remarks={<RoundSteps roundId={round.id} state={round.state} presence={false} />}
      actions={(order) => (
        <BallotActions entered={entered} session={session} model={model} order={order} ballot={ballot} />
      )}
      notices={<BallotNotice entered={entered} ballot={ballot} now={now} again={again} />}
      whatIf={null}
    />
  )
}

function BallotActions({
  entered: { roundId, ticket },
  session,
  model,
  order: { isStale, onlyBlanks, sortAgain, toggleBlanks },
  ballot,
}: {
  readonly entered: Entered
  readonly session: RoundSession
  readonly model: ScoringModel
  readonly order: RowOrder
  readonly ballot: OpenBallot
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const submit = useCommand(engine.ballots.submit)
  const takeBack = useCommand(engine.ballots.takeBack)
  const leave = useCommand(engine.ballots.leave, { toast: false, tellProblem: false })
  const go = async (): Promise<void> => {
    await session.settled()
    // marks that could not be saved are not left behind
    if (session.snapshot().unsaved) return
    await leave.run({ roundId, ticket })
    setEntered(null)
    void navigate(`/evaluation/rounds/${roundId}/group`)
  }
  const handIn = async (): Promise<void> => {
    await session.settled()
    if (!session.snapshot().unsaved) await submit.run({ roundId, ticket })
  }
  const blanks = model.cells - model.markedCells
  const filter = useMemo(
    () => <OnlyBlanks on={onlyBlanks} toggle={toggleBlanks} />,
    [onlyBlanks, toggleBlanks],
  )
  return (
    <>
      <Filled model={model} />
      {isStale && <SortAgain sortAgain={sortAgain} />}
      {filter}
      <Button onClick={() => void go()}>{t('ballots.ballot.leave')}</Button>
      {model.round.editable ? (
        <Popconfirm
          title={t('ballots.warning.blanks', { count: blanks })}
          placement="bottomRight"
          okText={t('ballots.ballot.submit')}
          cancelText={t('ballots.cancel')}
          disabled={blanks === 0}
          onConfirm={() => void handIn()}
        >
          <Button
            type="primary"
            loading={submit.pending}
            onClick={() => {
              if (blanks === 0) void handIn()
            }}
          >
            {t('ballots.ballot.submit')}
          </Button>
        </Popconfirm>
      ) : (
        ballot.submission !== null &&
        model.round.state === 'marking' && (
          <Button loading={takeBack.pending} onClick={() => void takeBack.run({ roundId, ticket })}>
            {t('ballots.ballot.takeBack')}
          </Button>
        )
      )}
    </>
  )
}

/** Whose ballot it is, until when, whether it is in; and that others don't see it. */
function BallotNotice({
  entered,
  ballot,
  now,
  again,
}: {
  readonly entered: Entered
  readonly ballot: OpenBallot
  readonly now: RoundSnapshot
  readonly again: () => void
}) {
  const { t } = useTranslation()
  const moment = (at: string): string => formatMoment(at, spokenLanguage(), t('app.status.today'))
  const { submission, deadline, round, ownCounts } = ballot
  if (now.unsaved?.problem.code === 'NOT_ENTERED')
    return (
      <Notice
        kind="late"
        icon={<LockOutlined />}
        actions={<Button onClick={again}>{t('ballots.ballot.enter')}</Button>}
      >
        {t('ballots.ballot.expired')}
      </Notice>
    )
  if (submission)
    return (
      <Notice kind="plain" icon={<CheckOutlined />}>
        {t(submission.late ? 'ballots.ballot.inLate' : 'ballots.ballot.in', { when: moment(submission.at) })}
      </Notice>
    )
  const parts = [
    t('ballots.ballot.blind', { name: entered.name }),
    ...(deadline === null ? [] : [t('ballots.ballot.due', { when: moment(deadline) })]),
    ...(round.evaluator?.closedAccounts.length
      ? [t('ballots.ballot.excused', { count: round.evaluator.closedAccounts.length })]
      : []),
    ...(round.evaluator?.ownAccounts.length && !ownCounts ? [t('ballots.ballot.ownExcluded')] : []),
  ]
  return (
    <Notice
      kind="plain"
      icon={<LockOutlined />}
      actions={<Link to={`/evaluation/rounds/${round.id}/group`}>{t('ballots.group.title')}</Link>}
    >
      {parts.join(' ')}
    </Notice>
  )
}
