import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PublishedRound } from '../../../../db/evaluation/moves/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { Migration } from './Migration.tsx'
import { RoundChoice } from './RoundChoice.tsx'
import { chosenRounds, useMovesPlace } from './useMovesPlace.ts'

/** Why tiers and scores moved between two published rounds: `/evaluation/moves`, by default the newest two. */
export function MovesPage() {
  const { t } = useTranslation()
  const place = useMovesPlace()
  const navigate = useNavigate()
  const rounds = useQuery(api.moves.rounds.queryOptions())
  const chosen = rounds.data ? chosenRounds(rounds.data, place) : null
  const pair = useComparison(chosen, place.under)
  const crumbs = [{ label: t('scoring.room'), to: '/evaluation' }, { label: t('moves.title') }]
  const error = rounds.error ?? pair.error
  if (error)
    return (
      <Page title={t('moves.title')} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  if (rounds.data && !chosen)
    return (
      <Page title={t('moves.title')} crumbs={crumbs}>
        <EmptyState
          line={t('moves.few')}
          action={
            <Button type="primary" onClick={() => void navigate('/evaluation')}>
              {t('moves.back')}
            </Button>
          }
        />
      </Page>
    )
  const choice = rounds.data && chosen && <RoundChoice rounds={rounds.data} chosen={chosen} place={place} />
  if (!pair.data || !chosen)
    return (
      <Page title={t('moves.title')} crumbs={crumbs} remarks={choice} busy>
        {null}
      </Page>
    )
  return (
    <Migration comparison={pair.data} place={place} crumbs={crumbs} choice={choice} busy={pair.isFetching} />
  )
}

const useComparison = (
  chosen: { readonly from: PublishedRound; readonly to: PublishedRound } | null,
  under: 'own' | 'from' | 'to',
) =>
  useQuery(
    api.moves.compare.queryOptions({
      input: { fromId: chosen?.from.id ?? '', toId: chosen?.to.id ?? '', under },
      enabled: chosen !== null,
      retry: false,
      placeholderData: (before) => before,
    }),
  )
