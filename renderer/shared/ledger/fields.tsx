import { Input, Select } from 'antd'
import type { TFunction } from 'i18next'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Direction, typedDay } from '../../../db/accounts/log/rules/typedDay.ts'
import { LEDGER_LIMITS } from '../../../db/channel/ledger/rules/limits.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { formatDay } from '../../ui/format.ts'
import { useFieldDraft } from '../../ui/useFieldDraft.ts'
import styles from './ledger.module.css'

/** A label with its input, a quiet word under it, or what is wrong with it. */
export function Field({
  label,
  problem = '',
  remark = '',
  wide = false,
  children,
}: {
  readonly label: string
  readonly problem?: string
  readonly remark?: string
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={wide ? styles.wide : styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {problem === '' && remark !== '' && <p className={styles.remark}>{remark}</p>}
    </div>
  )
}

/** Refused by the engine, which has been told where commands tell it. */
const TOLD = ''

/** Nothing is cut off without a word: what is too long stays as it was typed, and says so. */
export const tooLong = (text: string, most: number, t: TFunction): string =>
  t('ledger.textTooLong', { count: text.length, most })

/** A text that is saved as its field is left; `lines` makes it one of several. */
export function SavedText({
  label,
  value,
  save,
  parse,
  required = false,
  lines,
  wide = true,
  remark = '',
}: {
  readonly label: string
  readonly value: string
  /** false where it was refused */
  readonly save: (text: string) => Promise<boolean>
  /** why a text can't be taken; '' where it can */
  readonly parse?: (text: string) => string
  readonly required?: boolean
  readonly lines?: number
  readonly wide?: boolean
  readonly remark?: string
}) {
  const { t } = useTranslation()
  const most = lines === undefined ? LEDGER_LIMITS.line : LEDGER_LIMITS.text
  const draft = useFieldDraft<string>(value, async (typed) => {
    if (typed.length > most) return tooLong(typed, most, t)
    if (required && typed === '') return t('ledger.required')
    const problem = parse?.(typed) ?? ''
    if (problem !== '') return problem
    return (await save(typed)) ? null : TOLD
  })
  return (
    <Field label={label} problem={draft.trouble ?? ''} remark={remark} wide={wide}>
      {(id) =>
        lines === undefined ? (
          <Input {...draft.input} id={id} onPressEnter={draft.onPressEnter} />
        ) : (
          <Input.TextArea {...draft.input} id={id} autoSize={{ minRows: lines, maxRows: 10 }} />
        )
      }
    </Field>
  )
}

/** A choice that is saved at once. */
export function SavedChoice<Value extends string>({
  label,
  value,
  options,
  save,
  clearable = false,
}: {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly save: (value: Value | null) => void
  readonly clearable?: boolean
}) {
  return (
    <Field label={label}>
      {(id) => (
        <Select<Value | null>
          id={id}
          value={value}
          allowClear={clearable}
          options={[...options]}
          onChange={(next) => save(next ?? null)}
        />
      )}
    </Field>
  )
}

/** A day that is saved as its field is left, typed as people write days. */
export function SavedDay({
  label,
  value,
  today,
  direction,
  save,
  optional = false,
}: {
  readonly label: string
  readonly value: string | null
  readonly today: string
  readonly direction: Direction
  readonly save: (day: string | null) => Promise<boolean>
  readonly optional?: boolean
}) {
  const { t } = useTranslation()
  return (
    <SavedText
      label={label}
      value={value ?? ''}
      wide={false}
      remark={value === null ? '' : weekdayOf(value)}
      required={!optional}
      parse={(text) =>
        text === '' || typedDay(text, today, direction) !== null ? '' : t('ledger.notDay', { text })
      }
      save={(text) => save(text === '' ? null : typedDay(text, today, direction))}
    />
  )
}

/** A day in a form, typed as people write days; what it means stands under it. */
export function DayBox({
  label,
  value,
  today,
  direction,
  onChange,
  tried = false,
  optional = false,
}: {
  readonly label: string
  readonly value: string
  readonly today: string
  readonly direction: Direction
  readonly onChange: (text: string) => void
  /** whether the form was sent already: only then is a missing day a fault */
  readonly tried?: boolean
  readonly optional?: boolean
}) {
  const { t } = useTranslation()
  const day = value.trim() === '' ? null : typedDay(value, today, direction)
  const wrong = value.trim() !== '' && day === null
  const missing = tried && !optional && value.trim() === ''
  return (
    <Field
      label={label}
      problem={wrong ? t('ledger.notDay', { text: value }) : missing ? t('ledger.required') : ''}
      remark={day === null ? '' : `${day} ${weekdayOf(day)}`}
    >
      {(id) => (
        <Input
          id={id}
          value={value}
          placeholder={t('ledger.dayHint')}
          status={wrong || missing ? 'error' : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The day of the week: who types a day sees whether it is the one that is meant. */
const weekdayOf = (day: string): string => formatDay(`${day}T12:00:00`, spokenLanguage()).slice(11)

/** A text in a form. */
export function TextBox({
  label,
  value,
  onChange,
  tried = false,
  required = false,
  lines,
  wide = true,
  placeholder = '',
  problem = '',
  autoFocus = false,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly tried?: boolean
  readonly required?: boolean
  readonly lines?: number
  readonly wide?: boolean
  readonly placeholder?: string
  readonly problem?: string
  readonly autoFocus?: boolean
}) {
  const { t } = useTranslation()
  const missing = tried && required && value.trim() === ''
  const most = lines === undefined ? LEDGER_LIMITS.line : LEDGER_LIMITS.text
  const trouble = value.trim().length > most ? tooLong(value.trim(), most, t) : problem
  return (
    <Field label={label} wide={wide} problem={missing ? t('ledger.required') : trouble}>
      {(id) =>
        lines === undefined ? (
          <Input
            id={id}
            value={value}
            placeholder={placeholder}
            autoFocus={autoFocus}
            status={missing || trouble !== '' ? 'error' : ''}
            onChange={(event) => onChange(event.target.value)}
            // Enter while an input method composes chooses a word
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
            }}
          />
        ) : (
          <Input.TextArea
            id={id}
            value={value}
            placeholder={placeholder}
            status={missing || trouble !== '' ? 'error' : ''}
            autoSize={{ minRows: lines, maxRows: 8 }}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

/** A choice in a form. */
export function ChoiceBox<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <Field label={label}>
      {(id) => <Select<Value> id={id} value={value} options={[...options]} onChange={onChange} />}
    </Field>
  )
}
