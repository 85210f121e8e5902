import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_CATEGORIES, CASE_KINDS } from '../../../../db/recovery/rules/words.ts'
import { api } from '../../../client/engine.ts'
import { Field, SavedChoice, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { EditOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { typedAmount } from '../typedAmount.ts'
import { useAmountText } from '../useAmountText.ts'
import { isLocked } from './isLocked.ts'
import { useCaseField } from './useCaseField.ts'

/** What happened, in the customer's words and in ours: as it reads, and on demand as fields. */
export function FactsSection({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  // a case that was only just noted has little to read yet
  const [typing, setTyping] = useState(sheet.words === '' && sheet.remedyAsked === '')
  const fielded = typing && !isLocked(sheet)
  return (
    <Section
      title={t('cases.section.facts')}
      action={
        <Button icon={<EditOutlined />} aria-expanded={fielded} onClick={() => setTyping(!typing)}>
          {t(fielded ? 'cases.factsRead' : 'cases.factsChange')}
        </Button>
      }
    >
      {fielded ? <FactFields sheet={sheet} today={today} /> : <FactsTold sheet={sheet} />}
    </Section>
  )
}

/** What is known so far, as it reads. */
function FactsTold({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const amountText = useAmountText()
  const { words, remedyAsked, person, atRisk, loss } = sheet
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('cases.column.kind'), t(`cases.kind.${sheet.kind}`)],
    [t('cases.column.category'), t(`cases.category.${sheet.category}`)],
    [t('cases.column.product'), sheet.product],
    [t('cases.column.place'), sheet.place],
    [t('cases.field.happenedOn'), sheet.happenedOn],
    [t('cases.field.responsibleId'), sheet.responsible],
    [t('cases.field.investigatorId'), sheet.investigator],
    [t('cases.column.atRisk'), atRisk === null ? null : amountText(atRisk)],
    [t('cases.column.loss'), loss === null ? null : amountText(loss)],
  ]
  return (
    <>
      {words !== '' && (
        <blockquote className={styles.words}>
          {words}
          {person !== null && <footer>{person}</footer>}
        </blockquote>
      )}
      {remedyAsked !== '' && <p>{t('cases.asks', { what: remedyAsked })}</p>}
      <dl className={styles.facts}>
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  )
}

function FactFields({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const save = useCaseField(sheet)
  const { data } = useQuery(api.cases.related.queryOptions({ input: { caseId: sheet.id } }))
  return (
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
      <SavedChoice<string>
        label={t('cases.field.productId')}
        value={sheet.productId}
        clearable
        options={productChoices(sheet, data?.products ?? [])}
        save={(productId) => void save('productId', productId)}
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
            <MemberPicker id={id} value={sheet[field]} onChange={(memberId) => void save(field, memberId)} />
          )}
        </Field>
      ))}
    </div>
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

/** The products to choose from, with one that is named already though it is gone by now. */
function productChoices(
  { productId, product }: CaseSheet,
  products: readonly { readonly id: string; readonly name: string }[],
) {
  const there = products.map(({ id, name }) => ({ value: id, label: name }))
  return productId === null || there.some(({ value }) => value === productId)
    ? there
    : [{ value: productId, label: product ?? '' }, ...there]
}
