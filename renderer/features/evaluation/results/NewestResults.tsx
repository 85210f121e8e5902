import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'

/** Leads to a round's newest publication, or to the round where there is none. */
export function NewestResults() {
  const { roundId = '' } = useParams()
  const { data, error } = useQuery(api.rounds.publications.queryOptions({ input: { roundId } }))
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return <LoadingBar busy />
  const round = `/evaluation/rounds/${roundId}`
  const newest = data[0]
  return <Navigate to={newest ? `${round}/results/${newest.id}` : round} replace />
}
