import type { TFunction } from 'i18next'
import type { CustomField } from '../../../db/accounts/custom/contract.ts'
import {
  CUSTOM_LIMITS,
  CUSTOM_SCALE,
  type CustomValue,
  nameKey,
} from '../../../db/accounts/custom/rules/values.ts'
import {
  type AccountField,
  type FieldShape,
  type FieldValue,
  shapeOf,
  YEARS,
} from '../../../db/accounts/rules/accountFields.ts'
import { DECIMAL_SCALE, parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import { FIELD_LIMITS } from '../../../db/accounts/rules/fields.ts'
import { plainTags, tagsFit } from '../../../db/accounts/rules/tags.ts'
import { readDay, readPartialDay } from '../../../db/accounts/rules/typedDays.ts'
import type { Member } from '../../../db/department/contract.ts'
import type { Parsed } from '../../grid/types.ts'
import { lookUp } from '../../i18n/look.ts'
import { formatMoney, formatNumber, type MoneyUnit } from '../../ui/format.ts'
import { parseFigure, parseLength, parseOwner, parseWord } from './accountText.ts'

/** The companies that an account may belong to. */
export interface Companies {
  nameOf(id: string): string
  /** ids of the accounts that have a name or code */
  named(text: string): readonly string[]
}

/** What reading and showing a field's value depends on. */
export interface FieldContext {
  readonly members: readonly Member[]
  readonly companies: Companies
  readonly money: MoneyUnit
  readonly t: TFunction
}

/** The name of a field, money with its unit. */
export function fieldTitle(field: AccountField, { money, t }: Pick<FieldContext, 'money' | 't'>): string {
  const name = t(`accounts.field.${field}`)
  if (shapeOf(field).kind !== 'money') return name
  return t('accounts.figure.header', { name, unit: t(`app.status.${money}`) })
}

/** The words of a field that holds one of some, by their keys, in their order. */
export function fieldWords(field: AccountField, t: TFunction): Readonly<Record<string, string>> {
  const shape = shapeOf(field)
  if (shape.kind !== 'word') return {}
  return Object.fromEntries(shape.words.map((key) => [key, lookUp(t, `accounts.${field}.${key}`) ?? key]))
}

/** A field's value as it is shown and typed. */
export function formatField(field: AccountField, value: FieldValue, context: FieldContext): string {
  if (value === null || value === '') return ''
  const shape = shapeOf(field)
  switch (shape.kind) {
    case 'money':
      return formatMoney(Number(value), context.money)
    case 'whole':
      return formatNumber(Number(value), 0)
    case 'word':
      return lookUp(context.t, `accounts.${field}.${value}`) ?? String(value)
    case 'member':
      return context.members.find(({ id }) => id === value)?.name ?? ''
    case 'account':
      return context.companies.nameOf(String(value))
    default:
      return String(value)
  }
}

/** A typed text as the value of a field; the problem says in words what doesn't fit. */
export function parseField(field: AccountField, text: string, context: FieldContext): Parsed {
  const { t, money, members } = context
  const shape = shapeOf(field)
  const typed = text.trim()
  if (field === 'name' && typed === '') return { ok: false, problem: t('accounts.problem.nameMissing') }
  if (shape.kind === 'text') return parseLength(typed, shape.max, t)
  if (typed === '') return { ok: true, value: shape.kind === 'tags' ? '' : null }
  switch (shape.kind) {
    case 'tags':
      return tagsFit(typed)
        ? { ok: true, value: plainTags(typed) }
        : {
            ok: false,
            problem: t('accounts.problem.tags', { count: FIELD_LIMITS.tags, max: FIELD_LIMITS.tag }),
          }
    case 'word':
      return parseWord(typed, fieldWords(field, t), (choices) =>
        t('accounts.problem.notWord', { field: t(`accounts.field.${field}`), choices }),
      )
    case 'member':
      return parseOwner(typed, members, t)
    case 'account':
      return parseCompany(typed, context)
    case 'year':
      return parseYear(typed, t)
    case 'day': {
      const value = readPartialDay(typed)
      return value === undefined
        ? { ok: false, problem: t('accounts.problem.notPartialDay', { text }) }
        : { ok: true, value }
    }
    case 'money':
      return within(parseFigure(typed, 'money', money, t), shape, t)
    case 'whole':
      return within(parseWhole(typed, t), shape, t)
  }
}

/** A custom field's value as it is shown and typed. */
export function formatCustom(
  { kind }: CustomField,
  value: CustomValue,
  { members }: Pick<FieldContext, 'members'>,
): string {
  if (value === null) return ''
  if (kind === 'person') return members.find(({ id }) => id === value)?.name ?? ''
  return typeof value === 'number' ? formatNumber(value / CUSTOM_SCALE) : value
}

/** A typed text as the value of a custom field. */
export function parseCustom(
  field: CustomField,
  text: string,
  { members, money, t }: Pick<FieldContext, 'members' | 'money' | 't'>,
): Parsed {
  const typed = text.trim()
  if (typed === '') return { ok: true, value: null }
  switch (field.kind) {
    case 'text':
      return parseLength(typed, CUSTOM_LIMITS.text, t)
    case 'number':
      return parseFigure(typed, 'number', money, t)
    case 'date': {
      const value = readDay(typed)
      return value === undefined
        ? { ok: false, problem: t('accounts.problem.notDay', { text }) }
        : { ok: true, value }
    }
    case 'choice': {
      const value = field.choices.find((choice) => nameKey(choice) === nameKey(typed))
      return value === undefined
        ? {
            ok: false,
            problem: t('accounts.problem.notWord', { field: field.name, choices: field.choices.join(' · ') }),
          }
        : { ok: true, value }
    }
    case 'person':
      return parseOwner(typed, members, t)
  }
}

function parseCompany(text: string, { companies, t }: FieldContext): Parsed {
  const found = companies.named(text)
  const [id] = found
  if (id === undefined) return { ok: false, problem: t('accounts.problem.notCompany', { text }) }
  return found.length === 1
    ? { ok: true, value: id }
    : { ok: false, problem: t('accounts.problem.manyCompanies', { text, count: found.length }) }
}

function parseYear(text: string, t: TFunction): Parsed {
  const [, digits] = /^(\d{4})年?$/.exec(text.normalize('NFKC')) ?? []
  const value = Number(digits)
  return value >= YEARS.least && value <= YEARS.most
    ? { ok: true, value }
    : { ok: false, problem: t('accounts.problem.notYear', { text }) }
}

function parseWhole(text: string, t: TFunction): Parsed {
  const decimal = parseDecimal(text)
  if (decimal === undefined) return { ok: false, problem: t('accounts.problem.notNumber', { text }) }
  const value = decimal / DECIMAL_SCALE
  return Number.isInteger(value)
    ? { ok: true, value }
    : { ok: false, problem: t('accounts.problem.notWhole', { text }) }
}

function within(
  parsed: Parsed,
  { least, most }: Extract<FieldShape, { kind: 'money' | 'whole' }>,
  t: TFunction,
): Parsed {
  if (!parsed.ok || typeof parsed.value !== 'number') return parsed
  if (parsed.value < least) return { ok: false, problem: t('accounts.problem.negative') }
  return parsed.value <= most ? parsed : { ok: false, problem: t('accounts.problem.tooLarge') }
}
