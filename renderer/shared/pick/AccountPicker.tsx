import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type engine } from '../../client/engine.ts'
import { TierTag } from '../../ui/tier.tsx'
import styles from './pick.module.css'
import type { PickerLook } from './pickerLook.ts'
import { useEnterWhenFresh } from './useEnterWhenFresh.ts'

/** An account as the picker offers it. */
export type PickedAccount = Awaited<ReturnType<typeof engine.accounts.search>>[number]

/** Picks an account by name, code or pinyin. */
export function AccountPicker({
  value,
  name,
  onChange,
  except = [],
  ...look
}: PickerLook & {
  readonly value: string | null
  /** the name of what is chosen, where the caller knows it: saves a question to the engine */
  readonly name?: string | undefined
  readonly onChange: (value: PickedAccount['id'] | null, account: PickedAccount | null) => void
  /** ids that aren't offered */
  readonly except?: readonly string[]
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const found = useQuery(
    api.accounts.search.queryOptions({ input: { text: asked }, placeholderData: (before) => before }),
  )
  const enter = useEnterWhenFresh(text === asked && found.isSuccess && !found.isPlaceholderData)
  const offered = (found.data ?? []).filter(({ id }) => !except.includes(id))
  const chosen = offered.find(({ id }) => id === value)
  const asks = value !== null && chosen === undefined && name === undefined
  const alone = useQuery(
    api.accounts.get.queryOptions({ input: { accountId: value ?? '' }, enabled: asks, retry: false }),
  )
  const known = value === null || chosen ? [] : [{ value, label: name ?? alone.data?.account.name ?? '' }]
  return (
    <Select<string | null>
      {...look}
      {...enter}
      value={value}
      aria-label={look.label}
      className={styles.picker ?? ''}
      placeholder={look.placeholder ?? t('people.pick.account')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={found.isFetching}
      options={[
        ...offered.map((account) => ({ value: account.id, label: account.name })),
        ...(text === '' ? known : []),
      ]}
      optionRender={({ value: id, label }) => (
        <AccountLine account={offered.find((account) => account.id === id)} label={label} />
      )}
      notFoundContent={found.isFetching ? null : t('people.pick.none')}
      onChange={(next) => {
        setText('')
        const account = offered.find(({ id }) => id === next)
        onChange(account?.id ?? null, account ?? null)
      }}
    />
  )
}

function AccountLine({
  account,
  label,
}: {
  readonly account: PickedAccount | undefined
  readonly label: React.ReactNode
}) {
  return (
    <span className={styles.line}>
      <span>{label}</span>
      <span className={styles.remark}>
        {account?.code} {account && <TierTag standing={account.tier} />}
      </span>
    </span>
  )
}
