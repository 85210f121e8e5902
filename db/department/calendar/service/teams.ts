import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CalendarId, CommandId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import { calendarLines, findCalendar } from './read.ts'
import { insertCalendar, insertVersion } from './save.ts'

interface OfCalendar {
  readonly commandId: CommandId
  readonly calendarId: CalendarId
}

/** Adds a calendar as a copy of another one, and the department's own before it, where there is none. @throws Refusal CALENDAR_NOT_FOUND */
export const addCalendar = (
  kernel: Kernel,
  {
    commandId,
    name,
    copyOf,
    ownName,
  }: {
    readonly commandId: CommandId
    readonly name: string
    readonly copyOf: CalendarId | null
    readonly ownName: string
  },
): Outcome<{ calendarId: CalendarId }> =>
  kernel.write({ commandId, label: { command: 'addCalendar', params: { name } } }, (tx) => {
    const { id, content } = findCalendar(tx.db, copyOf)
    if (id === null) insertVersion(tx, insertCalendar(tx, ownName, orderKeyBetween(null, null)), content)
    const calendarId = insertCalendar(tx, name, orderKeyBetween(orderKeys(tx).at(-1) ?? null, null))
    insertVersion(tx, calendarId, content)
    return { calendarId }
  })

const orderKeys = (tx: Tx): string[] =>
  tx.db
    .prepare<[], string>('SELECT order_key FROM work_calendar WHERE deleted = 0 ORDER BY order_key')
    .pluck()
    .all()

/** @throws Refusal CALENDAR_NOT_FOUND */
export const renameCalendar = (
  kernel: Kernel,
  { commandId, calendarId, name }: OfCalendar & { readonly name: string },
): Outcome<object> =>
  kernel.write({ commandId, label: { command: 'renameCalendar', params: { name } } }, (tx) =>
    update(tx, calendarId, 'name', name),
  )

/** Makes a calendar the department's own. @throws Refusal CALENDAR_NOT_FOUND */
export const makeOwnCalendar = (kernel: Kernel, { commandId, calendarId }: OfCalendar): Outcome<object> =>
  kernel.write({ commandId, label: labelled(kernel, 'makeOwnCalendar', calendarId) }, (tx) => {
    if (findCalendar(tx.db, calendarId).ofDepartment) return {}
    return update(tx, calendarId, 'order_key', orderKeyBetween(null, orderKeys(tx)[0] ?? null))
  })

/** Deletes a calendar. @throws Refusal CALENDAR_NOT_FOUND, CALENDAR_OF_DEPARTMENT, CALENDAR_IN_USE */
export const removeCalendar = (kernel: Kernel, { commandId, calendarId }: OfCalendar): Outcome<object> =>
  kernel.write({ commandId, label: labelled(kernel, 'removeCalendar', calendarId) }, (tx) => {
    if (findCalendar(tx.db, calendarId).ofDepartment) throw new Refusal('CALENDAR_OF_DEPARTMENT')
    const members = tx.db
      .prepare<[string], string>(
        `SELECT m.name FROM calendar_member a JOIN member m ON m.id = a.member_id AND m.deleted = 0
         WHERE a.calendar_id = ? AND a.deleted = 0 ORDER BY m.id`,
      )
      .pluck()
      .all(calendarId)
    if (members.length > 0)
      throw new Refusal('CALENDAR_IN_USE', { names: members.slice(0, 5).join('、'), count: members.length })
    return update(tx, calendarId, 'deleted', 1)
  })

function update(
  tx: Tx,
  calendarId: CalendarId,
  column: 'name' | 'order_key' | 'deleted',
  value: string | number,
): object {
  const { changes } = tx.db
    .prepare(`UPDATE work_calendar SET ${column} = ? WHERE id = ? AND deleted = 0`)
    .run(value, calendarId)
  if (changes === 0) throw new Refusal('CALENDAR_NOT_FOUND')
  return {}
}

/** Says by which calendar members go; null is the department's own. @throws Refusal CALENDAR_NOT_FOUND, MEMBER_NOT_FOUND */
export function assignCalendar(
  kernel: Kernel,
  {
    commandId,
    memberIds,
    calendarId,
  }: {
    readonly commandId: CommandId
    readonly memberIds: readonly MemberId[]
    readonly calendarId: CalendarId | null
  },
): Outcome<object> {
  const params = {
    count: memberIds.length,
    member: nameOf(kernel, 'member', memberIds[0]),
    name: nameOf(kernel, 'work_calendar', calendarId ?? calendarLines(kernel.db)[0]?.id),
  }
  return kernel.write({ commandId, label: { command: 'assignCalendar', params } }, (tx) => {
    const target = calendarId === null ? null : findCalendar(tx.db, calendarId)
    const member = tx.db.prepare<[string], 1>('SELECT 1 FROM member WHERE id = ? AND deleted = 0').pluck()
    for (const memberId of memberIds) {
      if (member.get(memberId) === undefined) throw new Refusal('MEMBER_NOT_FOUND')
      // the department's own needs no row: who has none goes by it, also when another one takes its place
      setAssignment(tx, memberId, target === null || target.ofDepartment ? null : target.id)
    }
    return {}
  })
}

function setAssignment(tx: Tx, memberId: MemberId, calendarId: CalendarId | null): void {
  const id = derivedId(memberId, 'calendar')
  if (calendarId === null) {
    tx.db.prepare('UPDATE calendar_member SET deleted = 1 WHERE id = ? AND deleted = 0').run(id)
    return
  }
  tx.db
    .prepare(
      `INSERT INTO calendar_member (id, member_id, calendar_id) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET calendar_id = excluded.calendar_id, deleted = 0`,
    )
    .run(id, memberId, calendarId)
}

const nameOf = ({ db }: Kernel, table: 'work_calendar' | 'member', id: string | null | undefined): string =>
  db
    .prepare<[string | null], string>(`SELECT name FROM ${table} WHERE id = ?`)
    .pluck()
    .get(id ?? null) ?? ''

const labelled = (kernel: Kernel, command: string, calendarId: CalendarId) => ({
  command,
  params: { name: nameOf(kernel, 'work_calendar', calendarId) },
})
