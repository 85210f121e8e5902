import type Database from 'better-sqlite3'
import { dayOf } from '../../accounts/rules/days.ts'
import { standingReader } from '../../accounts/service/standings.ts'
import type { InputOf } from '../../channel/ledger/service/rows.ts'
import { TIERS, type Tier } from '../../evaluation/rules/tiers.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { VisitLine, visits } from '../contract.ts'
import { isAhead } from '../rules/states.ts'
import { outcomeOf, progressOf } from './stored.ts'

/** Columns of a line; the first account comes from its own join. */
const LINE = `v.id, v.code, v.title, v.direction, v.kind, t.id AS tripId, t.name AS trip, v.day, v.time, v.minutes, v.city,
  v.progress, v.outcome, o.id AS ownerId, o.name AS owner, l.id AS leadId, l.name AS lead, a.id AS accountId,
  a.name AS account, v.objective,
  (SELECT count(*) FROM visit_account w JOIN account b ON b.id = w.account_id AND b.deleted = 0
     WHERE w.visit_id = v.id AND w.deleted = 0) AS accounts`

const FROM = `FROM visit v
  LEFT JOIN trip t ON t.id = v.trip_id AND t.deleted = 0
  LEFT JOIN member o ON o.id = v.owner_id AND o.deleted = 0
  LEFT JOIN member l ON l.deleted = 0 AND l.id = (SELECT q.member_id FROM visit_member q
    WHERE q.visit_id = v.id AND q.part = 'leads' AND q.deleted = 0 ORDER BY q.id LIMIT 1)
  LEFT JOIN account a ON a.id = (SELECT w.account_id FROM visit_account w JOIN account b ON b.id = w.account_id
      AND b.deleted = 0 WHERE w.visit_id = v.id AND w.deleted = 0 ORDER BY w.order_key, w.id LIMIT 1)`

/** A line as it is stored. */
export type StoredLine = Omit<VisitLine, 'state' | 'since' | 'missed' | 'tier' | 'reach'> & {
  readonly progress: string
  readonly outcome: string | null
}

/** Visits of a span of days, an account, one of ours or a trip; by day and time, the first of them where there is a limit. */
export function listVisits(kernel: Kernel, input: InputOf<typeof visits.list>) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const where = [
    'v.deleted = 0',
    ...(input.from === undefined ? [] : ['v.day >= @from']),
    ...(input.until === undefined ? [] : ['v.day <= @until']),
    ...(input.tripId === undefined ? [] : ['v.trip_id = @tripId']),
    ...(input.accountId === undefined
      ? []
      : ['v.id IN (SELECT visit_id FROM visit_account WHERE account_id = @accountId AND deleted = 0)']),
    ...(input.memberId === undefined
      ? []
      : ['v.id IN (SELECT visit_id FROM visit_member WHERE member_id = @memberId AND deleted = 0)']),
  ]
  const rows = db
    .prepare<object, StoredLine>(
      `SELECT ${LINE} ${FROM} WHERE ${where.join(' AND ')} ORDER BY v.day, v.time, v.id LIMIT @most`,
    )
    // one more than asked for tells whether there are more; less than nought is no limit
    .all({ ...input, most: input.limit === undefined ? -1 : input.limit + 1 })
  const tierOf = tierReader(db)
  const more = input.limit !== undefined && rows.length > input.limit
  return { today, more, rows: rows.slice(0, input.limit).map((row) => toLine(row, today, tierOf)) }
}

/** One visit as a line; undefined where it isn't there. */
export const storedLine = (db: Database.Database, visitId: string): StoredLine | undefined =>
  db.prepare<[string], StoredLine>(`SELECT ${LINE} ${FROM} WHERE v.id = ? AND v.deleted = 0`).get(visitId)

/** A line with where it stands. @param today YYYY-MM-DD */
export function toLine(
  { progress, outcome, ...line }: StoredLine,
  today: string,
  tierOf: (accountId: string | null) => Tier | null,
): VisitLine {
  const { state, since } = progressOf(progress)
  const missed = isAhead(state) && line.day < today
  return { ...line, state, since, missed, tier: tierOf(line.accountId), reach: outcomeOf(outcome).reach }
}

/** Where accounts stand; null for those without a tier. */
export function tierReader(db: Database.Database): (accountId: string | null) => Tier | null {
  const standing = standingReader(db)
  const known = new Map<string, Tier | null>()
  return (accountId) => {
    if (accountId === null) return null
    const before = known.get(accountId)
    if (before !== undefined) return before
    const tier = TIERS.find((each) => each === standing(accountId)?.tier) ?? null
    known.set(accountId, tier)
    return tier
  }
}
