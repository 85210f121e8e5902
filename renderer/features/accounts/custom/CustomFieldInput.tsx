import { Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { CustomValue } from '../../../../db/accounts/custom/rules/values.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import styles from '../accounts.module.css'
import { formatCustom, parseCustom } from '../fieldText.ts'

/** The input of one custom field, of an account or a person: saved as it is left; what doesn't fit says why below. */
export function CustomFieldInput({
  id,
  field,
  value,
  members,
  save,
}: {
  /** of the input, for its label */
  readonly id: string
  readonly field: CustomField
  readonly value: CustomValue
  readonly members: readonly Member[]
  readonly save: (value: CustomValue) => void
}) {
  if (field.kind === 'choice' || field.kind === 'person') {
    const offered =
      field.kind === 'choice'
        ? field.choices.map((choice) => ({ value: choice, label: choice, search: choice }))
        : members.map((member) => ({
            value: String(member.id),
            label: member.name,
            search: `${member.name} ${member.pinyin}`,
          }))
    return (
      <Select<string | null>
        id={id}
        value={value === null ? null : String(value)}
        options={offered}
        allowClear
        showSearch={{ optionFilterProp: 'search' }}
        onChange={(next) => save(next ?? null)}
      />
    )
  }
  return <TypedInput id={id} field={field} value={value} members={members} save={save} />
}

function TypedInput({
  id,
  field,
  value,
  members,
  save,
}: {
  readonly id: string
  readonly field: CustomField
  readonly value: CustomValue
  readonly members: readonly Member[]
  readonly save: (value: CustomValue) => void
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const shown = formatCustom(field, value, { members })
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const left = useRef(shown)
  useEffect(() => {
    // what was saved has arrived, or another window changed it: show that
    if (left.current !== shown) setDraft(null)
    left.current = shown
  }, [shown])
  const commit = (): void => {
    const parsed = parseCustom(field, draft ?? shown, { members, money, t })
    setProblem(parsed.ok ? '' : parsed.problem)
    if (parsed.ok && draft !== null && draft !== shown) save(parsed.value)
  }
  return (
    <>
      <Input
        id={id}
        value={draft ?? shown}
        className={field.kind === 'number' ? (styles.number ?? '') : ''}
        placeholder={field.kind === 'date' ? t('accounts.custom.datePlaceholder') : ''}
        status={problem === '' ? '' : 'error'}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onPressEnter={(event) => !event.nativeEvent.isComposing && commit()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setDraft(null)
          setProblem('')
        }}
      />
      {problem !== '' && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
