import type Database from 'better-sqlite3'
import { dayOf } from '../../accounts/rules/days.ts'
import { readJson } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { VisitId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Point, VisitSheet } from '../contract.ts'
import { isAhead } from '../rules/states.ts'
import { reviewedOf } from './change.ts'
import { clashesOf } from './clashes.ts'
import { costsOf } from './costs.ts'
import { giftsOf } from './gifts.ts'
import { openIssues } from './issues.ts'
import { storedLine, tierReader, toLine } from './read.ts'
import { readinessFor } from './readiness.ts'
import { accountsOf, ourSide, theirSide } from './sides.ts'
import { outcomeOf, progressOf } from './stored.ts'
import { topicsOf } from './topics.ts'

interface Words {
  readonly place: string
  readonly travel: string
  readonly interpreter: string
  readonly wished: string
  readonly asks: string
  readonly gives: string
  readonly sayings: string
  readonly unsaid: string
  readonly sensitivities: string
  readonly budget: number | null
  readonly reviewed: string | null
  readonly repeatsEvery: number | null
}

/** One visit with all that is known of it. @throws Refusal VISIT_NOT_FOUND */
export function getVisit(
  kernel: Kernel,
  { visitId }: { readonly visitId: VisitId },
): { today: string; now: number; visit: VisitSheet } {
  const { db } = kernel
  const now = kernel.now()
  const today = dayOf(now)
  const row = storedLine(db, visitId)
  const words = wordsOf(db, visitId)
  if (!row || !words) throw new Refusal('VISIT_NOT_FOUND')
  const tierOf = tierReader(db)
  const line = toLine(row, today, tierOf)
  const accounts = accountsOf(db, visitId)
  const { asks, gives, sayings, reviewed, ...texts } = words
  const seen = reviewedOf(reviewed)
  const read = new Set(seen?.issues)
  const known = {
    ...line,
    ...texts,
    asks: pointsOf(asks),
    gives: pointsOf(gives),
    sayings: pointsOf(sayings),
    with: accounts.map(({ id, name }) => ({ id, name, tier: tierOf(id) })),
    ours: ourSide(db, visitId),
    theirs: theirSide(db, visitId, today),
    topics: topicsOf(db, visitId),
    gifts: giftsOf(db, visitId, line.day),
    costs: costsOf(db, visitId),
    issues: openIssues(
      db,
      accounts.map(({ id }) => id),
      today,
    ).map((issue) => ({ ...issue, read: read.has(issue.key) })),
    figuresRead: seen?.figures ?? false,
  }
  const { approvedAt, minutesDueOn } = progressOf(row.progress)
  const visit: VisitSheet = {
    ...known,
    cost: [...known.costs, ...known.gifts].reduce((sum, { amount }) => sum + amount, 0),
    outcome: outcomeOf(row.outcome),
    readiness: readinessFor(kernel, known, {
      accountId: accounts[0]?.id ?? null,
      approved: approvedAt !== null,
    }),
    clashes: isAhead(line.state) ? clashesOf(db, line) : [],
    events: eventsOf(db, visitId),
    minutesDueOn,
    brief: newestBrief(db, visitId),
  }
  return { today, now, visit }
}

const wordsOf = (db: Database.Database, visitId: VisitId): Words | undefined =>
  db
    .prepare<[VisitId], Words>(
      `SELECT place, travel, interpreter, wished, asks, gives, sayings, unsaid, sensitivities, budget, reviewed,
         repeats ->> '$.every' AS repeatsEvery
       FROM visit WHERE id = ? AND deleted = 0`,
    )
    .get(visitId)

const pointsOf = (json: string): Point[] => readJson<Point[]>(json) ?? []

type StoredEvent = Omit<VisitSheet['events'][number], 'at'> & { readonly at: string }

const eventsOf = (db: Database.Database, visitId: VisitId): VisitSheet['events'] =>
  db
    .prepare<[VisitId], StoredEvent>(
      `SELECT id, kind, at, by, note, detail ->> '$.from' AS "from" FROM visit_event
       WHERE visit_id = ? AND deleted = 0 ORDER BY recorded_at, id`,
    )
    .all(visitId)
    .map((event) => ({ ...event, at: Date.parse(event.at) }))

const newestBrief = (db: Database.Database, visitId: VisitId): VisitSheet['brief'] => {
  const row = db
    .prepare<[VisitId], { version: number; frozenAt: string; by: string }>(
      `SELECT count(*) OVER () AS version, frozen_at AS frozenAt, by FROM visit_brief
       WHERE visit_id = ? AND deleted = 0 ORDER BY recorded_at DESC LIMIT 1`,
    )
    .get(visitId)
  return row ? { ...row, frozenAt: Date.parse(row.frozenAt) } : null
}
