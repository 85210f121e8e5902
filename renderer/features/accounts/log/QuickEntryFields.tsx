import { Button, Input, Radio } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../../../db/accounts/log/rules/channels.ts'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import type { Settings } from '../../../../db/department/contract.ts'
import { FileButton } from '../../../shared/files/FileButton.tsx'
import type { Taking } from '../../../shared/files/useTakeFiles.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PeoplePicker } from '../../../shared/pick/PersonPicker.tsx'
import { formatBytes } from '../../../ui/format.ts'
import { CloseOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { DayField } from './DayField.tsx'
import type { Draft, draftDays } from './draft.ts'
import styles from './log.module.css'
import { MentionBox } from './MentionBox.tsx'
import { PromiseLines } from './PromiseLines.tsx'

/** The fields of the quick entry, in the order in which a contact is told. */
export function QuickEntryFields({
  draft,
  days,
  today,
  me,
  busy,
  change,
  update,
  takeFiles,
}: {
  readonly draft: Draft
  readonly days: ReturnType<typeof draftDays>
  readonly today: string
  readonly me: Settings['me']
  /** the file that is being taken in */
  readonly busy: Taking | null
  readonly change: (changes: Partial<Draft>) => void
  readonly update: (make: (before: Draft) => Partial<Draft>) => void
  readonly takeFiles: (files: readonly File[]) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('log.form.account')}>
          <AccountPicker
            label={t('log.form.account')}
            placeholder={t('log.form.accountPlace')}
            value={draft.accountId}
            onChange={(accountId) => change({ accountId })}
          />
        </Field>
        <Field label={t('log.form.people')}>
          <PeoplePicker
            label={t('log.form.people')}
            placeholder={t('log.form.peoplePlace')}
            value={draft.people}
            {...(draft.accountId === null ? {} : { accountId: draft.accountId })}
            onChange={(people) => change({ people })}
          />
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={t('log.form.when')}>
          <DayField
            label={t('log.form.when')}
            value={draft.when}
            day={days.when}
            today={today}
            blank={t('log.form.whenPlace')}
            onChange={(when) => change({ when })}
          />
        </Field>
        <Field label={t('log.form.member')}>
          <MemberPicker
            label={t('log.form.member')}
            value={draft.memberId === undefined ? me : draft.memberId}
            onChange={(memberId) => change({ memberId })}
          />
        </Field>
      </div>
      <Radio.Group
        className={styles.channels ?? ''}
        aria-label={t('log.form.channel')}
        optionType="button"
        value={draft.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`log.channel.${value}`) }))}
        onChange={(event) => change({ channel: event.target.value })}
      />
      <MentionBox
        id={`${id}-text`}
        label={t('log.form.text')}
        value={draft.typed}
        onChange={(make) => update(({ typed }) => ({ typed: make(typed) }))}
        accountId={draft.accountId}
        rows={5}
        autoFocus
      />
      <div className={styles.nextLine}>
        <Field label={t('log.next.title')}>
          <Input
            aria-label={t('log.next.step')}
            placeholder={t('log.next.step')}
            maxLength={LOG_LIMITS.nextStep}
            value={draft.step}
            onChange={(event) => change({ step: event.target.value })}
          />
        </Field>
        {draft.step.trim() !== '' && (
          <>
            <DayField
              label={t('log.next.on')}
              value={draft.stepWhen}
              day={days.step.day}
              today={today}
              blank={t('log.next.on')}
              onChange={(stepWhen) => change({ stepWhen })}
            />
            <MemberPicker
              label={t('log.next.by')}
              placeholder={t('log.next.by')}
              value={draft.stepBy === undefined ? (draft.memberId ?? me) : draft.stepBy}
              onChange={(stepBy) => change({ stepBy })}
            />
          </>
        )}
      </div>
      <PromiseLines draft={draft} days={days.due} today={today} change={change} />
      <div className={styles.takenFiles}>
        {draft.promises.length < LOG_LIMITS.promises && (
          <Button
            icon={<PlusOutlined />}
            onClick={() => {
              const key = crypto.randomUUID()
              const line = {
                key,
                what: '',
                side: 'ours',
                personId: draft.people[0] ?? null,
                due: '',
              } as const
              change({ promises: [...draft.promises, line] })
            }}
          >
            {t('log.form.addPromise')}
          </Button>
        )}
        <FileButton take={takeFiles} />
        {draft.files.map(({ sha256, name, bytes }) => (
          <span key={`${sha256}${name}`} className={styles.taken}>
            {name} <span className={styles.quiet}>{formatBytes(bytes)}</span>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('log.files.remove', { name })}
              onClick={() =>
                change({ files: draft.files.filter((file) => file.sha256 !== sha256 || file.name !== name) })
              }
            />
          </span>
        ))}
        {busy !== null && <span className={styles.quiet}>{t('log.files.uploading', { ...busy })}</span>}
      </div>
    </>
  )
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.fieldLabel}>{label}</span>
      {children}
    </div>
  )
}
