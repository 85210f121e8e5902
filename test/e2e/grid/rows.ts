import type { CellValue, GridColumn, Parsed } from '../../../renderer/grid/types.ts'

export interface Account {
  readonly id: string
  name: string
  kind: string | null
  /** fen */
  spend: number | null
  readonly given: number
  readonly marks: CellValue[]
}

const names = ['恒岳家居', '佛山美颂', '苏州新垲', '青岛海润', '川渝宏泰', '临沂鲁南', '南浔木业', '东莞利昌']
const scale = [8, 6, 10, 4, 8, 2]

/** The same accounts every time, so that a test can name what it expects. */
export const accounts = (count: number): Account[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `a${index}`,
    name: `${names[index % names.length]}${index + 1}`,
    kind: index % 3 === 0 ? 'maker' : 'trader',
    spend: 1_000_000 + index * 12_345,
    given: scale[index % scale.length] ?? 8,
    marks: Array.from({ length: 9 }, (_, mark) => scale[(index + mark) % scale.length] ?? 8),
  }))

const ok = (value: CellValue): Parsed => ({ ok: true, value })
const no = (problem: string): Parsed => ({ ok: false, problem })

const parseMark = (text: string): Parsed => {
  if (text === '') return ok(null)
  return ['10', '8', '6', '4', '2'].includes(text) ? ok(Number(text)) : no('只能是 10、8、6、4、2')
}

const parseSpend = (text: string): Parsed => {
  const plain = text.replaceAll(',', '')
  if (plain === '') return ok(null)
  return /^\d+(\.\d{1,2})?$/.test(plain) ? ok(Math.round(Number(plain) * 100)) : no('应为金额')
}

const mark = (index: number): GridColumn<Account> => ({
  id: `m${index}`,
  title: ['经营理念', '忠诚度', '规模管理', '下游满意', '增长潜力'][index] ?? `科目${index + 1}`,
  subtitle: `${8 + index}%`,
  group: '按评分标准判断 43%',
  kind: 'mark',
  width: 76,
  read: (row) => row.marks[index] ?? null,
  format: (value) => (value === null ? '' : String(value)),
  parse: parseMark,
  cellClass: (row) => (row.marks[index] == null ? 'unmarked' : ''),
})

/** Twelve editable columns and three read-only ones, pinned on both sides. */
export const columns: readonly GridColumn<Account>[] = [
  {
    id: 'name',
    title: '客户',
    kind: 'text',
    width: 148,
    pinned: 'left',
    read: (row) => row.name,
    parse: (text) => (text.trim() === '' ? no('名称不能为空') : ok(text)),
    search: (row) => (row.name.startsWith('恒岳') ? 'hyjj' : ''),
  },
  {
    id: 'given',
    title: '合作年限',
    subtitle: '10%',
    group: '按数据区间得分 57%',
    kind: 'mark',
    width: 76,
    read: (row) => row.given,
    cellClass: () => 'banded',
  },
  ...Array.from({ length: 9 }, (_, index) => mark(index)),
  {
    id: 'kind',
    title: '类别',
    kind: 'choice',
    width: 90,
    choices: [
      { value: 'maker', label: '生产型' },
      { value: 'trader', label: '经营型' },
    ],
    read: (row) => row.kind,
    parse: (text) => (text === '' ? ok(null) : no('应为生产型或经营型')),
  },
  {
    id: 'spend',
    title: '年交易额',
    kind: 'number',
    width: 110,
    scale: 100,
    read: (row) => row.spend,
    format: (value) => (typeof value === 'number' ? (value / 100).toLocaleString('en-US') : ''),
    parse: parseSpend,
  },
  {
    id: 'total',
    title: '总分',
    kind: 'number',
    width: 62,
    pinned: 'right',
    read: (row) => row.marks.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
    draw: ({ text }, into) => into.append(text),
    cellClass: () => 'total',
  },
]

/** The spend column in 万元. */
export const inWan = (column: GridColumn<Account>): GridColumn<Account> =>
  column.id === 'spend'
    ? {
        ...column,
        scale: 1_000_000,
        format: (value) => (typeof value === 'number' ? `${value / 1_000_000}` : ''),
      }
    : column

/** A column that a page gets to know some time after its rows. */
export const lateColumn: GridColumn<Account> = {
  id: 'late',
  title: '后来',
  kind: 'text',
  width: 90,
  read: (row) => row.id,
}

/** Writes one value as the owner of the data does. */
export const write = (row: Account, columnId: string, value: CellValue): void => {
  if (columnId === 'name') row.name = String(value ?? '')
  else if (columnId === 'kind') row.kind = value === null ? null : String(value)
  else if (columnId === 'spend') row.spend = typeof value === 'number' ? value : null
  else row.marks[Number(columnId.slice(1))] = value
}
