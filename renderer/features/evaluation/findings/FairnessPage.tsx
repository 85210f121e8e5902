import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Fairness } from '../../../../db/evaluation/findings/contract.ts'
import { download } from '../../../client/download.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { DownloadOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoundSteps } from '../ballots/RoundSteps.tsx'
import { setEntered } from '../ballots/ticket.ts'
import { useEnter } from '../ballots/useEnter.tsx'
import { ConsensusStrip } from '../consensus/ConsensusStrip.tsx'
import type { ConsensusModel } from '../consensus/consensusModel.ts'
import { RevealedPage } from '../consensus/RevealedPage.tsx'
import { FairnessTable } from './FairnessTable.tsx'
import { fairnessCsv, findingText } from './fairnessWords.ts'
import styles from './findings.module.css'

/** How the evaluators of a revealed round marked, for its leader: findings with numbers, nothing corrected. */
export function FairnessPage() {
  const { t } = useTranslation()
  return (
    <RevealedPage title={t('consensus.tab.fairness')}>
      {(model) => <ForLeader key={model.data.roundId} model={model} />}
    </RevealedPage>
  )
}

function ForLeader({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const { roundId, name, state } = model.data
  const { entered, ask, dialog } = useEnter(roundId)
  const ticket = entered?.seat === 'leader' ? entered.ticket : null
  const { data, error, isFetching } = useQuery({
    ...api.findings.fairness.queryOptions({ input: { roundId, ticket: ticket ?? '-' } }),
    enabled: ticket !== null,
    // nothing of it stays behind when the leader goes
    gcTime: 0,
    retry: false,
  })
  const problem = error ? toProblem(error) : null
  const isOut = problem?.code === 'NOT_ENTERED' || problem?.code === 'NOT_ALLOWED'
  const enter = async (): Promise<void> => {
    if (isOut) setEntered(null)
    await ask('leader')
  }
  const fairness = ticket !== null && !isOut ? data : undefined
  return (
    <Page
      title={name}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: name, to: `/evaluation/rounds/${roundId}/consensus` },
        { label: t('consensus.tab.fairness') },
      ]}
      busy={isFetching}
      remarks={<RoundSteps roundId={roundId} state={state} />}
      actions={
        fairness && (
          <Button icon={<DownloadOutlined />} onClick={() => download(fairnessCsv(name, fairness, t))}>
            {t('findings.csv')}
          </Button>
        )
      }
      below={<ConsensusStrip roundId={roundId} />}
    >
      {fairness && <Findings fairness={fairness} />}
      {problem && !isOut && <ErrorNote problem={problem} />}
      {(ticket === null || isOut) && (
        <EmptyState
          line={t('findings.fairness.leaderOnly')}
          action={
            <Button type="primary" onClick={() => void enter()}>
              {t('findings.fairness.enter')}
            </Button>
          }
        />
      )}
      {dialog}
    </Page>
  )
}

function Findings({ fairness }: { readonly fairness: Fairness }) {
  const { t } = useTranslation()
  const { findings, evaluators } = fairness
  return (
    <>
      <section className={styles.findings}>
        <h2>
          {findings.length === 0
            ? t('findings.fairness.nothing', { count: evaluators.length })
            : t('findings.fairness.title', { count: findings.length })}
        </h2>
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.kind} ${finding.evaluator}`}>
              <span className={styles.kind}>{t(`findings.fairness.kind.${finding.kind}`)}</span>
              {findingText(finding, fairness, t)}
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>{t('findings.fairness.only')}</p>
      </section>
      <FairnessTable fairness={fairness} />
    </>
  )
}
