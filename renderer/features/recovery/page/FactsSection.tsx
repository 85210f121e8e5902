import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_CATEGORIES, CASE_KINDS } from '../../../../db/recovery/rules/words.ts'
import { Field, SavedChoice, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useCaseField } from './useCaseField.ts'

/** What happened, in the customer's words and in ours, who answers for it and what is at stake. */
export function FactsSection({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const save = useCaseField(sheet)
  return (
    <Section title={t('cases.section.facts')}>
      <div className={fields.fields}>
        <SavedText
          label={t('cases.field.title')}
          value={sheet.title}
          required
          save={(text) => save('title', text)}
        />
        <SavedText
          label={t('cases.field.words')}
          value={sheet.words}
          lines={2}
          remark={sheet.words === '' ? t('cases.wordsHint') : ''}
          save={(text) => save('words', text)}
        />
        <SavedText
          label={t('cases.field.remedyAsked')}
          value={sheet.remedyAsked}
          save={(text) => save('remedyAsked', text)}
        />
        <Field label={t('cases.field.personId')}>
          {(id) => (
            <PersonPicker
              id={id}
              value={sheet.personId}
              accountId={sheet.accountId}
              onChange={(personId) => void save('personId', personId)}
            />
          )}
        </Field>
        <SavedChoice
          label={t('cases.column.kind')}
          value={sheet.kind}
          options={CASE_KINDS.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
          save={(kind) => void save('kind', kind)}
        />
        <SavedChoice
          label={t('cases.column.category')}
          value={sheet.category}
          options={CASE_CATEGORIES.map((value) => ({ value, label: t(`cases.category.${value}`) }))}
          save={(category) => void save('category', category)}
        />
        <SavedDay
          label={t('cases.field.happenedOn')}
          value={sheet.happenedOn}
          today={today}
          direction="past"
          optional
          save={(day) => save('happenedOn', day === null ? null : typedDay(day, today, 'past'))}
        />
        <Amount sheet={sheet} field="atRisk" />
        <Amount sheet={sheet} field="loss" />
        <SavedText
          label={t('cases.field.place')}
          value={sheet.place}
          wide={false}
          save={(text) => save('place', text)}
        />
        {(['ownerId', 'investigatorId', 'responsibleId'] as const).map((field) => (
          <Field key={field} label={t(`cases.field.${field}`)}>
            {(id) => (
              <MemberPicker
                id={id}
                value={sheet[field]}
                onChange={(memberId) => void save(field, memberId)}
              />
            )}
          </Field>
        ))}
      </div>
    </Section>
  )
}

function Amount({ sheet, field }: { readonly sheet: CaseSheet; readonly field: 'atRisk' | 'loss' }) {
  const { t } = useTranslation()
  const save = useCaseField(sheet)
  const fen = sheet[field]
  return (
    <SavedText
      label={t(`cases.field.${field}`)}
      value={fen === null ? '' : String(fen / 100)}
      wide={false}
      parse={(text) => (typedAmount(text) === undefined ? t('cases.notAmount', { text }) : '')}
      save={(text) => save(field, typedAmount(text) ?? null)}
    />
  )
}
