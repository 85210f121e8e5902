import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Input, Segmented, Select } from 'antd'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { fitOf, searchWords } from '../../../../db/accounts/rules/search.ts'
import { readDay } from '../../../../db/accounts/rules/typedDays.ts'
import type { Exception } from '../../../../db/evaluation/contract.ts'
import { yearFrom } from '../../../../db/evaluation/rules/exceptions.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { ExpiryField } from '../approval/ExpiryField.tsx'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { evaluationLeader } from './leader.ts'
import styles from './outcome.module.css'

/** Classifies an account straight into key or main (A7), or changes such an exception. */
export function ExceptionForm({
  model,
  exception,
  close,
}: {
  readonly model: ScoringModel
  /** the one to change; null for a new one */
  readonly exception: Exception | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  const [accountId, setAccountId] = useState<string | null>(exception?.accountId ?? null)
  const [tier, setTier] = useState<'key' | 'main'>(exception?.tier ?? 'key')
  const [reason, setReason] = useState(exception?.reason ?? '')
  const [typedApprover, setApprover] = useState<string | null>(exception?.approver ?? null)
  const approver = typedApprover ?? evaluationLeader(members)?.name ?? ''
  const [expires, setExpires] = useState(exception?.expires ?? '')
  const day = expires.trim() === '' ? null : readDay(expires)
  const except = useCommand(engine.rounds.except, { tellProblem: false })
  const missing =
    accountId === null
      ? 'account'
      : reason.trim() === ''
        ? 'reason'
        : approver.trim() === ''
          ? 'approver'
          : day === undefined
            ? 'expires'
            : null
  const save = async (): Promise<void> => {
    if (accountId === null || missing || day === undefined) return
    const outcome = await except.run({
      roundId: model.round.id,
      ...{ accountId, tier, reason, approver, expires: day },
    })
    if (outcome.ok) close()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field id={`${id}-account`} label={t('scoring.exceptions.account')}>
        <AccountSelect
          id={`${id}-account`}
          model={model}
          value={accountId}
          choose={setAccountId}
          fixed={exception !== null}
        />
      </Field>
      <Field id={`${id}-tier`} label={t('scoring.exceptions.tier')}>
        <Segmented<'key' | 'main'>
          id={`${id}-tier`}
          value={tier}
          onChange={setTier}
          options={(['key', 'main'] as const).map((value) => ({ value, label: t(`scoring.tier.${value}`) }))}
        />
      </Field>
      <Field id={`${id}-reason`} label={t('scoring.exceptions.reason')}>
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          placeholder={t('scoring.exceptions.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field id={`${id}-approver`} label={t('scoring.exceptions.approver')}>
        <AutoComplete
          id={`${id}-approver`}
          value={approver}
          maxLength={50}
          options={members.map(({ name, role }) => ({ value: name, label: `${name} ${role}` }))}
          placeholder={t('scoring.exceptions.approverHint')}
          onChange={setApprover}
        />
      </Field>
      <Field id={`${id}-expires`} label={t('scoring.exceptions.expires')}>
        <ExpiryField
          id={`${id}-expires`}
          value={expires}
          onChange={setExpires}
          example={yearFrom(dayOf(Date.now()))}
        />
      </Field>
      {except.problem && <ErrorNote problem={except.problem} />}
      <div className={styles.formButtons}>
        <Button htmlType="submit" disabled={missing !== null} loading={except.pending}>
          {t('scoring.exceptions.save')}
        </Button>
        <Button type="text" onClick={close}>
          {t('scoring.exceptions.cancel')}
        </Button>
        {missing && (
          <span className={styles.remark}>
            {t('scoring.exceptions.needed', { field: t(`scoring.exceptions.${missing}`) })}
          </span>
        )}
      </div>
    </form>
  )
}

function Field({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

/** An account of the round by name, code or pinyin. */
function AccountSelect({
  id,
  model,
  value,
  choose,
  fixed,
}: {
  readonly id: string
  readonly model: ScoringModel
  readonly value: string | null
  readonly choose: (accountId: string | null) => void
  readonly fixed: boolean
}) {
  const { t } = useTranslation()
  const { accounts } = model.round
  const options = useMemo(
    () =>
      accounts.ids.map((accountId, row) => ({
        value: accountId,
        label: accounts.names[row] ?? '',
        code: accounts.codes[row] ?? '',
        pinyin: accounts.pinyin[row] ?? '',
      })),
    [accounts],
  )
  return (
    <Select<string, (typeof options)[number]>
      id={id}
      disabled={fixed}
      value={value}
      options={options}
      placeholder={t('scoring.exceptions.accountHint')}
      showSearch={{
        filterOption: (text, option) =>
          option !== undefined &&
          fitOf(searchWords(text), { name: option.label, code: option.code, pinyin: option.pinyin }) !==
            undefined,
      }}
      onChange={choose}
    />
  )
}
