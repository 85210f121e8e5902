import type Database from 'better-sqlite3'
import { addDays } from '../../../accounts/rules/days.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { mineSql, startOf, thereSql } from '../../today/service/ask.ts'
import type { NoticeKind } from '../contract.ts'
import type { Reach, Watch } from '../rules/levels.ts'

/** Something of this laptop's user that is due on a day. */
export interface DueDay extends Watch {
  readonly kind: Exclude<NoticeKind, 'request'>
  readonly id: string
}

interface Row {
  readonly kind: DueDay['kind']
  readonly id: string
  /** YYYY-MM-DD */
  readonly dueOn: string
  /** HH:MM; empty where any time of the day will do */
  readonly dueTime: string
}

const TASK_DUE = `max(t.due_on, coalesce(t.snooze ->> '$.until', ''))`

/** All that is due today or was before, that doesn't wait for others. */
const MINE = `
  SELECT 'task' AS kind, t.id, ${TASK_DUE} AS dueOn, t.due_time AS dueTime FROM care_task t INDEXED BY care_task_open
  WHERE t.settlement IS NULL AND t.deleted = 0 AND t.due_on <= @today AND ${TASK_DUE} <= @today AND t.waiting IS NULL
    AND ${thereSql('t.account_id')} AND ${mineSql('t.owner_id', 't.account_id')}
  UNION ALL
  SELECT 'promise', t.id, t.due_on, '' FROM promise t INDEXED BY promise_open
  WHERE t.settlement IS NULL AND t.deleted = 0 AND t.due_on <= @today AND t.side = 'ours'
    AND ${thereSql('t.account_id')} AND ${mineSql('t.member_id', 't.account_id')}
  UNION ALL
  SELECT 'part', t.id, t.due_on, '' FROM request_part t INDEXED BY request_part_open
  CROSS JOIN request r ON r.id = t.request_id AND r.deleted = 0 AND r.progress ->> '$.open' = 1
  WHERE t.done IS NULL AND t.deleted = 0 AND t.due_on <= @today
    AND ${thereSql('r.account_id')} AND ${mineSql('coalesce(t.owner_id, r.owner_id)', 'r.account_id')}`

const statementsOf = perFile((db) => db.prepare<[object], Row>(MINE))

const SOON_MS = 15 * 60_000

/** What is due today, or was before, of this laptop's user; nothing where that is unknown. */
export function dueDays(
  db: Database.Database,
  params: { readonly me: string | null; readonly head: string | null; readonly today: string },
): DueDay[] {
  if (params.me === null) return []
  return statementsOf(db)
    .all(params)
    .map(({ kind, id, dueOn, dueTime }) => ({
      kind,
      id,
      // put off or moved to another day, it is told of anew
      key: `${kind}:${id}:${dueOn}${dueTime === '' ? '' : `T${dueTime}`}`,
      reaches: reachesOf(dueOn, dueTime),
    }))
}

/** Days are the laptop's: in another time zone they begin at another instant. */
function reachesOf(dueOn: string, dueTime: string): Reach[] {
  const day = { level: 'due', at: startOf(dueOn) } as const
  if (dueTime === '') return [day, { level: 'late', at: startOf(addDays(dueOn, 1)) }]
  const [hour = 0, minute = 0] = dueTime.split(':').map(Number)
  const at = new Date(startOf(dueOn)).setHours(hour, minute)
  return [day, { level: 'soon', at: at - SOON_MS }, { level: 'late', at }]
}
