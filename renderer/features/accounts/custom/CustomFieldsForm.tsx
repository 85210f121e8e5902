import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import { plainChoices } from '../../../../db/accounts/custom/rules/values.ts'
import { CUSTOM_KINDS, type CustomKind, type CustomSubject } from '../../../../db/accounts/rules/fields.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './custom.module.css'

/** Adds, renames, reorders and deletes the custom fields of a subject; each step saved at once and undone with Ctrl+Z. */
export function CustomFieldsForm({
  subject,
  fields,
}: {
  readonly subject: CustomSubject
  readonly fields: readonly CustomField[]
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.custom.add, { tellProblem: false })
  const change = useCommand(engine.custom.change, { tellProblem: false })
  const move = useCommand(engine.custom.move, { tellProblem: false, toast: false })
  const remove = useCommand(engine.custom.remove, { tellProblem: false })
  const problem = add.problem ?? change.problem ?? move.problem ?? remove.problem
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{t('accounts.custom.line')}</p>
      <ul>
        {fields.map((field, at) => (
          <li key={field.id}>
            <SavedInput
              label={`${t('accounts.custom.rename')} ${field.name}`}
              value={field.name}
              save={(name) => void change.run({ fieldId: field.id, name })}
            />
            <span className={styles.quiet}>{t(`accounts.custom.kind.${field.kind}`)}</span>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={`${t('accounts.custom.up')} ${field.name}`}
              onClick={() => void move.run({ fieldId: field.id, before: fields[at - 1]?.id ?? null })}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={at === fields.length - 1}
              aria-label={`${t('accounts.custom.down')} ${field.name}`}
              onClick={() => void move.run({ fieldId: field.id, before: fields[at + 2]?.id ?? null })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${t('accounts.custom.remove')} ${field.name}`}
              onClick={() => void remove.run({ fieldId: field.id })}
            />
            {field.kind === 'choice' && (
              <span className={styles.choices}>
                <SavedInput
                  label={`${t('accounts.custom.choices')} ${field.name}`}
                  value={field.choices.join(SEPARATOR)}
                  save={(text) => void change.run({ fieldId: field.id, choices: readChoices(text) })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <NewField add={async (field) => (await add.run({ subject, ...field })).ok} />
      {problem && <ErrorNote problem={problem} />}
    </div>
  )
}

/** How choices stand in one line. */
const SEPARATOR = '、'
const readChoices = (text: string): string[] => plainChoices(text.split(/[、,，;；\n]/))

/** A text that is saved as it is left; an empty one goes back to what it was. */
function SavedInput({
  label,
  value,
  save,
}: {
  readonly label: string
  readonly value: string
  readonly save: (value: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = (): void => {
    const next = draft?.trim() ?? ''
    if (next !== '' && next !== value) save(next)
    setDraft(null)
  }
  return (
    <Input
      value={draft ?? value}
      aria-label={label}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onPressEnter={(event) => !event.nativeEvent.isComposing && commit()}
    />
  )
}

interface Wanted {
  readonly name: string
  readonly kind: CustomKind
  readonly choices: string[]
}

function NewField({ add }: { readonly add: (field: Wanted) => Promise<boolean> }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<CustomKind>('text')
  const [choices, setChoices] = useState('')
  const commit = async (): Promise<void> => {
    if (name.trim() === '' || !(await add({ name: name.trim(), kind, choices: readChoices(choices) }))) return
    setName('')
    setChoices('')
  }
  const enter = (event: React.KeyboardEvent): void => {
    if (!event.nativeEvent.isComposing) void commit()
  }
  return (
    <div className={styles.add}>
      <Input
        value={name}
        placeholder={t('accounts.custom.name')}
        aria-label={t('accounts.custom.name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={enter}
      />
      <Select<CustomKind>
        value={kind}
        aria-label={t('accounts.custom.kindOf')}
        options={CUSTOM_KINDS.map((one) => ({ value: one, label: t(`accounts.custom.kind.${one}`) }))}
        onChange={setKind}
        getPopupContainer={(element) => element.parentElement ?? document.body}
      />
      <Button icon={<PlusOutlined />} disabled={name.trim() === ''} onClick={() => void commit()}>
        {t('accounts.custom.add')}
      </Button>
      {kind === 'choice' && (
        <Input
          className={styles.choices ?? ''}
          value={choices}
          placeholder={t('accounts.custom.choicesExample')}
          aria-label={t('accounts.custom.choices')}
          onChange={(event) => setChoices(event.target.value)}
          onPressEnter={enter}
        />
      )}
    </div>
  )
}
