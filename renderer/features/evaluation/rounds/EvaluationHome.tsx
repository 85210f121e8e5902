import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import type { Making } from './making.ts'
import { RoundList } from './RoundList.tsx'
import { SheetList } from './SheetList.tsx'

/** The evaluation room's first page: rounds of grading, and the sheets they are graded by. */
export function EvaluationHome() {
  const { t } = useTranslation()
  const rounds = useQuery(api.rounds.list.queryOptions())
  const sheets = useQuery(api.sheets.list.queryOptions())
  const [query, setQuery] = useSearchParams()
  const asked = query.get('new')
  const making: Making = asked === 'round' || asked === 'sheet' ? asked : null
  const make = (what: Making): void => setQuery(what === null ? {} : { new: what }, { replace: true })
  const error = rounds.error ?? sheets.error
  return (
    <Page
      title={t('sheets.title')}
      crumbs={[{ label: t('app.room.evaluation') }]}
      remarks={
        <>
          <Link to="/evaluation/moves">{t('moves.title')}</Link>
          <Link to="/evaluation/cycle">{t('cycle.title')}</Link>
        </>
      }
      busy={rounds.isPending || sheets.isPending}
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {rounds.data && sheets.data && (
        <>
          <RoundList rounds={rounds.data} sheets={sheets.data} making={making} onMake={make} />
          <SheetList sheets={sheets.data} making={making} onMake={make} />
        </>
      )}
    </Page>
  )
}
