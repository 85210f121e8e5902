import type Database from 'better-sqlite3'
import { headFigures } from '../../../accounts/portrait/rules/headFigures.ts'
import { listFigures } from '../../../accounts/service/figures.ts'
import { readFigures } from '../../../accounts/service/figureValues.ts'
import { rankedIn, standingsIn } from '../../../accounts/service/standings.ts'
import { splitAccount } from '../../../evaluation/moves/service/split.ts'
import { TIERS } from '../../../evaluation/rules/tiers.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { BriefContent } from '../contract.ts'
import { BRIEF_FIGURES } from '../rules/words.ts'

type FigureRow = BriefContent['sections']['figures'][number]
type StandingRow = BriefContent['sections']['standing'][number]

/** What a figure of overdue money is called. */
const OVERDUE = /逾期|overdue|past due/i
/** Years of purchases that show a trend. */
const YEARS = 4
/** Rounds whose scores show a trend. */
const ROUNDS = 6
/** Reasons for a change of score that are worth a leader's time. */
const REASONS = 4

/** Figures of accounts as the department keeps them, and what each bought from us year by year. */
export function figureRows(db: Database.Database, ids: readonly AccountId[]): FigureRow[] {
  const figures = listFigures(db)
  const overdue = figures.find(({ name, unit }) => unit === 'money' && OVERDUE.test(name)) ?? null
  const found = { ...headFigures(figures.filter((figure) => figure !== overdue)), overdue }
  const accounts = JSON.stringify(ids)
  const stored = db
    .prepare<[string], { id: AccountId; figures: string }>(
      'SELECT a.id, a.figures FROM json_each(?) one JOIN account a ON a.id = one.value ORDER BY one.key',
    )
    .all(accounts)
  const known = stored.flatMap(({ id, figures: json }) => {
    const values = readFigures(json)
    return BRIEF_FIGURES.flatMap((figure): FigureRow[] => {
      const kept = found[figure]
      const value = kept === null ? null : (values[kept.id] ?? null)
      if (kept === null || value === null) return []
      const key = `${figure}:${id}`
      return [
        {
          key,
          private: false,
          kind: 'figure',
          accountId: id,
          figure,
          name: kept.name,
          unit: kept.unit,
          value,
        },
      ]
    })
  })
  const bought = db
    .prepare<[string, number], { accountId: AccountId; year: number; amount: number }>(BOUGHT)
    .all(accounts, YEARS)
  return [
    ...known,
    ...bought.map(
      (row): FigureRow => ({
        key: `bought:${row.accountId}:${row.year}`,
        private: false,
        kind: 'bought',
        ...row,
      }),
    ),
  ]
}

const BOUGHT = `SELECT accountId, year, amount FROM (
    SELECT w.account_id AS accountId, w.year, sum(w.amount) AS amount, one.key AS place,
      row_number() OVER (PARTITION BY w.account_id ORDER BY w.year DESC) AS age
    FROM json_each(?) one JOIN wallet w ON w.account_id = one.value
    WHERE w.competitor_id IS NULL AND w.deleted = 0 GROUP BY w.account_id, w.year)
  WHERE age <= ? ORDER BY place, year`

/** Where accounts stand, how their scores went, and for a single account what moved its score since the round before. */
export function standingRows(kernel: Kernel, ids: readonly AccountId[]): StandingRow[] {
  return ids.flatMap((accountId): StandingRow[] => {
    const standings = standingsIn(kernel.db, accountId)
    const [newest, before] = standings
    if (!newest) return []
    const { score } = newest
    const row: StandingRow = {
      ...{ key: `standing:${accountId}`, private: false, kind: 'standing', accountId },
      tier: TIERS.find((tier) => tier === newest.tier) ?? null,
      score,
      change: score === null || before?.score == null ? null : score - before.score,
      rank: newest.rank,
      ranked: rankedIn(kernel.db, newest.publicationId),
      trend: standings
        .slice(0, ROUNDS)
        .flatMap(({ roundName, score: then }) => (then === null ? [] : [{ round: roundName, score: then }]))
        .reverse(),
    }
    // splitting reads both rounds whole: worth it for the one account that the talk is about
    return ids.length > 1 || !before
      ? [row]
      : [row, ...movedRows(kernel, accountId, before.publicationId, newest.publicationId)]
  })
}

type Publication = ReturnType<typeof standingsIn>[number]['publicationId']

function movedRows(
  kernel: Kernel,
  accountId: AccountId,
  fromId: Publication,
  toId: Publication,
): StandingRow[] {
  const { steps, lines } = splitAccount(kernel, { fromId, toId, under: 'own', accountId })
  return (steps ?? [])
    .map(({ part, line, before, after }) => ({ part, line, by: after - before }))
    .filter(({ by }) => by !== 0)
    .toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))
    .slice(0, REASONS)
    .map(({ part, line, by }) => ({
      key: `moved:${accountId}:${part}:${line ?? ''}`,
      private: false,
      kind: 'moved',
      accountId,
      part,
      line: line === null ? '' : (lines[line]?.name ?? ''),
      by,
    }))
}
