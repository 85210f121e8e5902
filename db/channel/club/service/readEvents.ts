import type Database from 'better-sqlite3'
import { byPinyin, pinyinText } from '../../../accounts/pinyin.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type InputOf, memberNames, readJson } from '../../ledger/service/rows.ts'
import type { ClubEvent, club, Invitation, InvitationTo, Membership, Reply } from '../contract.ts'
import { attendanceOf, eventState, overbooked } from '../rules/seats.ts'
import type { StoredCancelled } from './events.ts'
import { levelsToday, membershipsOn } from './read.ts'

type StoredEvent = Omit<ClubEvent, 'cancelled' | 'state' | 'attendance' | 'overbooked'> & {
  readonly cancelled: string | null
}
type StoredInvitation = Omit<Invitation, 'tier' | 'level' | 'reply'> & { readonly reply: string | null }

const EVENT = `SELECT e.id, e.name, e.kind, e.day, e.time, e.place, e.seats, m.id AS ownerId, m.name AS owner,
  e.note, e.cancelled FROM club_event e LEFT JOIN member m ON m.id = e.owner_id AND m.deleted = 0
  WHERE e.deleted = 0`

/** All events: those to come by their day, then the past ones, newest first. */
export function listEvents(kernel: Kernel): { today: string; rows: ClubEvent[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const complete = completer(db, today)
  const invitations = Map.groupBy(invitationsWhere(db, today, ''), ({ eventId }) => eventId)
  const rows = db
    .prepare<[], StoredEvent>(`${EVENT} ORDER BY e.day DESC, e.time DESC, e.id`)
    .all()
    .map((row) => complete(row, invitations.get(row.id) ?? []))
  const ahead = rows.filter(({ day }) => day >= today).toReversed()
  return { today, rows: [...ahead, ...rows.filter(({ day }) => day < today)] }
}

/** One event with its invitations, by name. @throws Refusal ROW_NOT_FOUND */
export function getEvent(
  kernel: Kernel,
  { eventId }: InputOf<typeof club.event>,
): { today: string; event: ClubEvent; invitations: Invitation[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const row = db.prepare<[string], StoredEvent>(`${EVENT} AND e.id = ?`).get(eventId)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  const invitations = invitationsWhere(db, today, 'AND i.event_id = @id', eventId)
  const spelled = invitations.map((one) => ({ one, name: one.account, pinyin: pinyinText(one.account) }))
  return {
    today,
    event: completer(db, today)(row, invitations),
    invitations: spelled.sort(byPinyin).map(({ one }) => one),
  }
}

/** What the club means to one account. */
export function clubOfAccount(
  kernel: Kernel,
  { accountId }: InputOf<typeof club.ofAccount>,
): { today: string; memberships: Membership[]; invitations: InvitationTo[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const events = new Map(
    db
      .prepare<[], StoredEvent>(EVENT)
      .all()
      .map((event) => [event.id, event]),
  )
  const invitations = invitationsWhere(db, today, 'AND i.account_id = @id', accountId).flatMap(
    (invitation): InvitationTo[] => {
      const event = events.get(invitation.eventId)
      if (!event) return []
      const state = eventState(
        { day: event.day, cancelled: readJson<StoredCancelled>(event.cancelled) },
        today,
      )
      return [{ ...invitation, event: event.name, kind: event.kind, day: event.day, state }]
    },
  )
  invitations.sort((a, b) => (a.day < b.day ? 1 : -1))
  return { today, memberships: membershipsOn(db, today, accountId), invitations }
}

/** Completes a stored event by its invitations. */
function completer(db: Database.Database, today: string) {
  const names = memberNames(db)
  return (row: StoredEvent, invitations: readonly Invitation[]): ClubEvent => {
    const stored = readJson<StoredCancelled>(row.cancelled)
    const cancelled = stored && { ...stored, by: stored.by === null ? null : (names.get(stored.by) ?? null) }
    const attendance = attendanceOf(invitations)
    return {
      ...row,
      cancelled,
      state: eventState({ day: row.day, cancelled }, today),
      attendance,
      overbooked: overbooked(row.seats, attendance),
    }
  }
}

function invitationsWhere(
  db: Database.Database,
  today: string,
  condition: string,
  id: string | null = null,
): Invitation[] {
  const standings = newestStandings(db)
  const levels = levelsToday(db, today)
  return db
    .prepare<object, StoredInvitation>(
      `SELECT i.id, i.event_id AS eventId, i.account_id AS accountId, a.name AS account, p.id AS personId,
         p.name AS person, i.invited_on AS invitedOn, i.reply, i.came, i.note
       FROM invitation i JOIN account a ON a.id = i.account_id AND a.deleted = 0
       JOIN club_event e ON e.id = i.event_id AND e.deleted = 0
       LEFT JOIN person p ON p.id = i.person_id AND p.deleted = 0 WHERE i.deleted = 0 ${condition}`,
    )
    .all({ id })
    .map((row) => ({
      ...row,
      reply: readJson<Reply>(row.reply),
      tier: standings.get(row.accountId)?.tier ?? null,
      level: levels.get(row.accountId)?.name ?? null,
    }))
}
