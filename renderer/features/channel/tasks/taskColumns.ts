import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import PauseOutlined from '@ant-design/icons-svg/es/asn/PauseOutlined'
import type { TFunction } from 'i18next'
import { daysLate, dueDay, type TaskState } from '../../../../db/channel/tasks/rules/states.ts'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { TASK_KINDS } from '../../../../db/channel/tasks/rules/words.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { taskTitle, whyText } from '../../../i18n/taskText.ts'
import { wordsOnce } from '../../../i18n/wordsOnce.ts'
import { iconElement } from '../../../ui/iconElement.ts'
import { openCell } from '../../../ui/openCell.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { tierSignElement } from '../../../ui/tierElement.ts'
import { dueText, nearDayText, readTaskDay } from './taskDay.ts'
import styles from './tasks.module.css'

interface ColumnContext {
  readonly today: string
  readonly members: readonly Member[]
  /** false on an account's own page */
  readonly withAccount: boolean
  readonly t: TFunction
}

const MOST_TITLE = 200

/** Columns of tasks: what, when, whose and of which kind can be typed; the state changes by acting. */
export function taskColumns(context: ColumnContext): readonly GridColumn<TaskRow>[] {
  const { t, today, withAccount } = context
  return [
    stateColumn(context),
    titleColumn(context),
    ...(withAccount ? [accountColumn(context)] : []),
    dueColumn(context),
    ownerColumn(context),
    kindColumn(context),
    {
      id: 'why',
      title: t('tasks.field.why'),
      kind: 'text',
      width: 300,
      mostWidth: 460,
      read: wordsOnce(whyKey, (row) => whyText(row.why, { ...row, today }, t)),
    },
    {
      id: 'person',
      title: t('tasks.field.personId'),
      kind: 'text',
      width: 90,
      read: ({ person }) => person,
    },
    {
      id: 'madeOn',
      title: t('tasks.field.madeOn'),
      kind: 'text',
      width: 90,
      read: ({ madeOn }) => madeOn,
      format: (value) => (value === null ? '' : nearDayText(String(value), today, t)),
    },
  ]
}

const SIGNS = {
  late: ClockCircleFilled,
  today: ClockCircleOutlined,
  next7: ClockCircleOutlined,
  later: ClockCircleOutlined,
  snoozed: PauseOutlined,
  waiting: PauseOutlined,
  done: CheckOutlined,
  dropped: MinusCircleOutlined,
} as const satisfies Record<TaskState, object>

/** Everything that {@link whyText} says of a task. */
const whyKey = ({ why, person, tier, playbook, about }: TaskRow): string =>
  JSON.stringify([why, person, tier, playbook, about])

function stateColumn({ t, today }: ColumnContext): GridColumn<TaskRow> {
  const words = wordsOnce<TaskRow>(
    (row) => `${row.state} ${dueDay(row)} ${row.waiting?.since}`,
    (row) => stateText(row, today, t),
  )
  return {
    id: 'state',
    title: t('tasks.field.state'),
    kind: 'text',
    width: 126,
    pinned: 'left',
    read: ({ state }) => state,
    format: (_value, row) => words(row),
    draw: ({ row, text }, into) => {
      const cell = spanElement(styles.state, iconElement(SIGNS[row.state]), text)
      cell.dataset.state = row.state
      into.append(cell)
    },
    sortKey: (row) => ORDER[row.state] * 10_000 - daysLate(row, today),
  }
}

const ORDER: Readonly<Record<TaskState, number>> = {
  late: 0,
  today: 1,
  next7: 2,
  later: 3,
  waiting: 4,
  snoozed: 5,
  done: 6,
  dropped: 7,
}

/** Where a task stands, in words: by how many days it is late, how long it waits. */
export const stateText = (row: TaskRow, today: string, t: TFunction): string =>
  row.state === 'late' || row.state === 'waiting' ? dueText(row, today, t) : t(`tasks.state.${row.state}`)

function titleColumn({ t }: ColumnContext): GridColumn<TaskRow> {
  return {
    id: 'title',
    title: t('tasks.field.title'),
    kind: 'text',
    width: 230,
    mostWidth: 420,
    read: titleReader(t),
    editable: ({ settlement }) => settlement === null,
    parse: (typed) => {
      const value = typed.trim()
      if (value === '') return { ok: false, problem: t('tasks.titleMissing') }
      return value.length > MOST_TITLE
        ? { ok: false, problem: t('tasks.tooLong', { max: MOST_TITLE }) }
        : { ok: true, value }
    },
    draw: ({ row, text }, into) => {
      const step = row.playbook && t('tasks.step', { step: row.playbook.step, of: row.playbook.of })
      into.append(spanElement(styles.titleCell, text, ...(step ? [spanElement(styles.quiet, step)] : [])))
    },
  }
}

