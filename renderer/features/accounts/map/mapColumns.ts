import type { TFunction } from 'i18next'
import type { TableRow } from '../../../../db/accounts/map/rules/table.ts'
import { RELATIONS } from '../../../../db/accounts/people/rules/fields.ts'
import type { GridColumn, Parsed } from '../../../grid/types.ts'
import { depthOptions, depthText } from './mapWords.ts'

/** Columns of the map's table. Who is at the ends stays; what the line means can be typed. */
export function mapColumns(t: TFunction): readonly GridColumn<TableRow>[] {
  return [
    { id: 'from', title: t('map.from'), kind: 'text', width: 150, read: ({ from }) => from },
    kindColumn(t),
    { id: 'to', title: t('map.to'), kind: 'text', width: 150, read: ({ to }) => to },
    depthColumn('depth', t('map.now'), t),
    depthColumn('wanted', t('map.goal'), t),
    {
      id: 'note',
      title: t('map.note'),
      kind: 'text',
      width: 320,
      read: ({ note }) => note,
      parse: (text) => ({ ok: true, value: text.trim().slice(0, LONGEST_NOTE) }),
      editable: isRelation,
    },
  ]
}

const LONGEST_NOTE = 500
const isRelation = ({ kind }: TableRow): boolean => kind !== 'coverage'

function kindColumn(t: TFunction): GridColumn<TableRow> {
  const choices = RELATIONS.map((value) => ({ value, label: t(`map.line.${value}`) }))
  return {
    id: 'kind',
    title: t('map.kind'),
    kind: 'choice',
    width: 120,
    choices,
    read: ({ kind }) => kind,
    format: (_value, { kind }) => t(`map.line.${kind}`),
    parse(text): Parsed {
      const found = choices.find(({ value, label }) => text === value || text === label)
      if (found) return { ok: true, value: found.value }
      const all = choices.map(({ label }) => label).join(', ')
      return { ok: false, problem: t('map.badKind', { text, choices: all }) }
    },
    editable: isRelation,
  }
}

function depthColumn(id: 'depth' | 'wanted', title: string, t: TFunction): GridColumn<TableRow> {
  const options = depthOptions()
  return {
    id,
    title,
    kind: 'choice',
    width: 120,
    choices: options.map(({ value, label }) => ({ value: String(value), label })),
    read: (row) => (row[id] === null ? null : String(row[id])),
    format: (value) => (value === null || value === '' ? '' : depthText(Number(value))),
    parse(text): Parsed {
      if (text === '') return { ok: true, value: id === 'depth' ? '0' : null }
      const found = options.find(({ value, label }) => text === String(value) || text === label)
      if (found) return { ok: true, value: String(found.value) }
      const all = options.map(({ label }) => label).join(', ')
      return { ok: false, problem: t('map.badDepth', { text, choices: all }) }
    },
    sortKey: (row) => row[id],
    editable: (row) => !isRelation(row),
  }
}
