import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { DeleteOutlined, EditOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { dayText } from './dayText.ts'
import { EntryFiles } from './EntryFiles.tsx'
import { Who } from './EntryLine.tsx'
import { EntryText } from './EntryText.tsx'
import styles from './entry.module.css'
import { FormerTexts } from './FormerTexts.tsx'
import { LiftPart } from './LiftPart.tsx'
import { NextStepPart } from './NextStepPart.tsx'

/** One entry of the work log with its former texts, next step, files, promises, and what the portraits have from it. */
export function EntryPage() {
  const { t } = useTranslation()
  const { entryId = '' } = useParams()
  const { data, error } = useQuery(api.log.get.queryOptions({ input: { entryId } }))
  const crumbs = [
    { label: t('accounts.title'), to: '/accounts' },
    ...(data && data.accountId !== null
      ? [
          { label: data.account ?? '', to: `/accounts/${data.accountId}` },
          { label: t('log.title'), to: `/accounts/${data.accountId}/log` },
        ]
      : [{ label: t('log.title'), to: '/log' }]),
  ]
  if (error)
    return (
      <Page title={t('log.title')} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  if (!data)
    return (
      <Page title={t('log.title')} crumbs={crumbs} busy>
        {null}
      </Page>
    )
  return <EntrySheet key={data.id} entry={data} crumbs={crumbs} />
}

function EntrySheet({
  entry,
  crumbs,
}: {
  readonly entry: Entry
  readonly crumbs: readonly { readonly label: string; readonly to: string }[]
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [correcting, setCorrecting] = useState(false)
  const remove = useCommand(engine.log.remove)
  const today = dayOf(Date.now())
  const title = t('log.entry.title', {
    channel: t(`log.channel.${entry.channel}`),
    day: dayText(entry.happenedOn, spokenLanguage(), today),
  })
  return (
    <Page
      title={title}
      crumbs={[...crumbs, { label: title }]}
      remarks={
        <>
          {entry.accountId === null ? (
            <span>{t('log.noAccount')}</span>
          ) : (
            <Link to={`/accounts/${entry.accountId}`}>{entry.account}</Link>
          )}
          <span>
            <Who entry={entry} />
          </span>
        </>
      }
      actions={
        <>
          <Button icon={<EditOutlined />} disabled={correcting} onClick={() => setCorrecting(true)}>
            {t('log.entry.correct')}
          </Button>
          <Button
            icon={<DeleteOutlined />}
            onClick={async () => {
              const { ok } = await remove.run({ entryIds: [entry.id] })
              if (ok) await navigate(entry.accountId === null ? '/log' : `/accounts/${entry.accountId}/log`)
            }}
          >
            {t('log.entry.remove')}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        <div className={styles.main}>
          <Section title={t('log.form.text')} remark={recorded(entry, t)}>
            {correcting ? (
              <CorrectForm entry={entry} close={() => setCorrecting(false)} />
            ) : (
              <p className={styles.text} id="entry-text">
                <EntryText text={entry.text} mentions={entry.mentions} />
              </p>
            )}
          </Section>
          <FormerTexts entry={entry} />
        </div>
        <div className={styles.side}>
          <NextStepPart entry={entry} today={today} />
          <LiftPart entry={entry} />
          {entry.made.length > 0 && (
            <Section title={t('log.entry.promises')} remark={entry.made.length}>
              <ul className={styles.lines}>
                {entry.made.map(({ id, what, dueOn, open }) => (
                  <li key={id}>
                    <span>{what}</span>
                    <span className={styles.quiet}>
                      {dueOn !== null && dayText(dueOn, spokenLanguage(), today)}{' '}
                      {open ? t('log.entry.promiseOpen') : t('log.entry.promiseSettled')}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <EntryFiles entry={entry} />
        </div>
      </div>
    </Page>
  )
}

const recorded = ({ recordedAt }: Entry, t: TFunction): string =>
  t('log.entry.recorded', { when: formatMoment(recordedAt, spokenLanguage(), t('app.status.today')) })
