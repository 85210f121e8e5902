import type { Reply } from '../../../channel/club/contract.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { orderKeysAfter } from '../../../kernel/orderKey.ts'
import { SAMPLE_EVENTS, SAMPLE_LEVELS, SAMPLE_MEMBERSHIPS } from '../../sample/ledgers/club.ts'
import { found } from '../found.ts'
import type { LedgerWriter } from './writer.ts'

/** The sample's club: levels, members, events with their invitations. */
export function insertClub(writer: LedgerWriter): void {
  const { insert, tx, calendar, accounts } = writer
  const keys = orderKeysAfter(null, SAMPLE_LEVELS.length)
  const levels = new Map<string, string>()
  for (const [at, { name, benefits }] of SAMPLE_LEVELS.entries()) {
    const id = tx.newId()
    levels.set(name, id)
    insert('club_level', { id, name, benefits: JSON.stringify(benefits), order_key: keys[at] })
  }
  for (const [account, level, ago, left] of SAMPLE_MEMBERSHIPS)
    insert('club_membership', {
      id: tx.newId(),
      account_id: found(accounts, account),
      level_id: found(levels, level),
      since_on: calendar.day(-ago),
      until_on: left === null ? null : calendar.day(left),
    })
  insertEvents(writer)
}

function insertEvents({ insert, tx, calendar, members, accounts, people }: LedgerWriter): void {
  for (const event of SAMPLE_EVENTS) {
    const { name, kind, time, place, seats, owner, invitations } = event
    const id = tx.newId()
    const day = event.in < 0 ? calendar.workday(event.in) : calendar.dueDay(event.in)
    insert('club_event', { id, name, kind, day, time, place, seats, owner_id: found(members, owner) })
    for (const { account, person, sentAgo, answer, seats: wanted, came } of invitations) {
      const accountId = found(accounts, account)
      const reply: Reply | null =
        answer === null
          ? null
          : { answer, on: calendar.workday(-Math.max(1, (sentAgo ?? 3) - 2)), seats: wanted, note: '' }
      insert('invitation', {
        id: derivedId(id, accountId),
        event_id: id,
        account_id: accountId,
        person_id: person === null ? null : found(people, person),
        invited_on: sentAgo === null ? null : calendar.workday(-sentAgo),
        reply: reply && JSON.stringify(reply),
        came,
      })
    }
  }
}
