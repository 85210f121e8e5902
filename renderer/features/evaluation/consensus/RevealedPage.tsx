import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { RoundGone } from '../scoring/RoundGone.tsx'
import { type ConsensusModel, consensusModel } from './consensusModel.ts'

/** A page about a revealed round: reads it, and says why where it can't be seen. */
export function RevealedPage({
  title,
  children,
}: {
  readonly title: string
  readonly children: (model: ConsensusModel) => ReactNode
}) {
  const { roundId = '' } = useParams()
  const { t } = useTranslation()
  const { data, error } = useQuery(api.consensus.open.queryOptions({ input: { roundId } }))
  const model = useMemo(() => (data ? consensusModel(data) : null), [data])
  if (model) return children(model)
  const problem = error ? toProblem(error) : null
  if (problem?.code === 'ROUND_NOT_FOUND') return <RoundGone lost={0} />
  return (
    <Page
      title={title}
      crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]}
      busy={!problem}
    >
      {problem && (
        <ErrorNote
          problem={problem}
          action={<Link to={`/evaluation/rounds/${roundId}/group`}>{t('consensus.toGroup')}</Link>}
        />
      )}
    </Page>
  )
}
