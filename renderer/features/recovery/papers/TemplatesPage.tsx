import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { PaperTemplate } from '../../../../db/recovery/papers/contract.ts'
import { fillPaper, titleOf } from '../../../../db/recovery/papers/rules/filling.ts'
import { caseRows } from '../../../../db/recovery/rules/caseTable.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { BlocksView } from '../../../shared/paper/BlocksView.tsx'
import sheetStyles from '../../../shared/paper/paper.module.css'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { PaperBar } from './PaperBar.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { languageIn, paperIn } from './paperChoice.ts'
import styles from './papers.module.css'
import { TemplateEditor } from './TemplateEditor.tsx'

/** Cases that may be looked at with a template: the newest. */
const MOST_CASES = 200

/** What stands in the editor, and of which template. */
type Typed = Pick<PaperTemplate, 'paper' | 'language' | 'content'>

/** How the department words its papers: `/recovery/papers`. Which one, its language and the case stand in the address. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const paper = paperIn(search) ?? 'acknowledgement'
  const language = languageIn(search) ?? spokenLanguage()
  const [typed, setTyped] = useState<Typed | null>(null)
  const templates = useQuery(api.papers.templates.queryOptions())
  const list = useQuery(api.cases.list.queryOptions({ input: { show: 'all', limit: MOST_CASES } }))
  const cases = useMemo(() => (list.data ? caseRows(list.data) : []), [list.data])
  const caseId = search.get('case') ?? cases[0]?.id ?? null
  const opened = useQuery({
    ...api.papers.open.queryOptions({ input: { caseId: caseId ?? '', paper, language }, retry: false }),
    enabled: caseId !== null,
    placeholderData: keepPreviousData,
  })
  const template = templates.data?.find((one) => one.paper === paper && one.language === language)
  const shown = opened.data?.template
  // facts of another paper would fill this one with what it may not say
  const facts = shown?.paper === paper && shown.language === language ? opened.data : undefined
  const choose = (changes: Record<string, string>): void => {
    const known = { paper, language, ...(caseId === null ? {} : { case: caseId }) }
    setSearch({ ...known, ...changes }, { replace: true })
  }
  const isTyped = typed?.paper === paper && typed.language === language
  const content = isTyped ? typed.content : (template?.content ?? '')
  const filled = fillPaper(content, facts?.facts ?? {}, language)
  const error = templates.error ?? list.error ?? opened.error
  return (
    <Page
      title={t('cases.title')}
      crumbs={[{ label: t('cases.title'), to: '/recovery' }, { label: t('papers.templates') }]}
      remarks={<RecoveryTabs />}
      fixed
      busy={templates.isPending || list.isPending}
      below={
        <PaperBar
          paper={paper}
          language={language}
          choose={(next, speaks) => choose({ paper: next, language: speaks })}
        >
          {template && (
            <span className={styles.own}>{t(template.own ? 'papers.own' : 'papers.builtIn')}</span>
          )}
        </PaperBar>
      }
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        template && (
          <div className={styles.columns}>
            <TemplateEditor
              key={`${paper} ${language} ${template.content}`}
              template={template}
              typed={setTyped}
            />
            <div className={sheetStyles.desk}>
              <div className={sheetStyles.bar}>
                {cases.length === 0 ? (
                  <span>{list.data && t('papers.noCase')}</span>
                ) : (
                  <>
                    <span>{t('papers.preview')}</span>
                    <Select<string | null>
                      className={styles.case ?? ''}
                      aria-label={t('papers.preview')}
                      value={caseId}
                      showSearch={{ optionFilterProp: 'label' }}
                      options={cases.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
                      onChange={(next) => next !== null && choose({ case: next })}
                    />
                  </>
                )}
              </div>
              <PaperSheet
                frame={facts?.frame ?? null}
                label={titleOf(filled, paper, language)}
                title={<h1 className={sheetStyles.title}>{titleOf(filled, paper, language)}</h1>}
              >
                {filled.parts.map((part, at) => (
                  <BlocksView key={`${String(at)} ${part.line}`} blocks={part.blocks} />
                ))}
              </PaperSheet>
            </div>
          </div>
        )
      )}
    </Page>
  )
}
