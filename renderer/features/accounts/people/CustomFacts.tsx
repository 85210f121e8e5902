import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import { CUSTOM_SCALE, type CustomValue } from '../../../../db/accounts/custom/rules/values.ts'
import type { PersonPage } from '../../../../db/accounts/people/contract.ts'
import { parseDecimal } from '../../../../db/accounts/rules/decimal.ts'
import { readDay } from '../../../../db/accounts/rules/typedDays.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { FactChoice } from './FactChoice.tsx'
import { FactFrame, FactSource } from './FactFrame.tsx'
import { FactText } from './FactText.tsx'
import styles from './person.module.css'
import { useFacts } from './useFacts.ts'

/** The fields that the department added to people. */
export function CustomFacts({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.custom.list.queryOptions())
  const edit = useCommand(engine.people.edit, { toast: false, tellProblem: false })
  const fields = data?.person ?? []
  if (fields.length === 0) return null
  const save = async (fieldId: CustomField['id'], after: CustomValue): Promise<Problem | null> => {
    const before = person.custom[fieldId] ?? null
    const outcome = await edit.run({ fields: [], custom: [{ personId: person.id, fieldId, before, after }] })
    return outcome.ok ? null : outcome.problem
  }
  return (
    <Section title={t('people.page.custom')}>
      <div className={styles.form}>
        {fields.map((field) => (
          <CustomFact key={field.id} field={field} person={person} save={(after) => save(field.id, after)} />
        ))}
      </div>
    </Section>
  )
}

function CustomFact({
  field,
  person,
  save,
}: {
  readonly field: CustomField
  readonly person: PersonPage
  readonly save: (after: CustomValue) => Promise<Problem | null>
}) {
  const { t } = useTranslation()
  const id = useId()
  const facts = useFacts(person.id)
  const value = person.custom[field.id] ?? null
  const source = <FactSource sources={person.sources} field={field.id} confirm={facts.confirm} />
  const shared = { label: field.name, source }
  switch (field.kind) {
    case 'choice':
      return (
        <FactChoice
          {...shared}
          value={value === null ? null : String(value)}
          options={field.choices.map((choice) => ({ value: choice, label: choice }))}
          save={save}
        />
      )
    case 'person':
      return (
        <FactFrame id={id} {...shared}>
          <MemberPicker
            id={id}
            value={value === null ? null : String(value)}
            onChange={(after) => void save(after)}
          />
        </FactFrame>
      )
    case 'number':
      return (
        <FactText
          {...shared}
          value={typeof value === 'number' ? formatNumber(value / CUSTOM_SCALE) : ''}
          save={async (text) => {
            if (text === '') return save(null)
            const decimal = parseDecimal(text)
            return decimal === undefined
              ? t('accounts.problem.notNumber', { text })
              : save(Math.round(decimal * CUSTOM_SCALE))
          }}
        />
      )
    case 'date':
      return (
        <FactText
          {...shared}
          value={value === null ? '' : String(value)}
          save={async (text) => {
            const day = text === '' ? null : readDay(text)
            return day === undefined ? t('people.problem.day', { text }) : save(day)
          }}
        />
      )
    case 'text':
      return <FactText {...shared} value={value === null ? '' : String(value)} save={save} />
  }
}
