import type { TFunction } from 'i18next'
import type { Member } from '../../../db/department/contract.ts'
import type { GridColumn, Parsed } from '../../grid/types.ts'

const LONGEST = 50

/** Columns of the members' grid: name and role can be typed, the number of accounts is counted. */
export function memberColumns(t: TFunction): readonly GridColumn<Member>[] {
  const parse =
    (required: boolean) =>
    (text: string): Parsed => {
      const value = text.trim()
      if (required && value === '') return { ok: false, problem: t('department.member.nameMissing') }
      if (value.length > LONGEST)
        return { ok: false, problem: t('department.member.tooLong', { max: LONGEST }) }
      return { ok: true, value }
    }
  return [
    {
      id: 'name',
      title: t('department.member.name'),
      kind: 'text',
      width: 160,
      read: ({ name }) => name,
      parse: parse(true),
      sortKey: ({ pinyin }) => pinyin,
      search: ({ pinyin }) => pinyin,
    },
    {
      id: 'role',
      title: t('department.member.role'),
      kind: 'text',
      width: 220,
      read: ({ role }) => role,
      parse: parse(false),
    },
    {
      id: 'accounts',
      title: t('department.member.accounts'),
      kind: 'number',
      width: 130,
      read: ({ accounts }) => accounts,
    },
  ]
}
