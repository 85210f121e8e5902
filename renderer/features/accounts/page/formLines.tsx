import { Input, Select } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Parsed } from '../../../grid/types.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from '../accounts.module.css'

/** What every line of a form has. */
interface LineProps {
  readonly label: string
  /** beside the label: where the value comes from */
  readonly note?: ReactNode
}

/** A field that is typed; saved when left or on Enter, put back by Esc; a value that doesn't fit says why beside it. */
export function TextLine({
  label,
  note,
  value,
  parse,
  save,
  lines,
  number = false,
}: LineProps & {
  readonly value: string
  readonly parse: (typed: string) => Parsed
  /** false where it was refused */
  readonly save: (value: string | number | null) => Promise<boolean>
  readonly lines?: number
  readonly number?: boolean
}) {
  const id = useId()
  const draft = useFieldDraft<string>(value, async (typed) => {
    const parsed = parse(typed)
    if (!parsed.ok) return parsed.problem
    return (await save(parsed.value)) ? null : TOLD
  })
  const problem = draft.trouble ?? ''
  const shared = {
    ...draft.input,
    id,
    'aria-describedby': problem === '' ? undefined : `${id}-problem`,
  } as const
  return (
    <FormLine id={id} label={label} note={note} problem={problem} wide={lines !== undefined}>
      {lines === undefined ? (
        <Input
          {...shared}
          className={number ? (styles.number ?? '') : ''}
          onPressEnter={draft.onPressEnter}
        />
      ) : (
        <Input.TextArea {...shared} rows={lines} />
      )}
    </FormLine>
  )
}

/** Refused by the engine, which has been told where commands tell it. */
const TOLD = ''

/** A field to choose in; saved at once. */
export function ChoiceLine({
  label,
  note,
  value,
  options,
  save,
}: LineProps & {
  readonly value: string | null
  readonly options: { value: string; label: string; search?: string }[]
  readonly save: (value: string | null) => void
}) {
  const id = useId()
  return (
    <FormLine id={id} label={label} note={note}>
      <Select<string | null>
        id={id}
        value={value}
        options={options}
        allowClear
        showSearch={{ optionFilterProp: options[0]?.search === undefined ? 'label' : 'search' }}
        onChange={(next) => save(next ?? null)}
      />
    </FormLine>
  )
}

/** A label with its input, what is noted of it, and what is wrong with it. */
export function FormLine({
  id,
  label,
  note,
  problem = '',
  wide = false,
  children,
}: LineProps & {
  readonly id: string
  readonly problem?: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={wide ? styles.wideField : styles.field}>
      <div className={styles.labelLine}>
        <label htmlFor={id}>{label}</label>
        {note}
      </div>
      {children}
      {problem !== '' && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
