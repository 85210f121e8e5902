import { addDays } from '../../../../accounts/rules/days.ts'
import { derivedId } from '../../../../kernel/derivedId.ts'
import type { AccountId } from '../../../../kernel/ids.ts'
import { type Around, means, type Wanted } from './around.ts'

/** A contract that ended longer ago than this was not forgotten but given up. */
const ENDED_DAYS = 30
/** So many days before an event an answer is asked for. */
const ANSWER_DAYS = 7

/** Contracts that run out; due when half of the time that the department gave itself is over. */
export function* wantedRenewals({ db, rules, termsOf, today }: Around): Generator<Wanted> {
  const rule = rules.contract
  if (!rule.on) return
  const ending = db.prepare<object, { id: string; accountId: AccountId; endsOn: string }>(
    `SELECT c.id, c.account_id AS accountId, c.ends_on AS endsOn FROM account_contract c
     JOIN account a ON a.id = c.account_id AND a.deleted = 0
     WHERE c.deleted = 0 AND c.ends_on BETWEEN @from AND @until`,
  )
  const window = { from: addDays(today, -ENDED_DAYS), until: addDays(today, rule.ahead) }
  for (const { id, accountId, endsOn } of ending.iterate(window)) {
    const { tier } = termsOf(accountId)
    if (tier !== null && !means(rule, tier)) continue
    const half = addDays(endsOn, -Math.floor(rule.ahead / 2))
    yield {
      id: derivedId(id, 'care', 'contract', endsOn),
      accountId,
      personId: null,
      why: { code: 'contract', contractId: id, endsOn },
      dueOn: half < today ? today : half,
      rule,
    }
  }
}

/** Invitations that have not gone out though the event is near, and answers that are missing shortly before it. */
export function* wantedInvitations({ db, rules, termsOf, today }: Around): Generator<Wanted> {
  const rule = rules.invitation
  if (!rule.on) return
  const open = db.prepare<object, Invited>(
    `SELECT i.account_id AS accountId, i.person_id AS personId, e.id AS eventId, e.day,
       i.invited_on IS NOT NULL AS sent
     FROM club_event e JOIN invitation i ON i.event_id = e.id AND i.deleted = 0
     JOIN account a ON a.id = i.account_id AND a.deleted = 0
     WHERE e.deleted = 0 AND e.cancelled IS NULL AND e.day BETWEEN @today AND @until
       AND (i.invited_on IS NULL OR (i.reply IS NULL AND e.day <= @near))`,
  )
  const window = { today, until: addDays(today, rule.ahead), near: addDays(today, ANSWER_DAYS) }
  for (const { accountId, personId, eventId, day, sent } of open.iterate(window)) {
    const { tier } = termsOf(accountId)
    if (tier !== null && !means(rule, tier)) continue
    const stage = sent === 1 ? 'answer' : 'send'
    const wish = sent === 1 ? addDays(day, -3) : addDays(day, -Math.floor(rule.ahead / 2))
    yield {
      id: derivedId(accountId, 'care', 'invitation', eventId, day, stage),
      accountId,
      personId,
      why: { code: 'invitation', eventId, on: day, sent: sent === 1 },
      dueOn: wish < today ? today : wish,
      rule,
    }
  }
}

interface Invited {
  readonly accountId: AccountId
  readonly personId: string | null
  readonly eventId: string
  readonly day: string
  readonly sent: number
}
