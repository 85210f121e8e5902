import type { Channel } from '../../../accounts/log/rules/channels.ts'
import { birthdayIn, solarToLunar } from '../../../accounts/people/lunar.ts'
import { readBirthday } from '../../../accounts/people/rules/birthday.ts'
import { isContact, isExecutive, type LoggedSort, PROVEN_BY_LOG } from '../rules/contacts.ts'
import type { Why } from '../rules/reasons.ts'
import type { Settlement } from '../rules/states.ts'
import type { Around } from './sources/around.ts'
import { CELEBRATED } from './sources/greetings.ts'
import type { StoredTask } from './stored.ts'

/** A task that ends of itself, and how. */
export interface Ending {
  readonly task: StoredTask
  readonly settlement: Omit<Settlement, 'at'>
}

/** What it was for is no longer so; or it was done, as its own record says: renewed, sent, answered. */
const GONE: Ending['settlement'] = { state: 'dropped', by: null, note: '', gone: true }
const MET: Ending['settlement'] = { state: 'done', by: null, note: '' }

/** Which open tasks end: what they asked for happened, or their reason is gone. */
export function planEndings(around: Around, open: readonly StoredTask[]): Ending[] {
  const entryOf = entryFinder(around)
  const endOf = endReader(around)
  return open.flatMap((task): Ending[] => {
    const entry = task.accountId === null ? null : entryOf(task.accountId, task.why)
    if (entry !== null) {
      const { id: entryId, on, by } = entry
      return [{ task, settlement: { state: 'done', by, note: '', contact: { entryId, on } } }]
    }
    const settlement = endOf(task)
    return settlement ? [{ task, settlement }] : []
  })
}

interface Entry {
  readonly id: string
  readonly on: string
  readonly by: string | null
  readonly channel: Channel
  readonly role: string | null
}

/** Finds the entry of the work log by which a cadence or a silence began anew; the entry itself is looked up only then. */
function entryFinder({ db, contactsOf }: Around): (accountId: string, why: Why) => Entry | null {
  const entries = db.prepare<[string, string], Entry>(
    `SELECT e.id, e.happened_on AS "on", e.member_id AS by, e.channel, m.role
     FROM log_entry e LEFT JOIN member m ON m.id = e.member_id
     WHERE e.account_id = ? AND e.happened_on = ? AND e.deleted = 0 ORDER BY e.id`,
  )
  return (accountId, why) => {
    if (why.code !== 'silence' && why.code !== 'cadence') return null
    const sort = why.code === 'silence' ? 'any' : PROVEN_BY_LOG.find((one) => one === why.sort)
    const newest = sort && contactsOf(accountId)[sort]
    if (!newest || newest <= (why.last ?? '')) return null
    return entries.all(accountId, newest).find((entry) => fits(sort, entry)) ?? null
  }
}

const fits = (sort: LoggedSort | 'any', { channel, role }: Entry): boolean =>
  sort === 'any' || isContact(sort, channel, isExecutive(role ?? ''))

/** How a task ends by its own record; null while it stands. What people made themselves stays theirs. */
function endReader(around: Around): (task: StoredTask) => Ending['settlement'] | null {
  const birthdays = birthdayReader(around)
  const contracts = around.db
    .prepare<[string], string>('SELECT ends_on FROM account_contract WHERE id = ? AND deleted = 0')
    .pluck()
  const invitations = invitationReader(around)
  const accounts = new Set<string>(around.accountIds)
  return ({ accountId, personId, why }) => {
    if (accountId === null || !accounts.has(accountId)) return null
    switch (why.code) {
      case 'birthday':
        return personId !== null && birthdays(personId, why.on) === why.on ? null : GONE
      case 'contract': {
        const endsOn = contracts.get(why.contractId)
        if (endsOn === undefined) return GONE
        return endsOn === why.endsOn ? null : MET
      }
      case 'invitation': {
        const now = invitations.get(why.eventId, accountId)
        if (!now || now.day !== why.on) return GONE
        return (why.sent ? now.answered : now.sent) === 1 ? MET : null
      }
      default:
        return null
    }
  }
}

const invitationReader = ({ db }: Around) =>
  db.prepare<[string, string], { day: string; sent: number; answered: number }>(
    `SELECT e.day, i.invited_on IS NOT NULL AS sent, i.reply IS NOT NULL AS answered
     FROM club_event e JOIN invitation i ON i.event_id = e.id AND i.deleted = 0
     WHERE e.id = ? AND i.account_id = ? AND e.deleted = 0 AND e.cancelled IS NULL`,
  )

/** When somebody's birthday is kept in the year of a task; undefined where it may no longer be known or celebrated. */
function birthdayReader({ db, today }: Around): (personId: string, on: string) => string | undefined {
  const select = db.prepare<object, { birthday: string | null }>(`${CELEBRATED} AND p.id = @personId`)
  return (personId, on) => {
    const code = select.get({ today, personId })?.birthday
    const birthday = code ? readBirthday(code) : undefined
    if (!birthday) return undefined
    return birthdayIn(
      birthday,
      birthday.calendar === 'lunar' ? solarToLunar(on).year : Number(on.slice(0, 4)),
    )
  }
}
