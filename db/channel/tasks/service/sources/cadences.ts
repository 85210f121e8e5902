import { derivedId } from '../../../../kernel/derivedId.ts'
import { CADENCE_SORTS, type CadenceSort, PROVEN_BY_LOG } from '../../rules/contacts.ts'
import { type Due, dueAfter, dueInTurn, silentSince, spreadOf } from '../../rules/periods.ts'
import type { Why } from '../../rules/reasons.ts'
import { type Around, means, type Wanted } from './around.ts'

/** Contacts that policies want and that are due (A9). */
export function* wantedContacts(around: Around): Generator<Wanted> {
  const { rules, termsOf, today, accountIds } = around
  const rule = rules.cadence
  if (!rule.on) return
  for (const accountId of accountIds) {
    const { tier, terms, policyId } = termsOf(accountId)
    if (!means(rule, tier)) continue
    for (const sort of CADENCE_SORTS) {
      const every = terms.cadence[sort]
      if (every === null) continue
      const last = lastOf(around, accountId, sort)
      const spread = spreadOf(accountId) + CADENCE_SORTS.indexOf(sort)
      const due =
        last === null ? dueInTurn(spread, every, today, rule.ahead) : dueAfter(last, every, today, rule.ahead)
      if (due === null) continue
      const why: Why = { code: 'cadence', sort, every, last, policyId }
      yield wanted(accountId, why, due, rule, sort)
    }
  }
}

/** The newest contact of a sort: by the work log, or by a task of that kind that somebody said they did. */
export function lastOf(
  { contactsOf, lastDone }: Around,
  accountId: string,
  sort: CadenceSort,
): string | null {
  const logged = PROVEN_BY_LOG.find((one) => one === sort)
  const entry = logged === undefined ? undefined : contactsOf(accountId)[logged]
  return later(entry ?? null, lastDone(accountId, sort))
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one

/** Accounts without any real contact for too long; it restarts at the last one. */
export function* wantedAfterSilence({
  rules,
  termsOf,
  contactsOf,
  today,
  accountIds,
}: Around): Generator<Wanted> {
  const rule = rules.silence
  if (!rule.on) return
  for (const accountId of accountIds) {
    const { tier } = termsOf(accountId)
    const last = contactsOf(accountId).any
    const days = tier === null ? null : rule.days[tier]
    if (last === undefined || days === null || !means(rule, tier)) continue
    const due = silentSince(last, days, today)
    if (due !== null) yield wanted(accountId, { code: 'silence', days, last }, due, rule, 'silence')
  }
}

/** Extra, unexpected services (C7): planned, not left to luck. */
export function* wantedServices({ rules, termsOf, lastDone, today, accountIds }: Around): Generator<Wanted> {
  const rule = rules.service
  if (!rule.on) return
  for (const accountId of accountIds) {
    const { tier } = termsOf(accountId)
    const every = tier === null ? null : rule.days[tier]
    if (every === null || !means(rule, tier)) continue
    const last = lastDone(accountId, 'service')
    const due =
      last === null
        ? dueInTurn(spreadOf(accountId), every, today, rule.ahead)
        : dueAfter(last, every, today, rule.ahead)
    if (due !== null) yield wanted(accountId, { code: 'service', every, last }, due, rule, 'service')
  }
}

const wanted = (
  accountId: string,
  why: Why,
  { on, period }: Due,
  rule: Wanted['rule'],
  name: string,
): Wanted => ({
  id: derivedId(accountId, 'care', name, period),
  accountId,
  personId: null,
  why,
  dueOn: on,
  rule,
})
