import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'

/** Instead of a round's screen once the round is there no more: what happened, what it cost, the way back. */
export function RoundGone({ lost }: { readonly lost: number }) {
  const { t } = useTranslation()
  const title = t('scoring.gone.title')
  return (
    <Page title={title} crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]}>
      <div role="alert">
        <EmptyState
          line={
            lost === 0
              ? t('scoring.gone.why')
              : `${t('scoring.gone.why')} ${t('scoring.gone.lost', { count: lost })}`
          }
          action={
            <Link to="/evaluation">
              <Button type="primary">{t('scoring.gone.back')}</Button>
            </Link>
          }
        />
      </div>
    </Page>
  )
}
