import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedPerson } from '../../../db/accounts/people/contract.ts'
import { api } from '../../client/engine.ts'
import styles from './pick.module.css'
import type { PickerLook } from './pickerLook.ts'
import { useEnterWhenFresh } from './useEnterWhenFresh.ts'

/** Picks somebody at our customers by name, pinyin, initials or the end of a phone number; of one account if given. */
export function PersonPicker({
  value,
  onChange,
  accountId,
  autoFocus = false,
  ...look
}: PickerLook & {
  readonly value: PickedPerson['id'] | null
  /** the person as well, so that the caller needn't ask for the name */
  readonly onChange: (value: PickedPerson['id'] | null, person: PickedPerson | null) => void
  /** only people who are or were there */
  readonly accountId?: string | undefined
}) {
  const { t } = useTranslation()
  const { text, setText, options, find, isFetching, enter } = usePeople(
    accountId,
    value === null ? [] : [value],
  )
  return (
    <Select<PickedPerson['id'] | null>
      {...look}
      {...enter}
      autoFocus={autoFocus}
      value={value}
      aria-label={look.label}
      className={styles.picker ?? ''}
      placeholder={look.placeholder ?? t('people.pick.person')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={isFetching}
      options={options}
      optionRender={({ value: id }) => <PersonLine person={find(id)} />}
      notFoundContent={isFetching ? null : t('people.pick.none')}
      onChange={(next) => {
        setText('')
        onChange(next ?? null, find(next ?? null) ?? null)
      }}
    />
  )
}

/** The same for several people. */
export function PeoplePicker({
  value,
  onChange,
  accountId,
  autoFocus = false,
  ...look
}: PickerLook & {
  readonly value: readonly PickedPerson['id'][]
  readonly onChange: (value: PickedPerson['id'][]) => void
  /** only people who are or were there */
  readonly accountId?: string | undefined
}) {
  const { t } = useTranslation()
  const { text, setText, options, find, isFetching, enter } = usePeople(accountId, value)
  return (
    <Select<PickedPerson['id'][]>
      {...look}
      {...enter}
      autoFocus={autoFocus}
      mode="multiple"
      value={[...value]}
      aria-label={look.label}
      className={styles.picker ?? ''}
      placeholder={look.placeholder ?? t('people.pick.person')}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={isFetching}
      options={options}
      optionRender={({ value: id }) => <PersonLine person={find(id)} />}
      notFoundContent={isFetching ? null : t('people.pick.none')}
      onChange={(next) => {
        setText('')
        onChange(next)
      }}
    />
  )
}

/** What is offered for a text, with those who are chosen already, so that they show their names. */
function usePeople(accountId: string | undefined, chosen: readonly PickedPerson['id'][]) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const found = useQuery(
    api.people.pick.queryOptions({
      input: { text: asked, ...(accountId === undefined ? {} : { accountId }) },
      placeholderData: (before) => before,
    }),
  )
  const named = useQuery(
    api.people.named.queryOptions({ input: { personIds: [...chosen] }, enabled: chosen.length > 0 }),
  )
  const enter = useEnterWhenFresh(text === asked && found.isSuccess && !found.isPlaceholderData)
  const offered = found.data ?? []
  const all = [
    ...offered,
    ...(named.data ?? []).filter(({ id }) => !offered.some((person) => person.id === id)),
  ]
  const find = (id: unknown): PickedPerson | undefined => all.find((person) => person.id === id)
  const shown = text === '' ? all : offered
  return {
    text,
    setText,
    find,
    isFetching: found.isFetching,
    enter,
    options: shown.map(({ id, name }) => ({ value: id, label: name })),
  }
}

function PersonLine({ person }: { readonly person: PickedPerson | undefined }) {
  if (!person) return null
  const place = [person.title, person.accountName].filter((part) => part !== '').join(' · ')
  return (
    <span className={styles.line}>
      <span>{person.name}</span>
      <span className={styles.remark}>{place}</span>
    </span>
  )
}
