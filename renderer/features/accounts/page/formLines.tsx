import { Input, Select } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Parsed } from '../../../grid/types.ts'
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
  readonly save: (value: string | number | null) => void
  readonly lines?: number
  readonly number?: boolean
}) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const left = useRef(value)
  useEffect(() => {
    // what was saved has arrived, or another window changed it: show that
    if (left.current !== value) setDraft(null)
    left.current = value
  }, [value])
  const commit = (): void => {
    if (draft === null || draft === value) {
      setDraft(null)
      setProblem('')
      return
    }
    const parsed = parse(draft)
    setProblem(parsed.ok ? '' : parsed.problem)
    if (parsed.ok) save(parsed.value)
  }
  const shared = {
    id,
    value: draft ?? value,
    'aria-invalid': problem !== '',
    'aria-describedby': problem === '' ? undefined : `${id}-problem`,
    status: problem === '' ? '' : 'error',
    onBlur: commit,
  } as const
  const back = (key: string): void => {
    if (key !== 'Escape') return
    setDraft(null)
    setProblem('')
  }
  return (
    <FormLine id={id} label={label} note={note} problem={problem} wide={lines !== undefined}>
      {lines === undefined ? (
        <Input
          {...shared}
          className={number ? (styles.number ?? '') : ''}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => back(event.key)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && commit()}
        />
      ) : (
        <Input.TextArea
          {...shared}
          rows={lines}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => back(event.key)}
        />
      )}
    </FormLine>
  )
}

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
