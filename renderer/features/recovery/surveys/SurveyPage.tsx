import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import room from '../case.module.css'
import { AnswerGrid } from './AnswerGrid.tsx'
import { BadSection } from './BadSection.tsx'
import { FallsSection } from './FallsSection.tsx'
import { PaperMenu } from './PaperMenu.tsx'
import { ResultView } from './ResultView.tsx'
import { SurveyDialog } from './SurveyDialog.tsx'
import { WorkbookButtons } from './WorkbookButtons.tsx'

const VIEWS = ['answers', 'result'] as const
type View = (typeof VIEWS)[number]

/** One survey: its answers like a spreadsheet, and what they come to: `/recovery/surveys/:surveyId`. */
export function SurveyPage() {
  const { t } = useTranslation()
  const { surveyId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const [editing, setEditing] = useState(false)
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'answers'
  const { data, error } = useQuery(
    api.surveys.get.queryOptions({ input: { surveyId }, placeholderData: keepPreviousData, retry: false }),
  )
  const title = data?.survey.name ?? t('surveys.one')
  const crumbs = [
    { label: t('cases.title'), to: '/recovery' },
    { label: t('surveys.title'), to: '/recovery/surveys' },
    { label: title },
  ]
  if (error)
    return (
      <Page title={title} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  if (!data)
    return (
      <Page title={title} crumbs={crumbs} busy>
        {null}
      </Page>
    )
  const { survey, answers, result, today } = data
  return (
    <Page
      title={title}
      crumbs={crumbs}
      remarks={
        <span className={room.head}>
          <Segmented<View>
            aria-label={t('surveys.viewLabel')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`surveys.view.${value}`) }))}
            onChange={(next) => setSearch(next === 'answers' ? {} : { view: next }, { replace: true })}
          />
          <span className={room.quiet}>
            {t(`surveys.kind.${survey.kind}`)} · {periodText(survey, t)}
          </span>
        </span>
      }
      actions={
        <>
          <Button onClick={() => setEditing(true)}>{t('surveys.edit')}</Button>
          <PaperMenu survey={survey} />
          <WorkbookButtons survey={survey} />
        </>
      }
      panel={
        <SidePanel width={300} title={t('surveys.badTitle')}>
          <BadSection survey={survey} answers={answers} />
          <FallsSection falls={result.falls} />
        </SidePanel>
      }
      fixed={view === 'answers'}
    >
      {view === 'answers' ? (
        <AnswerGrid key={survey.id} survey={survey} answers={answers} today={today} />
      ) : (
        <ResultView survey={survey} result={result} />
      )}
      <SurveyDialog open={editing} close={() => setEditing(false)} today={today} survey={survey} />
    </Page>
  )
}

function periodText({ openedOn: from, closedOn: until }: SurveyRow, t: TFunction): string {
  return until === null ? t('surveys.period', { from }) : t('surveys.periodUntil', { from, until })
}
