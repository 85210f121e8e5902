import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useRouteError } from 'react-router'
import { toProblem } from '../client/problem.ts'
import { Page } from '../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../ui/states.tsx'

/** Shown in place of a screen that broke: what happened, and a way to open it again. The rest of the window lives. */
export function Broken() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <Page title={t('app.broken.title')} crumbs={[{ label: t('app.broken.title') }]}>
      <ErrorNote
        problem={toProblem(error)}
        action={<Button onClick={() => window.location.reload()}>{t('app.broken.again')}</Button>}
      />
    </Page>
  )
}

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Page title={t('app.notFound.title')} crumbs={[{ label: t('app.notFound.title') }]}>
      <EmptyState
        line={t('app.notFound.line')}
        action={
          <Button type="primary" onClick={() => void navigate('/accounts')}>
            {t('app.notFound.back')}
          </Button>
        }
      />
    </Page>
  )
}
