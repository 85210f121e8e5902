import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import { CUSTOM_SCALE, type CustomValue } from '../../../../db/accounts/custom/rules/values.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { type FieldContext, formatCustom, parseCustom } from '../fieldText.ts'

/** A column of a field that the department added: reads, shows and takes what such a field holds. */
export function customColumn<Row>(
  context: Pick<FieldContext, 'members' | 'money' | 't'>,
  field: CustomField,
  id: string,
  read: (row: Row) => CustomValue,
): GridColumn<Row> {
  const column: GridColumn<Row> = {
    id,
    title: field.name,
    kind: 'text',
    width: titleWidth(field.name),
    read,
    format: (value) => formatCustom(field, value, context),
    parse: (text) => parseCustom(field, text, context),
  }
  switch (field.kind) {
    case 'person':
      return memberColumn(context, column)
    case 'choice':
      return { ...column, kind: 'choice', choices: field.choices.map((value) => ({ value, label: value })) }
    case 'number':
      return { ...column, kind: 'number', scale: CUSTOM_SCALE }
    case 'text':
    case 'date':
      return column
  }
}

/** A column of colleagues: chosen from a list, found and sorted by pinyin; who has left shows as nobody. */
export function memberColumn<Row>(
  { members }: Pick<FieldContext, 'members'>,
  column: GridColumn<Row>,
): GridColumn<Row> {
  const known = new Map<unknown, (typeof members)[number]>(members.map((member) => [member.id, member]))
  const pinyinOf = (value: unknown): string => known.get(value)?.pinyin ?? ''
  return {
    ...column,
    kind: 'choice',
    choices: members.map(({ id, name }) => ({ value: id, label: name })),
    read: (row) => {
      const value = column.read(row)
      return known.has(value) ? value : null
    },
    format: (value) => known.get(value)?.name ?? '',
    search: (row) => pinyinOf(column.read(row)),
    sortKey: (row) => pinyinOf(column.read(row)),
  }
}

/** As wide as a header's text, within reason: Chinese characters are about twice as wide as Latin letters. */
export const titleWidth = (title: string): number =>
  Math.min(180, Math.max(96, 40 + [...title].reduce((sum, char) => sum + (char > 'ÿ' ? 13 : 7.5), 0)))
