import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Group } from '../../../../db/evaluation/ballots/contract.ts'
import { holdsSheet } from '../../../../db/evaluation/rules/roundStates.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { EvaluatorSection } from './EvaluatorSection.tsx'
import { GroupNotice } from './GroupNotice.tsx'
import { RecusalSection } from './RecusalSection.tsx'
import { RoundSteps } from './RoundSteps.tsx'
import { RulesSection } from './RulesSection.tsx'
import { StepButtons } from './StepButtons.tsx'
import { StepLog } from './StepLog.tsx'
import { useEnter } from './useEnter.tsx'

/** The evaluation group of a round with ballots: who marks what, by which rules, and how far everybody is. */
export function GroupPage() {
  const { roundId = '' } = useParams()
  const { t } = useTranslation()
  const { data, error, isPending } = useQuery(api.evaluators.get.queryOptions({ input: { roundId } }))
  const title = data?.name ?? t('ballots.group.title')
  return (
    <>
      {data ? (
        <GroupOf key={roundId} group={data} />
      ) : (
        <Page
          title={title}
          crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]}
          busy={isPending}
        >
          {error && <ErrorNote problem={toProblem(error)} />}
        </Page>
      )}
    </>
  )
}

function GroupOf({ group }: { readonly group: Group }) {
  const { t } = useTranslation()
  const { roundId, name, state } = group
  const entrance = useEnter(roundId)
  const open = state === 'draft' || state === 'marking'
  /** In draft anybody prepares; while ballots are out every change is the chair's. */
  const askChair = (): Promise<string | null> =>
    state === 'draft' ? Promise.resolve('') : entrance.ask('chair')
  const shared = { group, open, askChair }
  return (
    <Page
      title={name}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: name },
        { label: t('ballots.group.title') },
      ]}
      remarks={<RoundSteps roundId={roundId} state={state} />}
      actions={
        <StepButtons
          roundId={roundId}
          state={state}
          ask={entrance.ask}
          evaluators={group.evaluators.length}
          warning={warningOf(group, t)}
        />
      }
      below={<GroupNotice group={group} held={holdsSheet('ballots', state)} />}
    >
      <EvaluatorSection {...shared} entrance={entrance} />
      <RulesSection {...shared} />
      <RecusalSection {...shared} />
      <StepLog steps={group.steps} />
      {entrance.dialog}
    </Page>
  )
}

/** What is missing before the lock or the reveal, neither of which can be undone. */
function warningOf({ state, evaluators }: Group, t: TFunction): string | null {
  const missing = evaluators.filter(({ submission }) => submission === null).length
  if (missing === 0 || (state !== 'marking' && state !== 'locked')) return null
  return t(`ballots.warning.${state}`, { missing, count: evaluators.length })
}
