import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { CustomValue } from '../../../../db/accounts/custom/rules/values.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
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
  /** false where it was refused */
  readonly save: (value: CustomValue) => Promise<boolean>
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
        onChange={(next) => void save(next ?? null)}
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
  readonly save: (value: CustomValue) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const shown = formatCustom(field, value, { members })
  const draft = useFieldDraft<string>(shown, async (typed) => {
    const parsed = parseCustom(field, typed, { members, money, t })
    if (!parsed.ok) return parsed.problem
    // a refusal of the engine is told where commands tell it
    return (await save(parsed.value)) ? null : ''
  })
  const problem = draft.trouble ?? ''
  return (
    <>
      <Input
        {...draft.input}
        id={id}
        className={field.kind === 'number' ? (styles.number ?? '') : ''}
        placeholder={field.kind === 'date' ? t('accounts.custom.datePlaceholder') : ''}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        onPressEnter={draft.onPressEnter}
      />
      {problem !== '' && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
