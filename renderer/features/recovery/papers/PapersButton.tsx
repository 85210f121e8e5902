import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { FileTextOutlined } from '../../../ui/icons.tsx'

/** Leads from a case to its papers. */
export function PapersButton({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Button icon={<FileTextOutlined />} onClick={() => void navigate(`/recovery/${caseId}/papers`)}>
      {t('papers.write')}
    </Button>
  )
}
