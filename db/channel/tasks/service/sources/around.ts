import type Database from 'better-sqlite3'
import type { Channel } from '../../../../accounts/log/rules/channels.ts'
import { dayOf } from '../../../../accounts/rules/days.ts'
import type { Tier } from '../../../../evaluation/rules/tiers.ts'
import type { AccountId } from '../../../../kernel/ids.ts'
import { termsReader } from '../../../policies/service/termsOf.ts'
import type { CareRule } from '../../rules/careRules.ts'
import { isExecutive, type LoggedSort, sortsProven } from '../../rules/contacts.ts'
import type { CareReason, Why } from '../../rules/reasons.ts'
import { reasonKey, subjectOf } from '../../rules/reasons.ts'
import type { TaskKind } from '../../rules/words.ts'
import { DONE_BY_WORD } from '../../tables.ts'
import { careRulesInForce } from '../careRules.ts'

/** A task that a reason wants, before it is known whether there is one and whose it would be. */
export interface Wanted {
  /** derived from the reason and its period: the same reason never makes a second one */
  readonly id: string
  readonly accountId: string
  readonly personId: string | null
  readonly why: Why
  readonly dueOn: string
  readonly rule: CareRule
}

/** The newest days (YYYY-MM-DD) of an account's contacts: of any sort, and of each that an entry can prove. */
export type Contacts = Readonly<Partial<Record<LoggedSort | 'any', string>>>

/** Everything that the reasons look at, read at once: ten thousand accounts take no query of their own. */
export interface Around {
  readonly db: Database.Database
  /** YYYY-MM-DD */
  readonly today: string
  readonly accountIds: readonly AccountId[]
  readonly rules: Readonly<Record<CareReason, CareRule>>
  readonly termsOf: ReturnType<typeof termsReader>
  readonly contactsOf: (accountId: string) => Contacts
  /** the newest day on which a task of a kind was done for an account; null for never */
  readonly lastDone: (accountId: string, kind: TaskKind) => string | null
}

/** Reads what the reasons look at. */
export function readAround(db: Database.Database, today: string): Around {
  const contacts = readContacts(db)
  const done = readDone(db)
  return {
    db,
    today,
    accountIds: db
      .prepare<[], AccountId>('SELECT id FROM account WHERE deleted = 0 ORDER BY id')
      .pluck()
      .all(),
    rules: careRulesInForce(db),
    termsOf: termsReader(db, today),
    contactsOf: (accountId) => contacts.get(accountId) ?? NO_CONTACT,
    lastDone: (accountId, kind) => done.get(accountId)?.[kind] ?? null,
  }
}

const NO_CONTACT: Contacts = {}

/** Whether a rule means accounts of a tier. */
export const means = ({ tiers }: CareRule, tier: Tier | null): boolean =>
  tier !== null && tiers.includes(tier)

/** What is one and the same for all tasks of a wanted one's reason. */
export const keyOf = ({ accountId, personId, why }: Pick<Wanted, 'accountId' | 'personId' | 'why'>): string =>
  `${subjectOf(why, accountId, personId)} ${reasonKey(why) ?? ''}`

function readContacts(db: Database.Database): ReadonlyMap<string, Contacts> {
  const executives = new Set(
    db
      .prepare<[], { id: string; role: string }>('SELECT id, role FROM member')
      .all()
      .filter(({ role }) => isExecutive(role))
      .map(({ id }) => id),
  )
  const found = new Map<string, Partial<Record<LoggedSort | 'any', string>>>()
  const rows = db
    .prepare<[], [string, Channel, string | null, string]>(
      // in the order of the file: by account would be a jump for each entry
      `SELECT account_id, channel, member_id, max(happened_on) FROM log_entry NOT INDEXED
       WHERE deleted = 0 AND account_id IS NOT NULL GROUP BY account_id, channel, member_id`,
    )
    .raw()
  for (const [accountId, channel, memberId, on] of rows.iterate()) {
    const known = found.get(accountId) ?? {}
    found.set(accountId, known)
    const byExecutive = memberId !== null && executives.has(memberId)
    for (const sort of ['any', ...sortsProven(channel, byExecutive)] as const)
      if (on > (known[sort] ?? '')) known[sort] = on
  }
  return found
}

/** Tasks that an entry of the log ended count by that entry; those that somebody ended by their own word here. */
function readDone(db: Database.Database): ReadonlyMap<string, Readonly<Partial<Record<TaskKind, string>>>> {
  const rows = db
    .prepare<[], [string, TaskKind, string]>(
      `SELECT account_id, kind, max(settlement ->> '$.at') FROM care_task INDEXED BY care_task_done
       WHERE ${DONE_BY_WORD} AND account_id IS NOT NULL GROUP BY account_id, kind`,
    )
    .raw()
  const found = new Map<string, Partial<Record<TaskKind, string>>>()
  for (const [accountId, kind, at] of rows.iterate()) {
    const known = found.get(accountId) ?? {}
    found.set(accountId, known)
    known[kind] = dayOf(Date.parse(at))
  }
  return found
}
