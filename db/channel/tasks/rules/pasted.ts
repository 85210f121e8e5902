import { typedDay } from '../../../accounts/log/rules/typedDay.ts'
import { isDay } from '../../../accounts/rules/days.ts'
import { bounds, DUE } from '../../rules/reach.ts'
import { TASK_KINDS, type TaskKind } from './words.ts'

/** Columns of a block of tasks that can be pasted. */
export const PASTE_COLUMNS = ['title', 'account', 'owner', 'dueOn', 'kind'] as const
export type PasteColumn = (typeof PASTE_COLUMNS)[number]

/** What can be wrong with a cell. */
export const PASTE_PROBLEMS = [
  'missing',
  'tooLong',
  'unknownAccount',
  'severalAccounts',
  'unknownOwner',
  'severalOwners',
  'unreadableDay',
  'dayOutOfRange',
  'unknownKind',
] as const
export type PasteProblem = (typeof PASTE_PROBLEMS)[number]

/** A cell that can't be taken. */
export interface CellProblem {
  /** 1 for the first line of the block as it was pasted: its head and empty lines count */
  readonly line: number
  readonly column: PasteColumn
  readonly problem: PasteProblem
  readonly text: string
}

/** A line that can. */
export interface PastedTask {
  readonly title: string
  readonly accountId: string | null
  readonly ownerId: string | null
  readonly dueOn: string
  readonly kind: TaskKind
}

/** What names mean: the ids of all accounts or members of that name (or code). */
export interface Names {
  readonly accounts: (text: string) => readonly string[]
  readonly members: (text: string) => readonly string[]
  /** words for kinds in any language, lower case */
  readonly kinds: Readonly<Record<string, TaskKind>>
}

/** Words that may head the columns. */
const HEADS: Readonly<Record<PasteColumn, readonly string[]>> = {
  title: [
    ...['任务', '任务名称', '任务内容', '标题', '事项', '内容', '待办', '工作内容', '要做的事'],
    ...['task', 'tasks', 'task name', 'title', 'what', 'subject', 'to do', 'todo', 'description'],
  ],
  account: [
    ...['客户', '客户名称', '客户简称', '客户编号', '公司', '单位'],
    ...['account', 'account name', 'customer', 'customer name', 'client', 'company'],
  ],
  owner: [
    ...['负责人', '经办人', '经办', '责任人', '执行人', '谁'],
    ...['owner', 'assignee', 'assigned to', 'responsible', 'who'],
  ],
  dueOn: [
    ...['到期', '到期日', '到期日期', '日期', '截止', '截止日', '截止日期', '期限', '完成日期', '时间'],
    ...['due', 'due on', 'due date', 'date', 'deadline', 'when'],
  ],
  kind: ['类型', '类别', '种类', '任务类型', 'kind', 'type', 'category'],
}

/** The columns of a block, in its order, where its first line heads them; else as they usually stand. */
export function pasteColumns(first: readonly string[]): {
  readonly columns: readonly (PasteColumn | null)[]
  readonly headed: boolean
} {
  const heads = first.map((cell) => {
    const word = cell
      .normalize('NFKC')
      .replace(/[（(].*$|[:：*]/g, '')
      .trim()
      .toLowerCase()
    return PASTE_COLUMNS.find((column) => HEADS[column].includes(word)) ?? null
  })
  return heads.includes('title') && heads.filter(Boolean).length > 1
    ? { columns: heads, headed: true }
    : { columns: PASTE_COLUMNS, headed: false }
}

/** A line with its cells; 1 for the first one of the block. */
export interface PastedLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads the lines of a block. @param today YYYY-MM-DD */
export function readPasted(
  lines: readonly PastedLine[],
  columns: readonly (PasteColumn | null)[],
  names: Names,
  today: string,
): { readonly tasks: readonly PastedTask[]; readonly problems: readonly CellProblem[] } {
  const tasks: PastedTask[] = []
  const problems: CellProblem[] = []
  for (const { line, cells } of lines) {
    const text = (column: PasteColumn): string => (cells[columns.indexOf(column)] ?? '').trim()
    const before = problems.length
    const refuse = (column: PasteColumn, problem: PasteProblem): void => {
      problems.push({ line, column, problem, text: text(column).slice(0, 100) })
    }
    const task = readLine(text, names, today, refuse)
    if (problems.length === before) tasks.push(task)
  }
  return { tasks, problems }
}

const MOST_TITLE = 200

function readLine(
  text: (column: PasteColumn) => string,
  { accounts, members, kinds }: Names,
  today: string,
  refuse: (column: PasteColumn, problem: PasteProblem) => void,
): PastedTask {
  const title = text('title')
  if (title === '') refuse('title', 'missing')
  if (title.length > MOST_TITLE) refuse('title', 'tooLong')
  const one = (
    column: 'account' | 'owner',
    ids: readonly string[],
    [none, several]: readonly [PasteProblem, PasteProblem],
  ): string | null => {
    if (text(column) === '') return null
    if (ids.length !== 1) refuse(column, ids.length === 0 ? none : several)
    return ids[0] ?? null
  }
  return {
    title,
    accountId: one('account', accounts(text('account')), ['unknownAccount', 'severalAccounts']),
    ownerId: one('owner', members(text('owner')), ['unknownOwner', 'severalOwners']),
    dueOn: readDueCell(text('dueOn'), today, (problem) => refuse('dueOn', problem)),
    kind: readKind(text('kind'), kinds, () => refuse('kind', 'unknownKind')),
  }
}

/** An empty day is today: who pastes a list of things to do means soon. */
function readDueCell(typed: string, today: string, refuse: (problem: PasteProblem) => void): string {
  if (typed === '') return today
  const day = isDay(typed) ? typed : typedDay(typed, today, 'future')
  if (day === null) {
    refuse('unreadableDay')
    return today
  }
  const { from, until } = bounds(DUE, today)
  if (day < from || day > until) refuse('dayOutOfRange')
  return day
}

function readKind(typed: string, kinds: Names['kinds'], refuse: () => void): TaskKind {
  if (typed === '') return 'other'
  const word = typed.normalize('NFKC').toLowerCase()
  const found = TASK_KINDS.find((kind) => kind.toLowerCase() === word) ?? kinds[word]
  if (found === undefined) refuse()
  return found ?? 'other'
}
