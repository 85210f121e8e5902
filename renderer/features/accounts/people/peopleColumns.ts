import type { TFunction } from 'i18next'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { PersonRow } from '../../../../db/accounts/people/contract.ts'
import { birthdayCode, parseBirthday } from '../../../../db/accounts/people/rules/birthday.ts'
import { ATTITUDES, DECISION_ROLES, PERSON_LIMITS } from '../../../../db/accounts/people/rules/fields.ts'
import { customStrip } from '../../../../db/accounts/rules/strips.ts'
import { readTags, tagsText } from '../../../../db/accounts/rules/tags.ts'
import type { GridColumn, Parsed } from '../../../grid/types.ts'
import { openCell } from '../../../ui/openCell.ts'
import { parseWord } from '../accountText.ts'
import { customColumn } from '../custom/customColumn.ts'
import type { FieldContext } from '../fieldText.ts'
import { attitudeElement } from './AttitudeTag.tsx'
import { birthdayWords } from './personText.ts'

type TextField =
  | 'name'
  | 'phone'
  | 'email'
  | 'wechat'
  | 'nativePlace'
  | 'interests'
  | 'rhythm'
  | 'career'
  | 'brandsView'
  | 'preconditions'
  | 'greeting'
  | 'note'

const SHORT: readonly TextField[] = ['name', 'phone', 'email', 'wechat', 'nativePlace']

/** What the columns depend on besides the rows. */
export interface PeopleContext extends Pick<FieldContext, 'members' | 'money' | 't'> {
  readonly custom: readonly CustomField[]
}

/** Columns of the grid of people: every open fact can be typed; sensitive ones are on the person's page alone. */
export function peopleColumns(context: PeopleContext): readonly GridColumn<PersonRow>[] {
  const { t, custom } = context
  return [
    nameColumn(t),
    {
      id: 'account',
      title: t('people.field.account'),
      kind: 'text',
      width: 170,
      read: ({ employments }) => employments.map(({ accountName }) => accountName).join('；'),
    },
    {
      id: 'title',
      title: t('people.field.title'),
      kind: 'text',
      width: 110,
      read: ({ employments }) => employments.map(({ title }) => title).join('；'),
    },
    attitudeColumn(t),
    roleColumn(t),
    influenceColumn(t),
    textColumn(t, 'phone', 130),
    birthdayColumn(t),
    textColumn(t, 'nativePlace', 100),
    textColumn(t, 'rhythm', 170),
    textColumn(t, 'interests', 150),
    textColumn(t, 'brandsView', 170),
    textColumn(t, 'preconditions', 170),
    textColumn(t, 'greeting', 150),
    textColumn(t, 'career', 150),
    textColumn(t, 'wechat', 120),
    textColumn(t, 'email', 150),
    tagsColumn(t),
    textColumn(t, 'note', 180),
    ...custom.map((field) =>
      customColumn<PersonRow>(
        context,
        field,
        customStrip(field.id),
        ({ custom: values }) => values[field.id] ?? null,
      ),
    ),
    {
      id: 'completeness',
      title: t('people.completeness'),
      kind: 'number',
      width: 96,
      read: ({ completeness }) => completeness,
      format: (value) => `${String(value)}%`,
      sumable: false,
    },
  ]
}

function textColumn(t: TFunction, field: TextField, width: number): GridColumn<PersonRow> {
  const max = SHORT.includes(field) ? PERSON_LIMITS.short : PERSON_LIMITS.note
  return {
    id: field,
    title: t(`people.field.${field}`),
    kind: 'text',
    width,
    read: (row) => row[field],
    parse: (text): Parsed => {
      const value = text.trim()
      if (field === 'name' && value === '') return { ok: false, problem: t('people.problem.nameMissing') }
      if (value.length > max)
        return { ok: false, problem: t('accounts.problem.tooLong', { max, length: value.length }) }
      return { ok: true, value }
    },
  }
}

function nameColumn(t: TFunction): GridColumn<PersonRow> {
  return {
    ...textColumn(t, 'name', 130),
    pinned: 'left',
    search: ({ pinyin }) => pinyin,
    sortKey: ({ pinyin }) => pinyin,
    draw: ({ row, text }, into) => {
      into.append(
        openCell({
          text,
          to: `/people/${row.id}`,
          label: t('people.openPerson', { name: row.name }),
          title: t('people.open'),
        }),
      )
    },
  }
}

function attitudeColumn(t: TFunction): GridColumn<PersonRow> {
  const words = Object.fromEntries(ATTITUDES.map((value) => [value, t(`people.attitude.${value}`)]))
  return {
    id: 'attitude',
    title: t('people.field.attitude'),
    kind: 'choice',
    width: 100,
    choices: ATTITUDES.map((value) => ({ value, label: words[value] ?? value })),
    read: ({ attitude }) => attitude,
    format: (value) => words[String(value)] ?? '',
    parse: (text) => parseWord(text, words, (choices) => t('people.problem.notOneOf', { choices })),
    sortKey: ({ attitude }) => order(ATTITUDES, attitude),
    draw: ({ row: { attitude }, text }, into) => {
      if (attitude !== null) into.append(attitudeElement(attitude, text))
    },
  }
}

function roleColumn(t: TFunction): GridColumn<PersonRow> {
  const words = Object.fromEntries(DECISION_ROLES.map((value) => [value, t(`people.decisionRole.${value}`)]))
  return {
    id: 'decisionRole',
    title: t('people.field.decisionRole'),
    kind: 'choice',
    width: 96,
    choices: DECISION_ROLES.map((value) => ({ value, label: words[value] ?? value })),
    read: ({ decisionRole }) => decisionRole,
    format: (value) => words[String(value)] ?? '',
    parse: (text) => parseWord(text, words, (choices) => t('people.problem.notOneOf', { choices })),
    sortKey: ({ decisionRole }) => order(DECISION_ROLES, decisionRole),
  }
}

const order = (all: readonly string[], value: string | null): number =>
  value === null ? all.length : all.indexOf(value)

const influenceColumn = (t: TFunction): GridColumn<PersonRow> => ({
  id: 'influence',
  title: t('people.field.influence'),
  kind: 'number',
  width: 80,
  sumable: false,
  read: ({ influence }) => influence,
  parse: (text) => {
    const typed = text.trim()
    if (typed === '') return { ok: true, value: null }
    return /^[1-5]$/.test(typed)
      ? { ok: true, value: Number(typed) }
      : { ok: false, problem: t('people.problem.influence', { text }) }
  },
})

const birthdayColumn = (t: TFunction): GridColumn<PersonRow> => ({
  id: 'birthday',
  title: t('people.field.birthday'),
  kind: 'text',
  width: 140,
  read: ({ birthday }) => birthday,
  format: (value) => birthdayWords(value === null ? null : String(value)),
  // sorted by the next one: whose turn it is
  sortKey: ({ birthdayShown }) => birthdayShown?.next ?? '',
  parse: (text) => {
    if (text.trim() === '') return { ok: true, value: null }
    const read = parseBirthday(text)
    if (read.ok) return { ok: true, value: birthdayCode(read.birthday) }
    return { ok: false, problem: t(`error.VALUE_REFUSED.why_${read.problem}`) }
  },
})

const tagsColumn = (t: TFunction): GridColumn<PersonRow> => ({
  id: 'tags',
  title: t('people.field.tags'),
  kind: 'text',
  width: 130,
  read: ({ tags }) => tagsText(tags),
  parse: (text) => ({ ok: true, value: tagsText(readTags(text)) }),
})
