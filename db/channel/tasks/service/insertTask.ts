import type { Tx } from '../../../kernel/unit.ts'
import { type Why, whyJson } from '../rules/reasons.ts'
import type { Repeats } from '../rules/states.ts'
import type { TaskKind } from '../rules/words.ts'
import type { PlaybookPlace } from './stored.ts'

/** A task to be written, checked by whoever writes it. */
export interface TaskToInsert {
  readonly id: string
  readonly accountId: string | null
  readonly personId?: string | null
  readonly kind: TaskKind
  /** empty where the reason says what is to be done */
  readonly title?: string
  readonly note?: string
  readonly why: Why
  readonly ownerId: string | null
  /** YYYY-MM-DD */
  readonly dueOn: string
  /** HH:MM, or empty */
  readonly dueTime?: string
  /** YYYY-MM-DD */
  readonly madeOn: string
  readonly repeats?: Repeats | null
  readonly playbook?: PlaybookPlace | null
}

/**
 * Writes tasks inside a command; a room that follows something up by a task uses it too. Where the id is known already,
 * the same reason made one before: it is left alone, and false answered. One that was deleted is made anew.
 */
export function taskInserter(tx: Tx): (task: TaskToInsert) => boolean {
  const insert = tx.db.prepare(
    `INSERT INTO care_task (id, account_id, person_id, kind, title, note, why, owner_id, due_on, due_time, made_on,
       repeats, playbook)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, person_id = excluded.person_id,
       kind = excluded.kind, title = excluded.title, note = excluded.note, why = excluded.why,
       owner_id = excluded.owner_id, due_on = excluded.due_on, due_time = excluded.due_time,
       made_on = excluded.made_on, repeats = excluded.repeats, playbook = excluded.playbook, waiting = NULL,
       snooze = NULL, settlement = NULL, deleted = 0
     WHERE deleted = 1`,
  )
  return (task) => {
    const { title = '', note = '', personId = null, dueTime = '', repeats, playbook } = task
    const { changes } = insert.run(
      task.id,
      task.accountId,
      personId,
      task.kind,
      title,
      note,
      whyJson(task.why),
      task.ownerId,
      task.dueOn,
      dueTime,
      task.madeOn,
      repeats ? JSON.stringify(repeats) : null,
      playbook ? JSON.stringify(playbook) : null,
    )
    tx.breathe()
    return changes > 0
  }
}
