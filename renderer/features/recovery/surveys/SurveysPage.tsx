import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { RecoveryList } from '../RecoveryList.tsx'
import { SurveyDialog } from './SurveyDialog.tsx'
import { surveyColumns } from './surveyColumns.ts'

/** All surveys of satisfaction, the newest first: `/recovery/surveys`. */
export function SurveysPage() {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { data, error } = useQuery(api.surveys.list.queryOptions({ placeholderData: keepPreviousData }))
  const remove = useCommand(engine.surveys.remove)
  const today = data?.today ?? ''
  const columns = useMemo(() => surveyColumns(today, t), [today, t])
  return (
    <RecoveryList<SurveyRow>
      title={t('surveys.title')}
      part
      rows={data?.rows}
      columns={columns}
      layoutKey="recovery.surveys"
      error={error}
      busy={remove.pending}
      filterHint={t('surveys.filter')}
      emptyLine={t('surveys.empty')}
      add={{ label: t('surveys.new'), press: () => setAdding(true) }}
      remove={(surveyIds) => void remove.run({ surveyIds })}
    >
      {/* a survey opens today, which a key pressed at once doesn't know yet */}
      <SurveyDialog open={adding && data !== undefined} close={() => setAdding(false)} today={today} />
    </RecoveryList>
  )
}
