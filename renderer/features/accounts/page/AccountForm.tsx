import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '../../../../db/accounts/contract.ts'
import type { CustomValue } from '../../../../db/accounts/custom/rules/values.ts'
import { type AccountField, type FieldValue, shapeOf } from '../../../../db/accounts/rules/accountFields.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatFigure } from '../../../ui/format.ts'
import styles from '../accounts.module.css'
import { parseFigure } from '../accountText.ts'
import { CustomFieldInput } from '../custom/CustomFieldInput.tsx'
import { CustomFieldsButton } from '../custom/CustomFieldsButton.tsx'
import { type FieldContext, fieldTitle, fieldWords, formatField, parseField } from '../fieldText.ts'
import { figureTitle } from '../list/accountColumns.ts'
import { useFieldFocus } from '../portrait/useFieldFocus.ts'
import type { AccountData } from './AccountPage.tsx'
import { ChoiceLine, FormLine, TextLine } from './formLines.tsx'
import { GroupSection } from './GroupSection.tsx'
import { ParentLine } from './ParentLine.tsx'
import { SourceNote } from './SourceNote.tsx'

/** The fields of an account by what they tell; figures, groups and custom fields have sections of their own. */
const SECTIONS = {
  identity: [
    'name',
    'shortName',
    'code',
    'kind',
    'industry',
    'region',
    'address',
    'site',
    'phone',
    'founded',
    'staff',
    'revenue',
    'tags',
  ],
  business: ['marketPosition', 'business'],
  cooperation: [
    'ownerId',
    'lifecycle',
    'cycle',
    'cooperationSince',
    'technicalContent',
    'sellingMode',
    'sellingModeWhy',
    'note',
  ],
  credit: ['creditLimit', 'creditDays', 'paymentBehaviour'],
} as const satisfies Readonly<Record<string, readonly AccountField[]>>
const SECTION_NAMES = ['identity', 'business', 'cooperation', 'credit'] as const

/** An account's archive and figures; every field is saved as it is left, and says how old its value is. */
export function AccountForm({
  data,
  members,
}: {
  readonly data: AccountData
  readonly members: readonly Member[]
}) {
  useFieldFocus('accounts')
  const { t } = useTranslation()
  const { account } = data
  const line = useFieldLine(data, members)
  return (
    <>
      {SECTION_NAMES.map((section, at) => (
        <Section
          key={section}
          title={t(`accounts.page.section.${section}`)}
          remark={at === 0 ? t('accounts.page.saved') : ''}
        >
          <div className={styles.form}>{SECTIONS[section].map(line)}</div>
        </Section>
      ))}
      <FiguresSection data={data} />
      <GroupSection accountId={account.id} members={members} parent={line('parentId')} />
      <CustomSection data={data} members={members} />
    </>
  )
}

/** Makes the line of a field. */
function useFieldLine({ account, parent, sources }: AccountData, members: readonly Member[]) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const edit = useCommand(engine.accounts.edit, { toast: false })
  const context = useMemo<FieldContext>(
    () => ({ members, money, t, companies: { nameOf: () => parent ?? '', named: () => [] } }),
    [members, money, t, parent],
  )
  const save = async (field: AccountField, after: FieldValue): Promise<boolean> => {
    const fields = [{ accountId: account.id, field, before: account[field], after }]
    return (await edit.run({ fields, figures: [] })).ok
  }
  return (field: AccountField): ReactNode => {
    const shape = shapeOf(field)
    const value = account[field]
    const shared = {
      label: fieldTitle(field, context),
      note:
        value === null || value === '' ? null : (
          <SourceNote sources={sources} field={field} members={members} />
        ),
    }
    if (shape.kind === 'word' || shape.kind === 'member')
      return (
        <ChoiceLine
          key={field}
          {...shared}
          value={value === null ? null : String(value)}
          options={shape.kind === 'member' ? memberOptions(members) : wordOptions(fieldWords(field, t))}
          save={(after) => void save(field, after)}
        />
      )
    if (shape.kind === 'account')
      return (
        <ParentLine
          key={field}
          {...shared}
          accountId={account.id}
          parent={account.parentId === null ? null : { id: account.parentId, name: parent ?? '' }}
          save={(after) => void save(field, after)}
        />
      )
    return (
      <TextLine
        key={field}
        {...shared}
        value={formatField(field, value, context)}
        number={shape.kind === 'money' || shape.kind === 'whole' || shape.kind === 'year'}
        parse={(typed) => parseField(field, typed, context)}
        save={(after) => save(field, after)}
        {...(shape.kind === 'text' && shape.lines !== undefined ? { lines: shape.lines } : {})}
      />
    )
  }
}

const memberOptions = (members: readonly Member[]) =>
  members.map(({ id, name, pinyin }) => ({ value: id, label: name, search: `${name} ${pinyin}` }))

const wordOptions = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

function FiguresSection({ data: { account, figures } }: { readonly data: AccountData }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const edit = useCommand(engine.accounts.edit, { toast: false })
  if (figures.length === 0) return null
  return (
    <Section title={t('accounts.page.figures')} remark={figures.length}>
      <div className={styles.form}>
        {figures.map((figure, at) => {
          const before = account.figures[at] ?? null
          return (
            <TextLine
              key={figure.id}
              label={figureTitle(figure, money, t)}
              value={formatFigure(before, figure.unit, money)}
              number
              parse={(typed) => parseFigure(typed, figure.unit, money, t)}
              save={async (value) => {
                const after = typeof value === 'number' ? value : null
                const figureId = figure.id
                const cells = [{ accountId: account.id, figureId, before, after }]
                return (await edit.run({ fields: [], figures: cells })).ok
              }}
            />
          )
        })}
      </div>
    </Section>
  )
}

function CustomSection({
  data: { account, custom, sources },
  members,
}: {
  readonly data: AccountData
  readonly members: readonly Member[]
}) {
  const { t } = useTranslation()
  const edit = useCommand(engine.accounts.edit, { toast: false })
  const save = async (fieldId: string, before: CustomValue, after: CustomValue): Promise<boolean> => {
    const cells = [{ accountId: account.id, fieldId, before, after }]
    return (await edit.run({ fields: [], figures: [], custom: cells })).ok
  }
  return (
    <Section title={t('accounts.custom.title')} remark={custom.length || ''}>
      <div className={styles.form}>
        {custom.map((field, at) => {
          const value = account.custom[at] ?? null
          const id = inputId(account, field.id)
          return (
            <FormLine
              key={field.id}
              id={id}
              label={field.name}
              note={
                value === null ? null : <SourceNote sources={sources} field={field.id} members={members} />
              }
            >
              <CustomFieldInput
                id={id}
                field={field}
                value={value}
                members={members}
                save={(after) => save(field.id, value, after)}
              />
            </FormLine>
          )
        })}
      </div>
      {custom.length === 0 && <p className={styles.quiet}>{t('accounts.custom.line')}</p>}
      <CustomFieldsButton subject="account" fields={custom} />
    </Section>
  )
}

const inputId = ({ id }: AccountRow, fieldId: string): string => `custom-${id}-${fieldId}`
