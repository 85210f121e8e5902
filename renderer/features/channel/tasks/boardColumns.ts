import { addDays } from '../../../../db/accounts/rules/days.ts'
import type { TaskState } from '../../../../db/channel/tasks/rules/states.ts'

/** The columns of the board, in the order in which a task comes near. */
export const BOARD_COLUMNS = ['today', 'week', 'later', 'waiting', 'done'] as const
export type BoardColumn = (typeof BOARD_COLUMNS)[number]

const COLUMN_OF: Readonly<Record<TaskState, BoardColumn | null>> = {
  late: 'today',
  today: 'today',
  next7: 'week',
  later: 'later',
  snoozed: 'later',
  waiting: 'waiting',
  done: 'done',
  dropped: null,
}

/** The column in which a task lies; null where it lies in none. */
export const columnOf = (state: TaskState): BoardColumn | null => COLUMN_OF[state]

/** What moving a card to a column does to its task. */
export type BoardMove =
  | { readonly kind: 'due'; readonly dueOn: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' }

/**
 * What has to happen so that a task lies in a column: a day of its own, somebody to wait for, or that it is done. Within
 * seven days is three days from now, later is in two weeks. @param today YYYY-MM-DD
 */
export function moveTo(column: BoardColumn, today: string): BoardMove {
  switch (column) {
    case 'today':
      return { kind: 'due', dueOn: today }
    case 'week':
      return { kind: 'due', dueOn: addDays(today, 3) }
    case 'later':
      return { kind: 'due', dueOn: addDays(today, 14) }
    case 'waiting':
      return { kind: 'wait' }
    case 'done':
      return { kind: 'done' }
  }
}
