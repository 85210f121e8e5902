import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from '../case.module.css'
import { AskersSection } from './AskersSection.tsx'
import { IdeaCourse } from './IdeaCourse.tsx'
import { IdeaFacts } from './IdeaFacts.tsx'
import { IdeaTrack } from './IdeaTrack.tsx'
import { priorityText } from './ideaLook.ts'

/** One idea, from its proposal until those who asked were told: `/recovery/ideas/:ideaId`. */
export function IdeaPage() {
  const { t } = useTranslation()
  const { ideaId = '' } = useParams()
  const { data, error } = useQuery(
    api.ideas.get.queryOptions({ input: { ideaId }, placeholderData: keepPreviousData, retry: false }),
  )
  const idea = data?.idea
  const title = idea?.title ?? t('ideas.one')
  const crumbs = [
    { label: t('cases.title'), to: '/recovery' },
    { label: t('ideas.title'), to: '/recovery/ideas' },
    { label: idea ? `${idea.code} ${title}` : title },
  ]
  if (error)
    return (
      <Page title={title} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  return (
    <Page
      title={title}
      crumbs={crumbs}
      remarks={idea && <Head idea={idea} />}
      busy={idea === undefined}
      {...(idea
        ? {
            below: <IdeaTrack idea={idea} />,
            panel: (
              <SidePanel width={340} title={t('ideas.course')}>
                <IdeaCourse idea={idea} />
              </SidePanel>
            ),
          }
        : {})}
    >
      {idea && data && (
        <div className={styles.page}>
          <IdeaFacts idea={idea} today={data.today} products={data.products} />
          <AskersSection idea={idea} today={data.today} />
        </div>
      )}
    </Page>
  )
}

/** The customer and the case that it came from, what goes first, and who answers for it. */
function Head({ idea }: { readonly idea: IdeaSheet }) {
  const { t } = useTranslation()
  const quiet = [
    idea.code,
    priorityText(idea, t),
    idea.owner,
    idea.late > 0 ? t('ideas.late', { count: idea.late }) : '',
  ]
  return (
    <span className={styles.head}>
      {idea.accountId && <Link to={`/accounts/${idea.accountId}`}>{idea.account}</Link>}
      {idea.caseId && (
        <Link to={`/recovery/${idea.caseId}`} title={idea.caseTitle ?? ''}>
          {idea.caseCode}
        </Link>
      )}
      <span className={styles.quiet}>{quiet.filter(Boolean).join(' · ')}</span>
    </span>
  )
}
