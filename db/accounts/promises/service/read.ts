import type Database from 'better-sqlite3'
import type { z } from 'zod'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { addDays, dayOf } from '../../rules/days.ts'
import type { PromiseLine, promises, Standing } from '../contract.ts'
import { keptRate, RECENT_DAYS, type Tally } from '../rules/keptRate.ts'
import type { PromiseSide, PromiseState } from '../rules/states.ts'

type ListInput = z.output<NonNullable<(typeof promises.list)['~orpc']['inputSchema']>>
type Whose = Pick<ListInput, 'accountId' | 'personId' | 'memberId'>

/** Promises of accounts that are there; the state comes out of the settlement. */
const FROM = `FROM promise p JOIN account a ON a.id = p.account_id AND a.deleted = 0`
const STATE = `coalesce(p.settlement ->> '$.state', 'open')`

const SHOWN = {
  all: '1',
  open: 'p.settlement IS NULL',
  late: 'p.settlement IS NULL AND p.due_on < @today',
  settled: 'p.settlement IS NOT NULL',
} as const satisfies Record<ListInput['show'], string>

/** A page of promises: open ones first by their day, then settled ones, newest settlement first. */
export function listPromises(
  kernel: Kernel,
  input: ListInput,
): { today: string; total: number; rows: PromiseLine[] } {
  const today = dayOf(kernel.now())
  const params = { ...whoseParams(input), side: input.side ?? null, today }
  const where = `WHERE p.deleted = 0 AND ${whoseSql(input)} AND ${SHOWN[input.show]}
    AND (@side IS NULL OR p.side = @side)`
  const total = kernel.db.prepare<object, number>(`SELECT count(*) ${FROM} ${where}`).pluck().get(params) ?? 0
  const rows = kernel.db
    .prepare<object, PromiseLine>(
      `SELECT p.id, p.account_id AS accountId, a.name AS account, p.side,
         m.id AS memberId, m.name AS member, q.id AS personId, q.name AS person,
         p.what, p.made_on AS madeOn, p.due_on AS dueOn, ${STATE} AS state,
         p.settlement ->> '$.on' AS settledOn, s.name AS settledBy,
         coalesce(p.settlement ->> '$.note', '') AS note, p.source, p.source_id AS sourceId
       ${FROM}
       LEFT JOIN member m ON m.id = p.member_id AND m.deleted = 0
       LEFT JOIN person q ON q.id = p.person_id AND q.deleted = 0
       LEFT JOIN member s ON s.id = p.settlement ->> '$.by'
       ${where}
       ORDER BY p.settlement IS NOT NULL, CASE WHEN p.settlement IS NULL THEN p.due_on IS NULL END,
         CASE WHEN p.settlement IS NULL THEN p.due_on END, settledOn DESC, p.id
       LIMIT @limit OFFSET @offset`,
    )
    .all({ ...params, limit: input.limit, offset: input.offset })
  return { today, total, rows }
}

/** How promises stand on the kernel's day, ours and theirs apart. */
export function promiseStanding(
  kernel: Kernel,
  whose: Whose,
): { today: string; ours: Standing; theirs: Standing } {
  const today = dayOf(kernel.now())
  return { today, ...standingOn(kernel.db, whose, today) }
}

/** The same for a caller that has the day: the head of an account, a hand-over pack, a briefing. */
export function standingOn(
  db: Database.Database,
  whose: Whose,
  today: string,
): { ours: Standing; theirs: Standing } {
  const counts = db
    .prepare<object, Count & { side: PromiseSide }>(
      `SELECT p.side, ${COUNT} ${FROM} WHERE p.deleted = 0 AND ${whoseSql(whose)} GROUP BY p.side, state`,
    )
    .all({ ...whoseParams(whose), ...days(today) })
  const of = (side: PromiseSide): Standing => toStanding(counts.filter((count) => count.side === side))
  return { ours: of('ours'), theirs: of('theirs') }
}

/** How our promises stand by the member who made them (E4), by name. */
export function standingByMember(
  kernel: Kernel,
): { memberId: MemberId; member: string; standing: Standing }[] {
  const rows = kernel.db
    .prepare<object, Count & { memberId: MemberId; member: string }>(
      `SELECT m.id AS memberId, m.name AS member, ${COUNT} ${FROM}
       JOIN member m ON m.id = p.member_id AND m.deleted = 0
       WHERE p.deleted = 0 AND p.side = 'ours' GROUP BY m.id, state ORDER BY m.name, m.id`,
    )
    .all(days(dayOf(kernel.now())))
  return [...Map.groupBy(rows, ({ memberId }) => memberId)].map(([memberId, counts]) => ({
    memberId,
    member: counts[0]?.member ?? '',
    standing: toStanding(counts),
  }))
}

/** How many promises of a state there are, how many of them settled recently, how many late. */
interface Count {
  readonly state: PromiseState
  readonly count: number
  readonly recent: number
  readonly late: number
}

const COUNT = `${STATE} AS state, count(*) AS count,
  sum(p.settlement IS NULL OR p.settlement ->> '$.on' > @since) AS recent,
  sum(p.settlement IS NULL AND p.due_on IS NOT NULL AND p.due_on < @today) AS late`

const days = (today: string) => ({ today, since: addDays(today, -RECENT_DAYS) })

function toStanding(counts: readonly Count[]): Standing {
  const tally = (read: (count: Count) => number): Standing['all'] => {
    const of = (state: PromiseState): number =>
      counts.filter((count) => count.state === state).reduce((sum, count) => sum + read(count), 0)
    const result: Tally = {
      open: of('open'),
      late: counts.reduce((sum, { late }) => sum + late, 0),
      kept: of('kept'),
      broken: of('broken'),
      released: of('released'),
    }
    return { ...result, rate: keptRate(result) }
  }
  return { all: tally(({ count }) => count), recent: tally(({ recent }) => recent) }
}

/** The condition on whose promises are meant: only what is given, so that SQLite uses the index of it. */
const whoseSql = ({ accountId, personId, memberId }: Whose): string =>
  [
    accountId === undefined ? '' : 'p.account_id = @accountId',
    personId === undefined ? '' : 'p.person_id = @personId',
    memberId === undefined ? '' : 'p.member_id = @memberId',
  ]
    .filter((part) => part !== '')
    .join(' AND ') || '1'

const whoseParams = ({ accountId, personId, memberId }: Whose) => ({
  accountId: accountId ?? null,
  personId: personId ?? null,
  memberId: memberId ?? null,
})
