import type Database from 'better-sqlite3'
import { dayOf, isDay } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, EffortId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { EFFORT_LIMITS, type EffortEdit } from '../contract.ts'
import { minutesText } from '../rules/minutes.ts'
import { EFFORT_SUBJECTS } from '../rules/words.ts'
import { type CheckedLine, effortCheck } from './checks.ts'

/** The changeable values of a line, as they are stored. */
type Values = CheckedLine & { readonly subject: string; readonly note: string }
type Field = EffortEdit['field']
type Value = EffortEdit['after']

const COLUMNS = {
  memberId: 'member_id',
  accountId: 'account_id',
  day: 'day',
  minutes: 'minutes',
  subject: 'subject',
  note: 'note',
} as const satisfies Record<Field, string>

/**
 * Changes values of lines, all or none. A value that is there already counts as written.
 * @throws Refusal EFFORT_NOT_FOUND, CELLS_CHANGED, VALUE_REFUSED, and what adding a line refuses
 */
export function changeEffort(
  kernel: Kernel,
  { commandId, edits }: { commandId: CommandId; edits: readonly EffortEdit[] },
): Outcome<object> {
  const count = new Set(edits.map(({ effortId }) => effortId)).size
  const params = { count, name: nameOf(kernel.db, edits[0]?.effortId) }
  return kernel.write({ commandId, label: { command: 'changeEffort', params } }, (tx) => {
    const stored = valuesReader(tx)
    const drafts = new Map<EffortId, Values>()
    const conflicts: Value[] = []
    for (const { effortId, field, before, after } of edits) {
      const draft = drafts.get(effortId) ?? stored(effortId)
      const current = draft[field]
      const wanted = after === '' && field === 'accountId' ? null : after
      if (current === wanted) continue
      if (current === before) drafts.set(effortId, changed(draft, field, wanted))
      else conflicts.push(current)
    }
    const [conflict] = conflicts
    if (conflict !== undefined)
      throw new Refusal('CELLS_CHANGED', {
        cells: conflicts.length,
        name: params.name,
        current: conflict === null ? null : String(conflict),
      })
    writeDrafts(tx, drafts, dayOf(kernel.now()))
    return {}
  })
}

function valuesReader(tx: Tx): (id: EffortId) => Values {
  const columns = Object.entries(COLUMNS).map(([field, column]) => `${column} AS ${field}`)
  const select = tx.db.prepare<[EffortId], Values>(
    `SELECT ${columns.join(', ')} FROM effort WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const values = select.get(id)
    if (!values) throw new Refusal('EFFORT_NOT_FOUND')
    return values
  }
}

/** A line with a new value. @throws Refusal VALUE_REFUSED where it is none of its field */
function changed(draft: Values, field: Field, value: Value): Values {
  if (fits(field, value)) return { ...draft, [field]: value }
  throw new Refusal('VALUE_REFUSED', { name: draft.day, field, value: String(value ?? '') })
}

function fits(field: Field, value: Value): boolean {
  switch (field) {
    case 'minutes':
      return typeof value === 'number'
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'subject':
      return EFFORT_SUBJECTS.some((subject) => subject === value)
    case 'note':
      return typeof value === 'string' && value.length <= EFFORT_LIMITS.note
    case 'memberId':
      return typeof value === 'string'
    case 'accountId':
      return typeof value === 'string' || value === null
  }
}

function writeDrafts(tx: Tx, drafts: ReadonlyMap<EffortId, Values>, today: string): void {
  const check = effortCheck(tx, today)
  const stored = valuesReader(tx)
  const update = tx.db.prepare(
    'UPDATE effort SET member_id = ?, account_id = ?, day = ?, minutes = ?, subject = ?, note = ? WHERE id = ?',
  )
  for (const [id, values] of drafts) {
    check.line(values, stored(id).day)
    const { memberId, accountId, day, minutes, subject, note } = values
    update.run(memberId, accountId, day, minutes, subject, note, id)
    tx.breathe()
  }
  check.days()
}

/** Deletes lines. @throws Refusal EFFORT_NOT_FOUND */
export function removeEffort(
  kernel: Kernel,
  { commandId, effortIds }: { commandId: CommandId; effortIds: readonly EffortId[] },
): Outcome<object> {
  const ids = new Set(effortIds)
  const params = { count: ids.size, name: nameOf(kernel.db, effortIds[0]) }
  return kernel.write({ commandId, label: { command: 'removeEffort', params } }, (tx) => {
    const remove = tx.db.prepare('UPDATE effort SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('EFFORT_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}

/** What a command's label calls a line: its day, and how long it is; empty where there is none. */
function nameOf(db: Database.Database, id: EffortId | undefined): string {
  const row =
    id &&
    db
      .prepare<[EffortId], { day: string; minutes: number }>('SELECT day, minutes FROM effort WHERE id = ?')
      .get(id)
  return row ? `${row.day} ${minutesText(row.minutes)}` : ''
}
