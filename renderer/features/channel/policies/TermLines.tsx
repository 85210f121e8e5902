import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ExceptionTerm } from '../../../../db/channel/policies/contract.ts'
import { EXCEPTIONAL, type Term, termOf } from '../../../../db/channel/policies/rules/termList.ts'
import type { PolicyTerms, TermKey } from '../../../../db/channel/policies/rules/terms.ts'
import { TERM_GROUP_WORDS, termText, valueText } from '../../../../db/terms/policies.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { CloseOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { readFigure, typedFigure } from './figures.ts'
import styles from './policies.module.css'

/** A term of an exception while it is written: its value as it was typed, so that nothing typed is lost. */
export interface TermLine {
  readonly key: TermKey | null
  readonly typed: string
}

const GROUPS = [...new Set(EXCEPTIONAL.map(({ group }) => group))]

/** A line of the form as it is written of a term. */
export const lineOf = ({ key, value }: ExceptionTerm): TermLine => ({
  key,
  typed: typeof value === 'number' ? typedFigure(value, termOf(key)?.kind ?? 'days') : String(value ?? ''),
})

/** The term that a line means; undefined where it isn't whole or can't be read. */
export function termIn({ key, typed }: TermLine): ExceptionTerm | undefined {
  const term = key === null ? undefined : termOf(key)
  if (!term) return undefined
  if (term.kind === 'flag') return typed === '' ? undefined : { key: term.key, value: typed === 'true' }
  if (term.kind === 'text') return { key: term.key, value: typed.trim() }
  const value = readFigure(typed, term.kind)
  return value === undefined ? undefined : { key: term.key, value }
}

/** The terms of an exception, one a line: which, and what it becomes for this account; what the tier gives stands below. */
export function TermLines({
  lines,
  usual,
  onChange,
}: {
  readonly lines: readonly TermLine[]
  /** what the account gets without exceptions; null while no account is chosen */
  readonly usual: PolicyTerms | null
  readonly onChange: (lines: readonly TermLine[]) => void
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const put = (at: number, line: TermLine): void => onChange(lines.with(at, line))
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.label}>{t('policies.exception.terms')}</legend>
      {lines.map((line, at) => {
        const term = line.key === null ? undefined : termOf(line.key)
        return (
          // lines have no identity but their place
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <div key={at} className={styles.termLine}>
            <Select<TermKey>
              aria-label={`${t('policies.exception.term')} ${at + 1}`}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('policies.exception.pickTerm')}
              value={line.key}
              options={GROUPS.map((group) => ({
                label: TERM_GROUP_WORDS[language][group],
                options: EXCEPTIONAL.filter(
                  (each) =>
                    each.group === group &&
                    (each.key === line.key || lines.every(({ key }) => key !== each.key)),
                ).map(({ key }) => ({ value: key, label: termText(key, language) })),
              }))}
              onChange={(key) => put(at, { key, typed: '' })}
            />
            <ValueField
              label={`${t('policies.exception.value')} ${at + 1}`}
              term={term}
              typed={line.typed}
              onChange={(typed) => put(at, { ...line, typed })}
            />
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('policies.exception.removeTerm', {
                term: line.key === null ? String(at + 1) : termText(line.key, language),
              })}
              disabled={lines.length === 1}
              onClick={() => onChange(lines.toSpliced(at, 1))}
            />
            {term && usual && (
              <span className={styles.termUsual}>
                {t('policies.exception.usual', { value: valueText(term, term.read(usual), language) })}
              </span>
            )}
          </div>
        )
      })}
      <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange([...lines, NEW_LINE])}>
        {t('policies.exception.addTerm')}
      </Button>
    </fieldset>
  )
}

/** A line that says nothing yet. */
export const NEW_LINE: TermLine = { key: null, typed: '' }

function ValueField({
  label,
  term,
  typed,
  onChange,
}: {
  readonly label: string
  readonly term: Term | undefined
  readonly typed: string
  readonly onChange: (typed: string) => void
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  if (term?.kind === 'flag')
    return (
      <Select
        aria-label={label}
        value={typed === '' ? null : typed}
        options={[true, false].map((value) => ({
          value: String(value),
          label: valueText(term, value, language),
        }))}
        onChange={(value) => onChange(value ?? '')}
      />
    )
  const isWrong = term !== undefined && term.kind !== 'text' && readFigure(typed, term.kind) === undefined
  return (
    <Input
      aria-label={label}
      disabled={term === undefined}
      value={typed}
      maxLength={200}
      status={isWrong ? 'error' : ''}
      placeholder={term && term.kind !== 'text' ? valueText(term, null, language) : t('policies.wordsHint')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
