import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { PaperFormat } from '../../../../db/exchange/rules/paperFormat.ts'
import { download } from '../../../client/download.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import { Checklist } from './Checklist.tsx'
import { HandoverDue } from './HandoverDue.tsx'
import styles from './handover.module.css'
import { Pack } from './Pack.tsx'
import { StateTag } from './StateTag.tsx'

/** One hand-over: the checklist that both tick and sign, and below it what the taker has to know. */
export function HandoverPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { handoverId = '' } = useParams()
  const { data, error, isPending } = useQuery(
    api.handover.get.queryOptions({ input: { handoverId }, retry: false }),
  )
  const pack = useQuery(api.handover.pack.queryOptions({ input: { handoverId }, retry: false }))
  const remove = useCommand(engine.handover.remove)
  const paper = usePaper(handoverId)
  const title = data ? t('handover.of', { from: data.from.name, to: data.to.name }) : t('handover.title')
  const crumbs = [
    { label: t('accounts.title'), to: '/accounts' },
    { label: t('handover.title'), to: '/handover' },
    ...(data ? [{ label: title }] : []),
  ]
  if (error || !data)
    return (
      <Page title={title} crumbs={crumbs} busy={isPending}>
        {error && (
          <ErrorNote
            problem={toProblem(error)}
            action={<Button onClick={() => void navigate('/handover')}>{t('handover.page.back')}</Button>}
          />
        )}
      </Page>
    )
  const giveUp = async (): Promise<void> => {
    const outcome = await remove.run({ handoverId: data.id })
    if (outcome.ok) await navigate('/handover')
  }
  return (
    <Page
      title={title}
      crumbs={crumbs}
      busy={paper.busy || pack.isPending}
      remarks={
        <>
          <StateTag handover={data} />
          {data.state !== 'moved' && (
            <span className={styles.due}>
              {t('handover.field.dueOn')} <HandoverDue handover={data} />
            </span>
          )}
        </>
      }
      actions={
        <>
          {data.state !== 'moved' && (
            <Button loading={remove.pending} onClick={() => void giveUp()}>
              {t('handover.page.giveUp')}
            </Button>
          )}
          <Button onClick={() => window.print()}>{t('handover.page.print')}</Button>
          <Button onClick={() => void paper.save('docx')}>{t('handover.page.word')}</Button>
          <Button onClick={() => void paper.save('pdf')}>{t('handover.page.pdf')}</Button>
        </>
      }
    >
      <div className={styles.page}>
        {data.note !== '' && <p className={styles.noteText}>{data.note}</p>}
        <Checklist handover={data} />
        {pack.error && <ErrorNote problem={toProblem(pack.error)} />}
        {pack.data && <Pack accounts={pack.data.accounts} />}
      </div>
    </Page>
  )
}

/** The pack as a document. */
function usePaper(handoverId: string) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async save(format: PaperFormat): Promise<void> {
      setBusy(true)
      try {
        const file = await engine.handover.document({ handoverId, format, language: spokenLanguage() })
        download(file)
        showToast({ kind: 'done', text: t('handover.page.saved', { file: file.name }) })
      } catch (failure) {
        showProblem(toProblem(failure))
      }
      setBusy(false)
    },
  }
}
