import { partyCheck } from '../../../accounts/promises/service/add.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkHappened } from '../../ledger/service/days.ts'
import { MINUTES_A_DAY } from '../rules/minutes.ts'

/** What a line must hold before it is written. */
export interface CheckedLine {
  readonly memberId: string
  readonly accountId: string | null
  readonly day: string
  readonly minutes: number
}

/**
 * Checks lines of a command, and at its end the days that they are on. Whoever changes or deletes a line by which a day
 * gets no longer needs no check.
 * @param today YYYY-MM-DD
 */
export function effortCheck(tx: Tx, today: string) {
  const parties = partyCheck(tx)
  const days = new Map<string, readonly [memberId: string, day: string]>()
  return {
    /** @param before its day until now @throws Refusal EFFORT_MINUTES, DAY_TO_COME, DAY_OUT_OF_RANGE, ACCOUNT_NOT_FOUND, MEMBER_NOT_FOUND */
    line({ memberId, accountId, day, minutes }: CheckedLine, before?: string): void {
      if (minutes < 1 || minutes > MINUTES_A_DAY) throw new Refusal('EFFORT_MINUTES', { minutes })
      checkHappened(day, today, before)
      parties.parties(memberId, null)
      if (accountId !== null) parties.account(accountId)
      days.set(`${memberId} ${day}`, [memberId, day])
    },
    /** @throws Refusal EFFORT_DAY_FULL */
    days(): void {
      const sum = tx.db
        .prepare<[string, string], number | null>(
          // the plus keeps SQLite from going through all lines of a member
          'SELECT sum(minutes) FROM effort WHERE day = ? AND +member_id = ? AND deleted = 0',
        )
        .pluck()
      const name = tx.db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck()
      for (const [memberId, day] of days.values()) {
        const minutes = sum.get(day, memberId) ?? 0
        if (minutes > MINUTES_A_DAY)
          throw new Refusal('EFFORT_DAY_FULL', { name: name.get(memberId) ?? '', day, minutes })
      }
    },
  }
}
