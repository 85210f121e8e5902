import { Input, Select } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow, Figure } from '../../../../db/accounts/contract.ts'
import { CYCLES, KINDS } from '../../../../db/accounts/rules/fields.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Parsed } from '../../../grid/types.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatFigure } from '../../../ui/format.ts'
import styles from '../accounts.module.css'
import { parseFigure, parseText, type TextField } from '../accountText.ts'
import { figureTitle } from '../list/accountColumns.ts'

type SavedField = TextField | 'ownerId' | 'kind' | 'cycle'

/** An account's archive and figures; every field is saved as it is left. */
export function AccountForm({
  account,
  figures,
  members,
}: {
  readonly account: AccountRow
  readonly figures: readonly Figure[]
  readonly members: readonly Member[]
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const edit = useCommand(engine.accounts.edit, { toast: false })
  const saveField = (field: SavedField, after: string | null): void =>
    void edit.run({ fields: [{ accountId: account.id, field, before: account[field], after }], figures: [] })
  const saveFigure = (figureId: Figure['id'], before: number | null, after: number | null): void =>
    void edit.run({ fields: [], figures: [{ accountId: account.id, figureId, before, after }] })
  const text = (field: TextField, lines?: number): ReactNode => (
    <TextLine
      label={t(`accounts.field.${field}`)}
      value={account[field]}
      parse={(typed) => parseText(field, typed, t)}
      save={(value) => saveField(field, String(value ?? ''))}
      {...(lines === undefined ? {} : { lines })}
    />
  )
  return (
    <>
      <Section title={t('accounts.page.fields')} remark={t('accounts.page.saved')}>
        <div className={styles.form}>
          {text('name')}
          {text('code')}
          <ChoiceLine
            label={t('accounts.field.owner')}
            value={account.ownerId}
            options={members.map(({ id, name, pinyin }) => ({
              value: id,
              label: name,
              search: `${name} ${pinyin}`,
            }))}
            save={(value) => saveField('ownerId', value)}
          />
          <ChoiceLine
            label={t('accounts.field.kind')}
            value={account.kind}
            options={KINDS.map((value) => ({ value, label: t(`accounts.kind.${value}`) }))}
            save={(value) => saveField('kind', value)}
          />
          <ChoiceLine
            label={t('accounts.field.cycle')}
            value={account.cycle}
            options={CYCLES.map((value) => ({ value, label: t(`accounts.cycle.${value}`) }))}
            save={(value) => saveField('cycle', value)}
          />
          {text('industry')}
          {text('region')}
          {text('phone')}
          {text('note', 4)}
        </div>
      </Section>
      {figures.length > 0 && (
        <Section title={t('accounts.page.figures')} remark={figures.length}>
          <div className={styles.form}>
            {figures.map((figure, at) => {
              const stored = account.figures[at] ?? null
              return (
                <TextLine
                  key={figure.id}
                  label={figureTitle(figure, money, t)}
                  value={formatFigure(stored, figure.unit, money)}
                  number
                  parse={(typed) => parseFigure(typed, figure.unit, money, t)}
                  save={(value) => saveFigure(figure.id, stored, typeof value === 'number' ? value : null)}
                />
              )
            })}
          </div>
        </Section>
      )}
    </>
  )
}

/** A field that is typed; saved when left or on Enter, put back by Esc; a value that doesn't fit says why beside it. */
function TextLine({
  label,
  value,
  parse,
  save,
  lines,
  number = false,
}: {
  readonly label: string
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
    <FormLine id={id} label={label} problem={problem} wide={lines !== undefined}>
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

function ChoiceLine({
  label,
  value,
  options,
  save,
}: {
  readonly label: string
  readonly value: string | null
  readonly options: { value: string; label: string; search?: string }[]
  readonly save: (value: string | null) => void
}) {
  const id = useId()
  return (
    <FormLine id={id} label={label}>
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

function FormLine({
  id,
  label,
  problem = '',
  wide = false,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly problem?: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={wide ? styles.wideField : styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {problem !== '' && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
