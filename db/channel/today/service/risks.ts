import { headFigures } from '../../../accounts/portrait/rules/headFigures.ts'
import { RECENT_DAYS } from '../../../accounts/promises/rules/keptRate.ts'
import { SETTLED_ON } from '../../../accounts/promises/tables.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import { storedScale } from '../../../accounts/rules/figures.ts'
import { listFigures } from '../../../accounts/service/figures.ts'
import { readFigures } from '../../../accounts/service/figureValues.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { termsReader } from '../../policies/service/termsOf.ts'
import type { TodayAside, TodayRisk } from '../contract.ts'
import { type RiskFacts, riskOf } from '../rules/risks.ts'
import { type Ask, mineSql } from './ask.ts'
import { remembered } from './remember.ts'

/** Accounts at risk that are shown at most; what is beyond is counted. */
const MOST = 5
/** Days for which a rival's move is news. */
const RIVAL_DAYS = 60
/** What a figure of overdue money is called. */
const OVERDUE = /逾期|overdue|past due/i

interface AccountRow {
  readonly id: AccountId
  readonly name: string
  readonly figures: string
  readonly lastContact: string | null
}

const ACCOUNTS = (whose: string): string =>
  `SELECT a.id, a.name, a.figures,
     (SELECT e.happened_on FROM log_entry e WHERE e.account_id = a.id AND e.deleted = 0
      ORDER BY e.happened_on DESC LIMIT 1) AS lastContact
   FROM json_each(@ids) one CROSS JOIN account a ON a.id = one.value
   WHERE a.deleted = 0 AND ${whose}`

const statementsOf = perFile((db) => ({
  all: db.prepare<[object], AccountRow>(ACCOUNTS('1')),
  mine: db.prepare<[object], AccountRow>(ACCOUNTS(mineSql('a.owner_id', 'a.id'))),
  incidents: db
    .prepare<[], [AccountId, number]>(
      `SELECT account_id, count(*) FROM quality_incident
       WHERE severity IN ('severe', 'serious') AND proof IS NULL AND deleted = 0 GROUP BY account_id`,
    )
    .raw(),
  broken: db
    .prepare<[string], [AccountId, number]>(
      `SELECT account_id, count(*) FROM promise INDEXED BY promise_settled
       WHERE settlement IS NOT NULL AND deleted = 0 AND ${SETTLED_ON} > ? AND side = 'ours'
         AND settlement ->> '$.state' = 'broken' GROUP BY account_id`,
    )
    .raw(),
  rivals: db.prepare<[string], { accountId: AccountId; name: string; on: string }>(
    `SELECT v.account_id AS accountId, c.name, max(v.happened_on) AS "on"
     FROM rival_move v JOIN competitor c ON c.id = v.competitor_id
     WHERE v.happened_on > ? AND v.deleted = 0 GROUP BY v.account_id`,
  ),
}))

/** What of an account's figures is a sign: which ones they are is told by their names. */
function figureReader(db: Ask['db']): (json: string) => Pick<RiskFacts, 'overdue' | 'orders'> {
  const figures = listFigures(db)
  const overdue = figures.find(({ name, unit }) => unit === 'money' && OVERDUE.test(name))
  const { growth } = headFigures(figures)
  if (!overdue && !growth) return () => ({ overdue: 0, orders: 0 })
  return (json) => {
    const values = readFigures(json)
    return {
      overdue: (overdue && values[overdue.id]) ?? 0,
      orders: growth ? Math.round(((values[growth.id] ?? 0) / storedScale(growth.unit)) * 10) : 0,
    }
  }
}

/** The accounts that matter most, and all others with a sign beside silence. */
function candidates(
  signs: readonly Iterable<AccountId>[],
  tierOf: Ask['tierOf'],
  db: Ask['db'],
): AccountId[] {
  const found = new Set<AccountId>()
  for (const [id, { tier }] of newestStandings(db)) if (tier === 'key' || tier === 'main') found.add(id)
  for (const ids of signs) for (const id of ids) if (tierOf(id) !== 'small') found.add(id)
  return [...found]
}

function work({ db, today, whose, params, tierOf }: Ask): TodayAside['risks'] {
  const statements = statementsOf(db)
  const incidents = new Map(statements.incidents.all())
  const broken = new Map(statements.broken.all(addDays(today, -RECENT_DAYS)))
  const rivals = new Map(
    statements.rivals.all(addDays(today, -RIVAL_DAYS)).map(({ accountId, ...move }) => [accountId, move]),
  )
  const ids = candidates([incidents.keys(), broken.keys(), rivals.keys()], tierOf, db)
  const rows = statements[whose].all({ ...params, ids: JSON.stringify(ids) })
  const termsOf = termsReader(db, today)
  const figuresOf = figureReader(db)
  const risks = rows.flatMap(({ id, name, figures, lastContact }): (TodayRisk & { points: number })[] => {
    const tier = tierOf(id)
    const risk = riskOf(
      {
        tier,
        lastContact,
        visitEvery: termsOf(id).terms.cadence.visit,
        ...figuresOf(figures),
        incidents: incidents.get(id) ?? 0,
        broken: broken.get(id) ?? 0,
        rival: rivals.get(id) ?? null,
      },
      today,
    )
    if (risk === null) return []
    return [{ accountId: id, account: name, tier, ...risk, reasons: [...risk.reasons] }]
  })
  risks.sort((a, b) => b.points - a.points || a.accountId.localeCompare(b.accountId))
  return { count: risks.length, rows: risks.slice(0, MOST).map(({ points: _, ...risk }) => risk) }
}

/** Accounts at risk 风险客户, the greatest risk first. */
export const accountsAtRisk = remembered(
  [
    ...[
      'account',
      'member',
      'group_seat',
      'figure',
      'log_entry',
      'quality_incident',
      'promise',
      'rival_move',
    ],
    ...['competitor', 'publication', 'result', 'round', 'reopening', 'policy', 'policy_exception'],
  ],
  ({ today, whose, params }: Ask) => `${today} ${whose} ${params.me}`,
  work,
)
