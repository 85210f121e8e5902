import { DEFAULT_TERMS } from '../../channel/policies/rules/defaults.ts'
import { EXCEPTIONAL, termOf } from '../../channel/policies/rules/termList.ts'
import { insertException } from '../../channel/policies/service/exceptions.ts'
import { insertVersion } from '../../channel/policies/service/publish.ts'
import { backdated } from '../../kernel/clock.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { Calendar } from '../sample/calendar.ts'
import { SAMPLE_EXCEPTIONS, SAMPLE_POLICIES } from '../sample/policies.ts'
import { found } from './found.ts'

/** Days between a policy's publication and its first day. */
const AHEAD = 7

/** Inserts the sample's policies and exceptions inside a command, as they were published and approved at their time. */
export function insertPolicies(
  tx: Tx,
  accounts: ReadonlyMap<string, AccountId>,
  { day, workday }: Calendar,
): void {
  for (const { tier, from, changes, ...version } of SAMPLE_POLICIES) {
    const terms = Object.entries(changes).reduce(
      (before, [key, value]) => termOf(key)?.write(before, value) ?? before,
      DEFAULT_TERMS[tier],
    )
    insertVersion(
      tx,
      { ...version, tier, terms, fromOn: day(from) },
      backdated(tx.hlc, `${workday(from - AHEAD)}T08:00:00.000Z`),
    )
  }
  for (const { account, from, until, terms, ...exception } of SAMPLE_EXCEPTIONS)
    insertException(tx, {
      ...exception,
      accountId: found(accounts, account),
      fromOn: day(from),
      untilOn: day(until),
      terms: EXCEPTIONAL.flatMap(({ key }) => {
        const value = terms[key]
        return value === undefined ? [] : [{ key, value }]
      }),
    })
}
