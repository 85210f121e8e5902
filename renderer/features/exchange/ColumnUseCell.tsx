import { Input, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../db/accounts/contract.ts'
import type { CustomField } from '../../../db/accounts/custom/contract.ts'
import { FIELD_NAMES, shapeOf } from '../../../db/accounts/rules/accountFields.ts'
import { FIELD_LIMITS } from '../../../db/accounts/rules/fields.ts'
import { FIGURE_UNITS, type FigureUnit } from '../../../db/accounts/rules/figures.ts'
import type { ColumnUse, Holds } from '../../../db/exchange/contract.ts'
import { ENTRY_USES, PERSON_USES } from '../../../db/exchange/rules/listKinds.ts'
import styles from './exchange.module.css'
import { multiplierIn } from './headerUnit.ts'

const MULTIPLIERS = [1, 1_000, 10_000, 100_000_000] as const

/** What one column is taken as, and, for figures, in which unit. */
export function ColumnUseCell({
  holds,
  use,
  header,
  figures,
  custom,
  onChange,
}: {
  readonly holds: Holds
  readonly use: ColumnUse
  readonly header: string
  readonly figures: readonly Figure[]
  readonly custom: readonly CustomField[]
  readonly onChange: (use: ColumnUse) => void
}) {
  const { t } = useTranslation()
  const options = [
    fieldOptions(holds, t),
    ...(custom.length === 0
      ? []
      : [
          {
            label: t('importing.columns.custom'),
            options: custom.map(({ id, name }) => ({ value: `custom ${id}`, label: name })),
          },
        ]),
    ...(figures.length === 0 || holds !== 'accounts'
      ? []
      : [
          {
            label: t('importing.columns.figures'),
            options: figures.map(({ id, name }) => ({ value: `figure ${id}`, label: name })),
          },
        ]),
    {
      label: t('importing.columns.keep'),
      options: [
        ...(holds === 'accounts' ? [{ value: 'newFigure', label: t('importing.columns.newFigure') }] : []),
        { value: 'ignore', label: t('importing.columns.ignore') },
      ],
    },
  ]
  const unit = unitOf(use, figures)
  return (
    <span className={styles.use}>
      <Select
        className={styles.useSelect ?? ''}
        aria-label={`${t('importing.columns.use')} ${header}`}
        showSearch={{ optionFilterProp: 'label' }}
        value={optionOf(use)}
        options={options}
        onChange={(value) => onChange(chosenUse(value, header, use, { figures, custom }))}
      />
      {use.kind === 'newFigure' && (
        <>
          <Input
            className={styles.figureName ?? ''}
            aria-label={t('importing.columns.figureName')}
            placeholder={t('importing.columns.figureName')}
            maxLength={FIELD_LIMITS.short}
            value={use.name}
            status={use.name.trim() === '' ? 'error' : ''}
            onChange={(event) => onChange({ ...use, name: event.target.value })}
          />
          <Select
            aria-label={t('importing.columns.unit')}
            popupMatchSelectWidth={false}
            value={use.unit}
            options={FIGURE_UNITS.map((value) => ({ value, label: t(`accounts.unitName.${value}`) }))}
            onChange={(next) =>
              onChange({ ...use, unit: next, multiplier: next === 'money' ? use.multiplier : 1 })
            }
          />
        </>
      )}
      {unit === 'money' && 'multiplier' in use && (
        <Select
          aria-label={t('importing.columns.multiplier')}
          popupMatchSelectWidth={false}
          value={use.multiplier ?? 1}
          options={MULTIPLIERS.map((value) => ({
            value: Number(value),
            label: t(`importing.columns.multiplierOf.m${value}`),
          }))}
          onChange={(multiplier) => onChange({ ...use, multiplier })}
        />
      )}
    </span>
  )
}

/** The fields that a column may fill, by what the list holds. */
function fieldOptions(holds: Holds, t: TFunction) {
  const label = t(`importing.columns.fieldsOf.${holds}`)
  switch (holds) {
    case 'accounts':
      return {
        label,
        options: FIELD_NAMES.map((field) => ({
          value: `field ${field}`,
          label: t(`accounts.field.${field}`),
        })),
      }
    case 'people':
      return {
        label,
        options: PERSON_USES.map((field) => ({
          value: `person ${field}`,
          label: t(`importing.person.${field}`),
        })),
      }
    case 'log':
      return {
        label,
        options: ENTRY_USES.map((field) => ({
          value: `entry ${field}`,
          label: t(`importing.entry.${field}`),
        })),
      }
  }
}

function optionOf(use: ColumnUse): string {
  switch (use.kind) {
    case 'field':
      return `field ${use.field}`
    case 'person':
    case 'entry':
      return `${use.kind} ${use.field}`
    case 'custom':
      return `custom ${use.fieldId}`
    case 'figure':
      return `figure ${use.figureId}`
    default:
      return use.kind
  }
}

function chosenUse(
  value: string,
  header: string,
  former: ColumnUse,
  { figures, custom }: { readonly figures: readonly Figure[]; readonly custom: readonly CustomField[] },
): ColumnUse {
  const multiplier = ('multiplier' in former ? former.multiplier : undefined) ?? multiplierIn(header)
  const field = FIELD_NAMES.find((one) => value === `field ${one}`)
  if (field)
    return shapeOf(field).kind === 'money' ? { kind: 'field', field, multiplier } : { kind: 'field', field }
  const ofPerson = PERSON_USES.find((one) => value === `person ${one}`)
  if (ofPerson) return { kind: 'person', field: ofPerson }
  const ofEntry = ENTRY_USES.find((one) => value === `entry ${one}`)
  if (ofEntry) return { kind: 'entry', field: ofEntry }
  const own = custom.find(({ id }) => value === `custom ${id}`)
  if (own) return { kind: 'custom', fieldId: own.id }
  const figure = figures.find(({ id }) => value === `figure ${id}`)
  if (figure)
    return { kind: 'figure', figureId: figure.id, multiplier: figure.unit === 'money' ? multiplier : 1 }
  if (value !== 'newFigure') return { kind: 'ignore' }
  const unit = multiplier > 1 ? 'money' : 'number'
  return { kind: 'newFigure', name: header.slice(0, FIELD_LIMITS.short), unit, multiplier }
}

function unitOf(use: ColumnUse, figures: readonly Figure[]): FigureUnit | null {
  switch (use.kind) {
    case 'newFigure':
      return use.unit
    case 'figure':
      return figures.find(({ id }) => id === use.figureId)?.unit ?? null
    case 'field':
      return shapeOf(use.field).kind === 'money' ? 'money' : null
    default:
      return null
  }
}
