import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../db/department/contract.ts'
import { api } from '../../client/engine.ts'
import { showToast } from '../../ui/toast.ts'
import { meant, searchText } from './meant.ts'
import styles from './pick.module.css'
import type { PickerLook } from './pickerLook.ts'

/** Picks one of our own people by name or pinyin. A text that is typed and left counts where it means one of them. */
export function MemberPicker({
  value,
  onChange,
  except = [],
  ...look
}: PickerLook & {
  readonly value: string | null
  readonly onChange: (value: Member['id'] | null) => void
  /** ids that aren't offered */
  readonly except?: readonly string[]
}) {
  const { t } = useTranslation()
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  const offered = members.filter(({ id }) => !except.includes(id))
  const [unknown, setUnknown] = useState('')
  const choose = (next: Member['id'] | null): void => {
    setUnknown('')
    onChange(next)
  }
  const leave = (text: string): void => {
    if (text === '') return
    const { one, several } = meant(text, offered)
    if (one) {
      choose(one.id)
      return
    }
    const words = t(several ? 'people.pick.severalMembers' : 'people.pick.noMember', { name: text })
    setUnknown(words)
    showToast({ kind: 'hint', text: words })
  }
  return (
    <Select<string | null>
      {...look}
      {...(unknown !== '' && { status: 'error' })}
      // one who left is no longer among the members: the field shows as empty
      value={members.some(({ id }) => id === value) ? value : null}
      aria-label={look.label}
      className={styles.picker ?? ''}
      // the toast goes when something else is done; the field still says why nobody stands in it
      placeholder={unknown || (look.placeholder ?? t('people.pick.member'))}
      allowClear
      showSearch={{ optionFilterProp: 'search', onSearch: (text) => text !== '' && setUnknown('') }}
      onBlur={({ target }) => target instanceof HTMLInputElement && leave(target.value.trim())}
      options={offered.map(({ id, name, role, pinyin }) => ({
        value: id,
        label: name,
        role,
        search: searchText({ name, pinyin }),
      }))}
      optionRender={({ data }) => (
        <span className={styles.line}>
          <span>{data.label}</span>
          <span className={styles.remark}>{data.role}</span>
        </span>
      )}
      notFoundContent={t('people.pick.none')}
      onChange={(next) => choose(offered.find(({ id }) => id === next)?.id ?? null)}
    />
  )
}
