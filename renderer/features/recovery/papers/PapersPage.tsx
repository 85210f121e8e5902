import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { useTicking } from '../../../shared/clocks/useTicking.ts'
import { SettingOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { PaperBar } from './PaperBar.tsx'
import { PaperDesk } from './PaperDesk.tsx'
import { languageIn, paperIn, USUAL_PAPER } from './paperChoice.ts'
import { SentPapers } from './SentPapers.tsx'

/** The papers of one case: `/recovery/:caseId/papers`. Which one, and its language, stand in the address. */
export function PapersPage() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const found = useQuery(api.cases.get.queryOptions({ input: { caseId }, retry: false }))
  const sent = useQuery(api.papers.list.queryOptions({ input: { caseId }, retry: false }))
  const now = useTicking(found.data?.now)
  const sheet = found.data?.case
  const paper = paperIn(search) ?? USUAL_PAPER[sheet?.state ?? 'recorded']
  // in the language in which the customer was written to last
  const language = languageIn(search) ?? sent.data?.language ?? spokenLanguage()
  const opened = useQuery({
    ...api.papers.open.queryOptions({ input: { caseId, paper, language }, retry: false }),
    enabled: sheet !== undefined && sent.data !== undefined,
    placeholderData: keepPreviousData,
  })
  const error = found.error ?? sent.error ?? opened.error
  const name = sheet ? `${sheet.code} ${sheet.title}` : t('cases.one')
  const crumbs = [
    { label: t('cases.title'), to: '/recovery' },
    ...(sheet ? [{ label: name, to: `/recovery/${caseId}` }] : []),
    { label: t('papers.title') },
  ]
  if (error)
    return (
      <Page title={t('papers.title')} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  const shown = opened.data?.template
  return (
    <Page
      title={sheet ? t('papers.of', sheet) : t('papers.title')}
      crumbs={crumbs}
      remarks={sheet?.title}
      fixed
      busy={!opened.data || opened.isPlaceholderData}
      actions={
        <Button
          icon={<SettingOutlined />}
          onClick={() => void navigate(`/recovery/papers?paper=${paper}&language=${language}&case=${caseId}`)}
        >
          {t('papers.editTemplate')}
        </Button>
      }
      below={
        <PaperBar
          paper={paper}
          language={language}
          choose={(next, speaks) => setSearch({ paper: next, language: speaks }, { replace: true })}
        />
      }
      panel={
        <SidePanel title={t('papers.sent')} width={280}>
          <SentPapers caseId={caseId} now={now} />
        </SidePanel>
      }
    >
      {sheet && opened.data && shown && (
        <PaperDesk key={`${shown.paper} ${shown.language}`} sheet={sheet} opened={opened.data} />
      )}
    </Page>
  )
}
