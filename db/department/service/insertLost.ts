import type { AccountId, CaseId, MemberId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import { listLimits, writeLimit } from '../../recovery/remedies/service/offers.ts'
import type { Calendar } from '../sample/calendar.ts'
import { SAMPLE_LIMITS, SAMPLE_LOST, SAMPLE_OFFERS, type SampleLost } from '../sample/recovery/lost.ts'
import { fenOf } from './fenOf.ts'
import { found } from './found.ts'
import { rowInserter } from './rowInserter.ts'

interface Ids {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  /** by their codes */
  readonly cases: ReadonlyMap<string, CaseId>
}

/** Inserts the sample's lost accounts, what it may offer and up to how much a role may approve, inside a command. */
export function insertLost(tx: Tx, calendar: Calendar, ids: Ids): void {
  const insert = rowInserter(tx)
  for (const lost of SAMPLE_LOST) insertWinBack({ tx, insert, calendar, ...ids }, lost)
  for (const [name, kind, cost] of SAMPLE_OFFERS)
    insert('remedy_offer', { id: tx.newId(), name, kind, cost: fenOf(cost) })
  // a limit that the department set itself stays
  const there = new Set(listLimits({ db: tx.db }).map(({ role }) => role))
  for (const [role, amount] of SAMPLE_LIMITS) if (!there.has(role)) writeLimit(tx, role, fenOf(amount))
}

interface Writer extends Ids {
  readonly tx: Tx
  readonly insert: ReturnType<typeof rowInserter>
  readonly calendar: Calendar
}

function insertWinBack({ tx, insert, calendar, members, accounts, cases }: Writer, lost: SampleLost): void {
  const { interview, worth, decision } = lost
  const id = tx.newId()
  const { ago: askedAgo, ...asked } = interview
  insert('win_back', {
    ...{ id, code: lost.code, account_id: found(accounts, lost.account) },
    case_id: lost.from === null ? null : found(cases, lost.from),
    lost_on: calendar.workday(-lost.lostAgo),
    owner_id: found(members, lost.owner),
    interview: JSON.stringify({ ...asked, personId: null, on: calendar.workday(-askedAgo) }),
    worth: JSON.stringify({ ...worth, yearly: fenOf(worth.yearly), cost: fenOf(worth.cost) }),
    decision: JSON.stringify({
      ...{ decision: decision.decision, reason: decision.reason },
      ...{ memberId: found(members, decision.by), on: calendar.workday(-decision.ago) },
    }),
    outcomes: JSON.stringify(
      Object.fromEntries(
        lost.outcomes.map(([months, outcome, note, ago]) => [
          months,
          { outcome, note, on: calendar.workday(-ago), by: lost.owner },
        ]),
      ),
    ),
  })
  for (const [what, owner, doneAgo] of lost.steps) {
    const on = calendar.workday(-doneAgo)
    insert('win_back_step', {
      ...{ id: tx.newId(), win_back_id: id, what, owner_id: found(members, owner), due_on: on },
      done: JSON.stringify({ on, by: owner, note: '' }),
    })
  }
}
