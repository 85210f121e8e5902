import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../db/accounts/log/contract.ts'
import { plainText } from '../../../db/accounts/log/rules/mentions.ts'
import { api } from '../../client/engine.ts'
import styles from './pick.module.css'
import type { PickerLook } from './pickerLook.ts'

/** More than anybody would look through: what is older is found in the log itself. */
const NEWEST = 100

/** Picks one of the newest entries of an account's work log, by its day or its words. */
export function EntryPicker({
  value,
  onChange,
  accountId,
  ...look
}: PickerLook & {
  readonly value: EntryRow['id'] | null
  /** the entry as well, so that the caller can take over its day */
  readonly onChange: (value: EntryRow['id'] | null, entry: EntryRow | null) => void
  readonly accountId: string
}) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const { data, isFetching } = useQuery(
    api.log.list.queryOptions({ input: { accountId, limit: NEWEST }, enabled: asked || value !== null }),
  )
  const entries = data?.entries ?? []
  return (
    <Select<EntryRow['id'] | null>
      {...look}
      value={value}
      aria-label={look.label}
      className={styles.picker ?? ''}
      placeholder={look.placeholder}
      allowClear
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={420}
      loading={isFetching}
      onOpenChange={(open) => open && setAsked(true)}
      options={entries.map(({ id, happenedOn, text }) => ({
        value: id,
        label: happenedOn,
        text: plainText(text),
        search: `${happenedOn} ${plainText(text)}`,
      }))}
      optionRender={({ data: { label, text } }) => (
        <span className={styles.entry}>
          <span>{label}</span>
          <span className={styles.remark}>{text}</span>
        </span>
      )}
      notFoundContent={isFetching ? null : t('analysis.rivals.noEntries')}
      onChange={(next) => onChange(next ?? null, entries.find(({ id }) => id === next) ?? null)}
    />
  )
}
