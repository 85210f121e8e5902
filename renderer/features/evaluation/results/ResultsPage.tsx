import { useQuery } from '@tanstack/react-query'
import { Input, Segmented, Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { SEATS } from '../../../../db/evaluation/ballots/rules/group.ts'
import type { Publication, PublicationSummary, ResultRow } from '../../../../db/evaluation/contract.ts'
import { api } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { en, zh } from '../../../i18n/catalogues.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { LettersMenu } from '../approval/LettersMenu.tsx'
import { StepMenu } from '../approval/StepMenu.tsx'
import { ConsensusExport } from '../ballots/ConsensusExport.tsx'
import { useEnter } from '../ballots/useEnter.tsx'
import { ExportMenu } from '../scoring/ExportMenu.tsx'
import { shapeOf } from '../scoring/shapeFinding.ts'
import { gradedText } from '../scoring/shapeWords.ts'
import { TierBars } from '../scoring/TierBars.tsx'
import { ResultFacts } from './ResultFacts.tsx'
import { type BeforeByAccount, resultColumns } from './resultColumns.ts'
import styles from './results.module.css'
import { StandardsTable } from './StandardsTable.tsx'

/** A publication as it was: ranking, marks, standards, exceptions, for ever. */
export function ResultsPage() {
  const { roundId = '', publicationId = '' } = useParams()
  const { t } = useTranslation()
  const { data, error } = useQuery(api.rounds.publication.queryOptions({ input: { publicationId } }))
  const { data: publications = [] } = useQuery(api.rounds.publications.queryOptions({ input: { roundId } }))
  if (!data)
    return (
      <Page
        title={t('scoring.results.title')}
        crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: t('scoring.results.title') }]}
        busy={!error}
      >
        {error && <ErrorNote problem={toProblem(error)} />}
      </Page>
    )
  return <Result key={publicationId} publication={data} publications={publications} />
}

function Result({
  publication,
  publications,
}: {
  readonly publication: Publication
  readonly publications: readonly PublicationSummary[]
}) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<'ranking' | 'sheet'>('ranking')
  const [filter, setFilter] = useState('')
  const [rowId, setRowId] = useState<string | null>(null)
  const { summary, roundId, roundName, results } = publication
  const entrance = useEnter(roundId)
  const { data: rounds = [] } = useQuery(api.rounds.list.queryOptions())
  const round = rounds.find(({ id }) => id === roundId)
  const selected = results.find(({ accountId }) => accountId === rowId)
  // told at each move in the grid, but only another account changes the page
  const select = useCallback((next: SelectionSummary | null) => setRowId(next?.active?.rowId ?? null), [])
  return (
    <Page
      fixed
      title={roundName}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: roundName, to: `/evaluation/rounds/${roundId}` },
        { label: t('scoring.results.title') },
      ]}
      remarks={
        <>
          <Revisions summary={summary} publications={publications} roundId={roundId} />
          <Link to={`/evaluation/rounds/${roundId}`}>{t('scoring.results.round')}</Link>
          <Link to={`/evaluation/moves?to=${summary.id}`}>{t('moves.link')}</Link>
        </>
      }
      actions={
        <>
          {tab === 'ranking' && (
            <Input.Search
              className={styles.filter ?? ''}
              allowClear
              placeholder={t('scoring.results.filter')}
              aria-label={t('scoring.results.filter')}
              onChange={(event) => setFilter(event.target.value)}
            />
          )}
          <Segmented<'ranking' | 'sheet'>
            value={tab}
            onChange={setTab}
            options={(['ranking', 'sheet'] as const).map((value) => ({
              value,
              label: t(`scoring.results.tab.${value}`),
            }))}
          />
          {publication.pooling !== 'shared' && (
            <ConsensusExport roundId={roundId} publicationId={summary.id} />
          )}
          <ExportMenu roundId={roundId} publicationId={summary.id} />
          <LettersMenu publicationId={summary.id} managers={results.map(({ owner }) => owner)} />
          {round && publications[0]?.id === summary.id && (
            <StepMenu roundId={roundId} method={round.method} state={round.state} entrance={entrance} />
          )}
        </>
      }
      panel={
        <SidePanel width={300} title={t('scoring.results.title')}>
          <Summary publication={publication} publications={publications} />
          {selected && <ResultFacts publication={publication} row={selected} />}
        </SidePanel>
      }
    >
      {tab === 'ranking' ? (
        <Ranking publication={publication} filter={filter} select={select} />
      ) : (
        <StandardsTable publication={publication} />
      )}
      {entrance.dialog}
    </Page>
  )
}

