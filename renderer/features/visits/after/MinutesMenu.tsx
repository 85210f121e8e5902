import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'

const PAPERS = [
  ['executive', 'pdf'],
  ['executive', 'docx'],
  ['customer', 'pdf'],
  ['customer', 'docx'],
] as const

/** The minutes as a paper: ours with private notes, or the customer's without. */
export function MinutesMenu({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const take = async (audience: 'executive' | 'customer', format: 'pdf' | 'docx'): Promise<void> => {
    setBusy(true)
    try {
      const language = spokenLanguage()
      download(await engine.minutes.paper({ visitId: visit.id, audience, format, language }))
    } catch (error) {
      showProblem(toProblem(error))
    }
    setBusy(false)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: PAPERS.map(([audience, format]) => ({
          key: `${audience}.${format}`,
          label: t(`visits.paper.${audience}.${format}`),
          onClick: () => void take(audience, format),
        })),
      }}
    >
      <Button icon={<ExportOutlined />} loading={busy}>
        {t('visits.minutesPaper')}
      </Button>
    </Dropdown>
  )
}
