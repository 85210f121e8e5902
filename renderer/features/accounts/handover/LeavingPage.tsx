import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../client/engine.ts'
import { Page } from '../../../ui/Page.tsx'
import styles from './handover.module.css'
import { LeavingOfMember } from './LeavingDetail.tsx'
import { beginHandover } from './newHandoverStore.ts'

/** What the department would lose with a colleague, and the way to hand their accounts over. */
export function LeavingPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { memberId = '' } = useParams()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const member = members?.find(({ id }) => id === memberId)
  const title = member ? t('handover.leaving.title', { name: member.name }) : t('handover.leaving.section')
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('accounts.title'), to: '/accounts' },
        { label: t('handover.title'), to: '/handover' },
        { label: title },
      ]}
      actions={
        <Button
          type="primary"
          disabled={!member || member.accounts === 0}
          onClick={() => {
            beginHandover({ fromId: memberId, accountIds: null })
            void navigate('/handover')
          }}
        >
          {t('handover.leaving.handOver')}
        </Button>
      }
    >
      <div className={styles.page}>
        <LeavingOfMember memberId={memberId} />
      </div>
    </Page>
  )
}