/** Titles that the reason says are put into words once a row: sorting 50,000 would take four times as long. */
function titleReader(t: TFunction): (row: TaskRow) => string {
  const titles = new WeakMap<TaskRow, string>()
  return (row) => {
    const known = titles.get(row)
    if (known !== undefined) return known
    const title = taskTitle(row, t)
    titles.set(row, title)
    return title
  }
}

function accountColumn({ t }: ColumnContext): GridColumn<TaskRow> {
  return {
    id: 'account',
    title: t('tasks.field.account'),
    kind: 'text',
    width: 160,
    read: ({ account }) => account,
    search: ({ accountPinyin }) => accountPinyin,
    draw: ({ row, text }, into) => {
      if (row.accountId === null) return
      const label = t('tasks.open', { name: text })
      const before = row.tier === null ? [] : [tierSignElement(row.tier)]
      into.append(openCell({ text, to: `/accounts/${row.accountId}/tasks`, label, before }))
    },
  }
}

function dueColumn({ t, today }: ColumnContext): GridColumn<TaskRow> {
  const dayWords = wordsOnce<string>(
    (day) => day,
    (day) => nearDayText(day, today, t),
  )
  return {
    id: 'dueOn',
    title: t('tasks.field.dueOn'),
    kind: 'text',
    width: 124,
    read: ({ dueOn }) => dueOn,
    format: (value, row) => {
      if (value === null) return ''
      const day = dayWords(String(value))
      return row.dueTime === '' ? day : `${day} ${row.dueTime}`
    },
    editable: ({ settlement }) => settlement === null,
    cellClass: (row) => (row.state === 'late' ? (styles.lateCell ?? '') : ''),
    parse: (typed) => {
      const value = readTaskDay(typed.replace(/\s+\d\d:\d\d$/, ''), today)
      return value === undefined
        ? { ok: false, problem: t('tasks.dayUnread', { text: typed }) }
        : { ok: true, value }
    },
    sortKey: (row) => `${dueDay(row)} ${row.dueTime === '' ? '99' : row.dueTime}`,
  }
}

function ownerColumn({ t, members }: ColumnContext): GridColumn<TaskRow> {
  return {
    id: 'ownerId',
    title: t('tasks.field.ownerId'),
    kind: 'choice',
    width: 110,
    choices: members.map(({ id, name }) => ({ value: id, label: name })),
    read: ({ ownerId }) => ownerId,
    format: (_value, { owner }) => owner ?? '',
    editable: ({ settlement }) => settlement === null,
    search: ({ ownerId }) => members.find(({ id }) => id === ownerId)?.pinyin ?? '',
    parse: (typed) => {
      if (typed.trim() === '') return { ok: true, value: null }
      const found = members.find(({ id, name }) => id === typed || name === typed.trim())
      return found
        ? { ok: true, value: found.id }
        : { ok: false, problem: t('tasks.notMember', { text: typed }) }
    },
    draw: ({ row, text }, into) => {
      const former =
        row.formerOwner === null
          ? []
          : [spanElement(styles.quiet, t('tasks.former', { name: row.formerOwner }))]
      into.append(spanElement(styles.titleCell, text, ...former))
    },
  }
}

function kindColumn({ t }: ColumnContext): GridColumn<TaskRow> {
  const words = wordsOnce<TaskRow>(
    ({ kind }) => kind,
    ({ kind }) => t(`channel.taskKind.${kind}`),
  )
  return {
    id: 'kind',
    title: t('tasks.field.kind'),
    kind: 'choice',
    width: 112,
    choices: TASK_KINDS.map((value) => ({ value, label: t(`channel.taskKind.${value}`) })),
    read: ({ kind }) => kind,
    format: (_value, row) => words(row),
    editable: ({ settlement }) => settlement === null,
    parse: (typed) => {
      const found = TASK_KINDS.find(
        (kind) => kind === typed || t(`channel.taskKind.${kind}`) === typed.trim(),
      )
      return found
        ? { ok: true, value: found }
        : { ok: false, problem: t('tasks.paste.problem.unknownKind', { text: typed }) }
    },
  }
}
