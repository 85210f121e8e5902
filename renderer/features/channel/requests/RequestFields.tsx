import { skipToken, useQuery } from '@tanstack/react-query'
import { Input, Segmented, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { REQUEST_LIMITS } from '../../../../db/channel/requests/rules/limits.ts'
import { PRIORITIES, REQUEST_KINDS, REQUEST_WAYS } from '../../../../db/channel/requests/rules/words.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { promisedText } from '../../../shared/clocks/clockText.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import type { RequestDraft } from './requestDraft.ts'
import styles from './requests.module.css'

/** The fields of a request that is written down: few that are needed, with what its clocks will be. */
export function RequestFields({
  draft,
  accountName,
  change,
  tried,
  askedAt,
}: {
  readonly draft: RequestDraft
  readonly accountName: string | undefined
  readonly change: (changes: Partial<RequestDraft>) => void
  /** it was sent once, so what is missing is told */
  readonly tried: boolean
  /** the typed moment: null for now, undefined where it is none */
  readonly askedAt: string | null | undefined
}) {
  const { t } = useTranslation()
  return (
    <>
      <Field
        label={t('requests.account')}
        problem={tried && draft.accountId === null ? t('promises.accountMissing') : ''}
      >
        {(id) => (
          <AccountPicker
            id={id}
            value={draft.accountId}
            name={accountName}
            autoFocus={draft.accountId === null}
            onChange={(accountId) => change({ accountId, personId: null })}
          />
        )}
      </Field>
      <Field
        wide
        label={t('requests.what')}
        problem={tried && draft.title.trim() === '' ? t('requests.whatMissing') : ''}
      >
        {(id) => (
          <Input
            id={id}
            autoFocus={draft.accountId !== null}
            placeholder={t('requests.addHint')}
            maxLength={REQUEST_LIMITS.title}
            value={draft.title}
            onChange={({ target }) => change({ title: target.value })}
            onKeyDown={(event) =>
              event.key === 'Enter' && event.nativeEvent.isComposing && event.preventDefault()
            }
          />
        )}
      </Field>
      <Field label={t('requests.column.kind')}>
        {(id) => (
          <Select
            id={id}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={REQUEST_KINDS.map((value) => ({ value, label: t(`channel.requestKind.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('requests.column.priority')}>
        {(id) => (
          <Segmented
            id={id}
            value={draft.priority}
            onChange={(priority) => change({ priority })}
            options={PRIORITIES.map((value) => ({ value, label: t(`channel.priority.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('requests.column.way')}>
        {(id) => (
          <Select
            id={id}
            value={draft.way}
            onChange={(way) => change({ way })}
            options={REQUEST_WAYS.map((value) => ({ value, label: t(`channel.way.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('requests.askedBy')}>
        {(id) => (
          <PersonPicker
            id={id}
            value={draft.personId}
            accountId={draft.accountId ?? undefined}
            onChange={(personId) => change({ personId })}
          />
        )}
      </Field>
      <Field label={t('requests.askedAt')} problem={askedAt === undefined ? t('requests.askedAtUnread') : ''}>
        {(id) => (
          <Input
            id={id}
            placeholder={t('requests.askedAtHint')}
            status={askedAt === undefined ? 'error' : ''}
            value={draft.askedAt}
            onChange={({ target }) => change({ askedAt: target.value })}
          />
        )}
      </Field>
      {(['ownerId', 'backupId', 'sponsorId'] as const).map((field) => (
        <Field key={field} label={t(`requests.${PARTIES[field]}`)}>
          {(id) => (
            <MemberPicker
              id={id}
              value={draft[field]}
              {...(field === 'ownerId' ? { placeholder: t('requests.ownerHint') } : {})}
              onChange={(next) => change({ [field]: next })}
            />
          )}
        </Field>
      ))}
      <Field wide label={t('requests.detail')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={REQUEST_LIMITS.detail}
            value={draft.detail}
            onChange={({ target }) => change({ detail: target.value })}
          />
        )}
      </Field>
      <PromisedLine draft={draft} askedAt={askedAt} />
    </>
  )
}

const PARTIES = { ownerId: 'owner', backupId: 'backup', sponsorId: 'sponsor' } as const

/** What the account will be promised, before it is. */
function PromisedLine({
  draft,
  askedAt,
}: {
  readonly draft: RequestDraft
  readonly askedAt: string | null | undefined
}) {
  const { t } = useTranslation()
  const { accountId, priority, ownerId } = draft
  const { data, error } = useQuery(
    api.requests.promise.queryOptions({
      input:
        accountId === null || askedAt === undefined
          ? skipToken
          : {
              accountId,
              priority,
              ...(ownerId === null ? {} : { ownerId }),
              ...(askedAt === null ? {} : { askedAt }),
            },
      retry: false,
    }),
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const { first, solution } = data.times
  if (first === null && solution === null)
    return <p className={styles.promised}>{t('requests.willPromiseNone')}</p>
  const by = (minutes: number | null, due: number | undefined): string =>
    minutes === null || due === undefined
      ? t('requests.none')
      : `${promisedText(minutes, t)} (${formatMoment(new Date(due), spokenLanguage(), t('app.status.today'))})`
  return (
    <p className={styles.promised}>
      {t('requests.willPromise', {
        tier: data.tier === null ? t('app.tier.none') : t(`app.tier.${data.tier}`),
        first: by(first, data.due.first),
        solution: by(solution, data.due.solution),
      })}
    </p>
  )
}

function Field({
  label,
  problem = '',
  wide = false,
  children,
}: {
  readonly label: string
  readonly problem?: string
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={wide ? styles.wideField : styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