function Revisions({
  summary,
  publications,
  roundId,
}: {
  readonly summary: PublicationSummary
  readonly publications: readonly PublicationSummary[]
  readonly roundId: string
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Select<string>
      aria-label={t('scoring.results.revisions')}
      value={summary.id}
      onChange={(id) => void navigate(`/evaluation/rounds/${roundId}/results/${id}`)}
      options={publications.map(({ id, revision }) => ({
        value: id,
        label: t('scoring.results.revision', { revision }),
      }))}
    />
  )
}

function Summary({
  publication,
  publications,
}: {
  readonly publication: Publication
  readonly publications: readonly PublicationSummary[]
}) {
  const { t } = useTranslation()
  const { summary, sheetVersion } = publication
  const when = (at: string): string => formatMoment(at, spokenLanguage(), t('app.status.today'))
  const { shares, graded } = shapeOf(summary.counts)
  const lacking = publication.results.filter(
    ({ standing, blanks }) => standing !== 'insufficient' && blanks > 0,
  ).length
  return (
    <>
      <Section title={t('scoring.results.revision', { revision: summary.revision })}>
        <p>{t('scoring.results.published', { when: when(summary.publishedAt), who: summary.publishedBy })}</p>
        <p className={styles.quiet}>{t('scoring.results.sheetVersion', { version: sheetVersion })}</p>
        {summary.note !== '' && <p>{t('scoring.results.note', { note: summary.note })}</p>}
        <p className={styles.quiet}>{t('scoring.results.frozen')}</p>
      </Section>
      <Evaluators publication={publication} />
      <Section title={t('scoring.shape.title')} remark={gradedText(graded, lacking, t)}>
        <TierBars shares={shares} />
        {summary.counts.insufficient > 0 && (
          <p className={styles.quiet}>
            {t('scoring.shape.insufficient', { count: summary.counts.insufficient })}
          </p>
        )}
      </Section>
      {publications.some(({ reopened }) => reopened !== null) && (
        <Section title={t('scoring.results.revisions')}>
          <ul className={styles.revisions}>
            {publications.map(({ id, revision, publishedAt, publishedBy, reopened }) => (
              <li key={id}>
                <strong>{t('scoring.results.revision', { revision })}</strong>{' '}
                {t('scoring.results.published', { when: when(publishedAt), who: publishedBy })}
                {reopened && (
                  <p>
                    {t('scoring.results.reopened', {
                      when: when(reopened.at),
                      who: reopened.by,
                      reason: reopened.reason,
                    })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Who gave the ballots of a round, and how they became marks. */
function Evaluators({ publication }: { readonly publication: Publication }) {
  const { t } = useTranslation()
  const { pooling, evaluators } = publication
  if (pooling === 'shared') return null
  const hasVotes = new Set(evaluators.map(({ votes }) => votes)).size > 1
  return (
    <Section
      title={t('approval.results.ballots', {
        count: evaluators.length,
        pooling: t(`approval.results.pooling.${pooling}`),
      })}
    >
      <dl className={styles.evaluators}>
        {SEATS.map((seat) => (
          <div key={seat}>
            <dt>{t(`ballots.seat.${seat}`)}</dt>
            <dd>
              {evaluators
                .filter((evaluator) => evaluator.seat === seat)
                .map(({ name, votes }) =>
                  hasVotes ? `${name} ${t('approval.results.votes', { votes })}` : name,
                )
                .join(t('accounts.page.separator'))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const LAYOUT_KEY = 'results'
const rowIdOf = ({ accountId }: ResultRow): string => accountId

function Ranking({
  publication,
  filter,
  select,
}: {
  readonly publication: Publication
  readonly filter: string
  readonly select: (summary: SelectionSummary | null) => void
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const layout = useLayouts()
  const before = useBefore(publication.summary.id)
  const columns = useMemo(() => resultColumns(publication, before, t), [publication, before, t])
  const emptyState = useMemo(() => <EmptyState line={t('scoring.results.empty')} />, [t])
  if (!layout.ready) return null
  return (
    <DataGrid<ResultRow>
      rows={publication.results}
      columns={columns}
      rowId={rowIdOf}
      rowNumbers={false}
      onSelection={select}
      layoutKey={LAYOUT_KEY}
      layoutStore={layout.store}
      quickFilter={filter}
      locale={language}
      words={language === 'zh' ? zh.grid : en.grid}
      emptyState={emptyState}
    />
  )
}

const NOTHING_BEFORE: BeforeByAccount = new Map()

/** Where the accounts of a publication stood before it. */
function useBefore(publicationId: string): BeforeByAccount {
  const { data } = useQuery(api.approval.before.queryOptions({ input: { publicationId } }))
  return useMemo(
    () =>
      data
        ? new Map(
            data.accountIds.map((id, place) => [
              id,
              { tier: data.tiers[place] ?? null, score: data.scores[place] ?? null },
            ]),
          )
        : NOTHING_BEFORE,
    [data],
  )
}
