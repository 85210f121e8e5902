import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { LockedNotice } from '../scoring/LockedNotice.tsx'
import { nearBorders, nearest } from '../scoring/nearBorders.ts'
import { RoundGone } from '../scoring/RoundGone.tsx'
import type { RoundSession } from '../scoring/roundSession.ts'
import { NearList } from '../scoring/ScoringPanel.tsx'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { useRound } from '../scoring/useRound.ts'
import { ExceptionList } from './ExceptionList.tsx'
import { Finding } from './Finding.tsx'
import { MoveList } from './MoveList.tsx'
import styles from './outcome.module.css'
import { MoneyOutcome, NEAR_TENTHS, ShapeOutcome } from './ShapeFindings.tsx'
import { TrialSliders } from './TrialSliders.tsx'
import { type TrialState, useTrial } from './useTrial.ts'
import { tryOut } from './whatIf.ts'

/** What a round comes to, what would change if a border or weight moved, and who is placed beyond their score. */
export function OutcomePage() {
  const { roundId = '' } = useParams()
  const { session, now } = useRound(roundId)
  const { t } = useTranslation()
  if (now.gone) return <RoundGone lost={now.gone.lost} />
  if (!now.model)
    return (
      <Page
        title={t('scoring.outcome.title')}
        crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: t('scoring.outcome.title') }]}
        busy={!now.problem}
      >
        {now.problem && <ErrorNote problem={now.problem} />}
      </Page>
    )
  return <Outcome key={roundId} session={session} model={now.model} version={now.version} />
}

function Outcome({
  session,
  model,
  version,
}: {
  readonly session: RoundSession
  readonly model: ScoringModel
  readonly version: number
}) {
  const { t } = useTranslation()
  const { round } = model
  const state = useTrial(model)
  const { trial, isChanged } = state
  const locked = !round.editable
  const place = `/evaluation/rounds/${round.id}`
  // the model changes in place, `version` says when
  const tried = useMemo(() => (version >= 0 ? tryOut(model, trial) : null), [model, trial, version])
  if (!tried) return null
  return (
    <Page
      fixed
      title={t('scoring.outcome.title')}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: round.name, to: place },
        { label: t('scoring.outcome.title') },
      ]}
      remarks={<Link to={place}>{t('scoring.outcome.back')}</Link>}
      actions={!locked && <ApplyButtons session={session} model={model} state={state} />}
      below={
        locked && (
          <LockedNotice roundId={round.id} revision={round.revision} archived={round.state === 'archived'} />
        )
      }
    >
      {model.isGraded ? (
        <div className={styles.columns}>
          <div className={styles.sliders}>
            <TrialSliders model={model} state={state} disabled={locked} />
            <SharedSheet sheetId={round.sheet.id} roundId={round.id} />
          </div>
          <div className={styles.findings}>
            <div className={styles.pair}>
              <ShapeOutcome model={model} tried={tried} isChanged={isChanged} />
              <MoneyOutcome model={model} tried={tried} />
            </div>
            <div className={styles.pair}>
              <MoveList model={model} tried={tried} isChanged={isChanged} />
              <NearOutcome model={model} version={version} />
            </div>
            <ExceptionList model={model} locked={locked} />
          </div>
        </div>
      ) : (
        <p className={styles.faulty}>
          {t('scoring.shape.faulty')}{' '}
          <Link to={`/evaluation/sheets/${round.sheet.id}`}>{t('scoring.faulty.open')}</Link>
        </p>
      )}
    </Page>
  )
}

function ApplyButtons({
  session,
  model,
  state: { trial, isChanged, bordersChanged, weightsChanged, reset },
}: {
  readonly session: RoundSession
  readonly model: ScoringModel
  readonly state: TrialState
}) {
  const { t } = useTranslation()
  const apply = useCommand(engine.rounds.apply)
  const send = async (): Promise<void> => {
    await session.settled()
    await apply.run({
      roundId: model.round.id,
      ...(bordersChanged ? { borders: trial.borders } : {}),
      ...(weightsChanged
        ? {
            weights: model.indicators.map(({ id }, column) => ({
              indicatorId: id,
              weight: trial.weights[column] ?? 0,
            })),
          }
        : {}),
    })
  }
  return (
    <>
      {isChanged && <span className={styles.remark}>{t('scoring.outcome.applying')}</span>}
      <Button disabled={!isChanged} onClick={reset}>
        {t('scoring.outcome.reset')}
      </Button>
      <Button type="primary" disabled={!isChanged} loading={apply.pending} onClick={() => void send()}>
        {t('scoring.outcome.apply')}
      </Button>
    </>
  )
}

/** Weights belong to the sheet: says which other rounds would follow. Published ones keep the weights they had. */
function SharedSheet({ sheetId, roundId }: { readonly sheetId: string; readonly roundId: string }) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(api.rounds.list.queryOptions())
  const others = data.filter(
    (round) => round.sheetId === sheetId && round.id !== roundId && round.state === 'marking',
  )
  return others.length === 0 ? null : (
    <p className={styles.shared}>
      {t('scoring.outcome.shared', {
        rounds: others.map(({ name }) => name).join(t('accounts.page.separator')),
      })}
    </p>
  )
}

/** How many accounts near a border are listed. */
const MOST_NEAR = 20

function NearOutcome({ model, version }: { readonly model: ScoringModel; readonly version: number }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const near = useMemo(() => (version >= 0 ? nearBorders(model, NEAR_TENTHS) : []), [model, version])
  const words = { count: near.length, points: '1.0' }
  return (
    <Finding
      title={near.length === 0 ? t('scoring.outcome.nearNone', words) : t('scoring.outcome.near', words)}
      drawn={t('scoring.outcome.nearDrawn')}
    >
      <NearList
        model={model}
        near={nearest(near, MOST_NEAR)}
        show={() => void navigate(`/evaluation/rounds/${model.round.id}`)}
      />
      {near.length > MOST_NEAR && (
        <p className={styles.remark}>{t('scoring.near.more', { shown: MOST_NEAR, count: near.length })}</p>
      )}
    </Finding>
  )
}
