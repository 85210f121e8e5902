import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { dayOf } from '../../../accounts/rules/days.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { EffortLine, effort } from '../contract.ts'

type ListInput = z.output<NonNullable<(typeof effort.list)['~orpc']['inputSchema']>>

/** What a line went into, in words. */
export const ABOUT = `CASE e.subject
    WHEN 'request' THEN (SELECT r.code || ' ' || r.title FROM request r WHERE r.id = e.subject_id AND r.deleted = 0)
    WHEN 'task' THEN (SELECT k.title FROM care_task k WHERE k.id = e.subject_id AND k.deleted = 0)
  END`

/** Lines of the ledger, newest day first. */
export function listEffort(kernel: Kernel, input: ListInput) {
  const { db } = kernel
  const where = conditions(input)
  const params = {
    from: input.from ?? null,
    until: input.until ?? null,
    memberId: input.memberId ?? null,
    accountId: input.accountId ?? null,
    subjectId: input.subjectId ?? null,
    limit: input.limit,
  }
  const sums = db
    .prepare<object, { total: number; minutes: number | null }>(
      `SELECT count(*) AS total, sum(e.minutes) AS minutes FROM effort e WHERE ${where}`,
    )
    .get(params)
  const rows = db
    .prepare<object, EffortLine>(
      `SELECT e.id, e.member_id AS memberId, m.name AS member, e.account_id AS accountId, a.name AS account, e.day,
         e.minutes, e.subject, e.subject_id AS subjectId, ${ABOUT} AS about, e.note
       FROM effort e
       LEFT JOIN member m ON m.id = e.member_id AND m.deleted = 0
       LEFT JOIN account a ON a.id = e.account_id AND a.deleted = 0
       WHERE ${where} ORDER BY e.day DESC, e.id DESC LIMIT @limit`,
    )
    .all(params)
  return { today: dayOf(kernel.now()), total: sums?.total ?? 0, minutes: sums?.minutes ?? 0, rows }
}

/** Only what is asked for, so that SQLite uses the index of it. */
const conditions = ({ from, until, memberId, accountId, subjectId }: ListInput): string =>
  [
    'e.deleted = 0',
    from === undefined ? '' : 'e.day >= @from',
    until === undefined ? '' : 'e.day <= @until',
    memberId === undefined ? '' : 'e.member_id = @memberId',
    accountId === undefined ? '' : 'e.account_id = @accountId',
    subjectId === undefined ? '' : 'e.subject_id = @subjectId',
  ]
    .filter((part) => part !== '')
    .join(' AND ')

/** Minutes spent on an account in a span of days. */
export const minutesOn = (
  db: Database.Database,
  accountId: string,
  { from, until }: { readonly from: string; readonly until: string },
): number =>
  db
    .prepare<[string, string, string], number | null>(
      'SELECT sum(minutes) FROM effort WHERE account_id = ? AND day BETWEEN ? AND ? AND deleted = 0',
    )
    .pluck()
    .get(accountId, from, until) ?? 0
