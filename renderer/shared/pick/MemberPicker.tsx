import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../db/department/contract.ts'
import { api } from '../../client/engine.ts'
import styles from './pick.module.css'
import type { PickerLook } from './pickerLook.ts'

/** Picks one of our own people by name or pinyin. */
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
  return (
    <Select<string | null>
      {...look}
      // one who left is no longer among the members: the field shows as empty
      value={members.some(({ id }) => id === value) ? value : null}
      aria-label={look.label}
      className={styles.picker ?? ''}
      placeholder={look.placeholder ?? t('people.pick.member')}
      allowClear
      showSearch={{ optionFilterProp: 'search' }}
      options={offered.map(({ id, name, role, pinyin }) => ({
        value: id,
        label: name,
        role,
        search: `${name} ${pinyin}`,
      }))}
      optionRender={({ data }) => (
        <span className={styles.line}>
          <span>{data.label}</span>
          <span className={styles.remark}>{data.role}</span>
        </span>
      )}
      notFoundContent={t('people.pick.none')}
      onChange={(next) => onChange(offered.find(({ id }) => id === next)?.id ?? null)}
    />
  )
}
