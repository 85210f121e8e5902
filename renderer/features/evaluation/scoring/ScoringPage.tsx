import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { pathOf } from '../ballots/paths.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { ImportMarks } from './ImportMarks.tsx'
import { LockedNotice, RevisingNotice } from './LockedNotice.tsx'
import { MarkingView } from './MarkingView.tsx'
import { PublishButton } from './PublishDrawer.tsx'
import { RoundGone } from './RoundGone.tsx'
import type { RoundSession, RoundSnapshot } from './roundSession.ts'
import { Filled, OnlyBlanks, StepTrack } from './ScoringHeader.tsx'
import { SortAgain } from './SortAgain.tsx'
import type { ScoringModel } from './scoringModel.ts'
import { useRound } from './useRound.ts'
import type { RowOrder } from './useRowOrder.ts'

/** The marking of a round on its shared sheet: with totals, tiers and ranks that follow every key. */
export function ScoringPage() {
  const { roundId = '' } = useParams()
  const { session, now } = useRound(roundId)
  const { t } = useTranslation()
  const title = now.model?.round.name ?? ''
  const crumbs = [{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]
  if (now.gone) return <RoundGone lost={now.gone.lost} />
  if (!now.model)
    return (
      <Page title={title} crumbs={crumbs} busy={!now.problem}>
        {now.problem && <ErrorNote problem={now.problem} />}
      </Page>
    )
  const { method, state } = now.model.round
  if (method === 'ballots') return <Navigate to={pathOf(roundId, state)} replace />
  return <Marking key={roundId} session={session} now={now} model={now.model} />
}

function Marking({
  session,
  now,
  model,
}: {
  readonly session: RoundSession
  readonly now: RoundSnapshot
  readonly model: ScoringModel
}) {
  const { t } = useTranslation()
  const { round } = model
  const locked = !round.editable
  return (
    <MarkingView
      session={session}
      now={now}
      model={model}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: round.name },
        { label: t('scoring.step.marking') },
      ]}
      remarks={<StepTrack model={model} />}
      actions={(order) => <Actions session={session} model={model} order={order} locked={locked} />}
      notices={
        <>
          {locked && (
            <LockedNotice
              roundId={round.id}
              revision={round.revision}
              archived={round.state === 'archived'}
            />
          )}
          {!locked && round.revision > 0 && <RevisingNotice roundId={round.id} revision={round.revision} />}
        </>
      }
      whatIf={<Link to={`/evaluation/rounds/${round.id}/outcome`}>{t('scoring.outcome.short')}</Link>}
    />
  )
}

function Actions({
  session,
  model,
  order: { isStale, onlyBlanks, sortAgain, toggleBlanks },
  locked,
}: {
  readonly session: RoundSession
  readonly model: ScoringModel
  readonly order: RowOrder
  readonly locked: boolean
}) {
  const { id } = model.round
  // drawn again when they change, not with every mark
  const buttons = useMemo(
    () => (
      <>
        <OnlyBlanks on={onlyBlanks} toggle={toggleBlanks} />
        <ExportMenu roundId={id} publicationId={null} />
        {!locked && <ImportMarks roundId={id} />}
        {!locked && <PublishButton session={session} />}
      </>
    ),
    [id, locked, onlyBlanks, session, toggleBlanks],
  )
  return (
    <>
      <Filled model={model} />
      {isStale && <SortAgain sortAgain={sortAgain} />}
      {buttons}
    </>
  )
}
