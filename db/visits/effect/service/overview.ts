import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { standingsIn } from '../../../accounts/service/standings.ts'
import type { AccountId, MemberId, VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { effectOf, type MadeThere } from '../../minutes/rules/effect.ts'
import { madeThere, stoodAt } from '../../minutes/service/read.ts'
import { tookPlace } from '../../rules/states.ts'
import { tierReader } from '../../service/read.ts'
import { outcomeOf, progressOf } from '../../service/stored.ts'
import type { AccountEffect, ExecutiveEffect } from '../contract.ts'

/** Days before and after visits in which signs of risk are counted. */
const AROUND = 90

interface Held {
  readonly id: VisitId
  readonly day: string
  readonly leadId: MemberId | null
  readonly lead: string | null
  readonly points: number | null
  readonly promises: readonly MadeThere[]
  readonly accounts: readonly { readonly id: AccountId; readonly name: string }[]
}

/** How the visits held in a span worked. */
export function effectOverview(kernel: Kernel, span: { readonly from: string; readonly until: string }) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const held = heldIn(db, span, today)
  return {
    today,
    held: held.length,
    points: average(held.map(({ points }) => points)),
    executives: executivesOf(held, today),
    accounts: accountsOf(db, held, today),
  }
}

/** The average of what is known; null where nothing is. */
function average(points: readonly (number | null)[]): number | null {
  const known = points.filter((one) => one !== null)
  return known.length === 0 ? null : Math.round(known.reduce((sum, one) => sum + one, 0) / known.length)
}

function heldIn(db: Database.Database, span: { from: string; until: string }, today: string): Held[] {
  const accounts = db.prepare<[string], { id: AccountId; name: string }>(
    `SELECT a.id, a.name FROM visit_account w JOIN account a ON a.id = w.account_id AND a.deleted = 0
     WHERE w.visit_id = ? AND w.deleted = 0 ORDER BY w.order_key, w.id`,
  )
  return db
    .prepare<
      object,
      Pick<Held, 'id' | 'day' | 'leadId' | 'lead'> & { progress: string; outcome: string | null }
    >(
      `SELECT v.id, v.day, v.progress, v.outcome, m.id AS leadId, m.name AS lead FROM visit v
       LEFT JOIN member m ON m.deleted = 0 AND m.id = (SELECT q.member_id FROM visit_member q
         WHERE q.visit_id = v.id AND q.part = 'leads' AND q.deleted = 0 ORDER BY q.id LIMIT 1)
       WHERE v.day BETWEEN @from AND @until AND v.deleted = 0 ORDER BY v.day, v.id`,
    )
    .all(span)
    .filter(({ progress }) => tookPlace(progressOf(progress).state))
    .map(({ id, day, leadId, lead, outcome }) => {
      const promises = madeThere(db, id)
      const { points } = effectOf({ ...outcomeOf(outcome), promises, stood: stoodAt(db, id) }, today)
      return { id, day, leadId, lead, points, promises, accounts: accounts.all(id) }
    })
}

function executivesOf(held: readonly Held[], today: string): ExecutiveEffect[] {
  const led = Map.groupBy(
    held.filter(({ leadId }) => leadId !== null),
    ({ leadId }) => leadId,
  )
  return [...led]
    .flatMap(([memberId, visits]) => {
      const promises = visits.flatMap((visit) => visit.promises)
      const kept = promises.filter(({ state }) => state === 'kept').length
      const missed = promises.filter(
        ({ state, dueOn }) => state === 'broken' || (state === 'open' && dueOn !== null && dueOn < today),
      ).length
      const points = average(visits.map((visit) => visit.points))
      const name = visits[0]?.lead ?? ''
      return memberId === null
        ? []
        : [{ memberId, name, held: visits.length, points, kept, due: kept + missed }]
    })
    .toSorted((one, other) => other.held - one.held || one.name.localeCompare(other.name, 'zh'))
}

function accountsOf(db: Database.Database, held: readonly Held[], today: string): AccountEffect[] {
  const tierOf = tierReader(db)
  const byAccount = Map.groupBy(
    held.flatMap((visit) => visit.accounts.map((account) => ({ account, visit }))),
    ({ account }) => account.id,
  )
  return [...byAccount]
    .map(([accountId, visits]) => {
      const days = visits.map(({ visit }) => visit.day)
      const [first = today, last = today] = [days[0], days.at(-1)]
      const { before, after } = scoresAround(db, accountId, first)
      return {
        accountId,
        name: visits[0]?.account.name ?? '',
        tier: tierOf(accountId),
        held: visits.length,
        points: average(visits.map(({ visit }) => visit.points)),
        first,
        last,
        scoreBefore: before,
        scoreAfter: after,
        riskBefore: riskSigns(db, accountId, addDays(first, -AROUND), addDays(first, -1)),
        riskAfter: riskSigns(db, accountId, addDays(last, 1), addDays(last, AROUND)),
        settled: addDays(last, AROUND) <= today,
      }
    })
    .toSorted((one, other) => other.held - one.held || one.name.localeCompare(other.name, 'zh'))
}

/** Scores by the round published last before a day, and by the newest one after it. */
function scoresAround(
  db: Database.Database,
  accountId: AccountId,
  day: string,
): { before: number | null; after: number | null } {
  const standings = standingsIn(db, accountId)
  const before = standings.find(({ publishedAt }) => dayOf(Date.parse(publishedAt)) < day)
  const [newest] = standings
  const isAfter = newest !== undefined && dayOf(Date.parse(newest.publishedAt)) >= day
  return { before: before?.score ?? null, after: isAfter ? newest.score : null }
}

/** Promises of ours that were broken, and quality incidents, from one day to another. */
const riskSigns = (db: Database.Database, accountId: AccountId, from: string, until: string): number =>
  db
    .prepare<object, number>(
      `SELECT (SELECT count(*) FROM promise WHERE account_id = @accountId AND side = 'ours' AND deleted = 0
          AND settlement ->> '$.state' = 'broken' AND settlement ->> '$.on' BETWEEN @from AND @until)
        + (SELECT count(*) FROM quality_incident WHERE account_id = @accountId AND deleted = 0
          AND happened_on BETWEEN @from AND @until)`,
    )
    .pluck()
    .get({ accountId, from, until }) ?? 0
