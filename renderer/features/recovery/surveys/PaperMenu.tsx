import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { FileDoneOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'

const PAPERS = (['questionnaire', 'callScript'] as const).flatMap((what) =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['pdf', 'docx'] as const).map((format) => ({ what, language, format })),
  ),
)
type Paper = (typeof PAPERS)[number]

const FORMAT_NAMES = { pdf: 'PDF', docx: 'Word' } as const

/** The questionnaire and the call script of a survey, in either language, as PDF or Word. */
export function PaperMenu({ survey }: { readonly survey: SurveyRow }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const take = async (paper: Paper): Promise<void> => {
    setBusy(true)
    try {
      download(await engine.surveys.paper({ surveyId: survey.id, ...paper }))
    } catch (error) {
      showProblem(toProblem(error))
    }
    setBusy(false)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: PAPERS.map((paper) => ({
          key: Object.values(paper).join('.'),
          label: t('surveys.paperItem', {
            paper: t(`surveys.papers.${paper.what}.${paper.language}`),
            format: FORMAT_NAMES[paper.format],
          }),
          onClick: () => void take(paper),
        })),
      }}
    >
      <Button icon={<FileDoneOutlined />} loading={busy}>
        {t('surveys.paper')}
      </Button>
    </Dropdown>
  )
}
