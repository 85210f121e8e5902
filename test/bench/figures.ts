import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../../db/accounts/rules/days.ts'
import { addAccounts } from '../../db/accounts/service/write.ts'
import { figuresReport } from '../../db/channel/figures/service/report.ts'
import type { Promised } from '../../db/channel/requests/rules/clocks.ts'
import type { Progress } from '../../db/channel/requests/rules/progress.ts'
import { REQUEST_KINDS } from '../../db/channel/requests/rules/words.ts'
import { periodAround } from '../../db/channel/rules/periods.ts'
import { addMember } from '../../db/department/service/members.ts'
import { openEngine } from '../../db/engine.ts'
import { TIERS } from '../../db/evaluation/rules/tiers.ts'
import { newCommand, withFolder } from './largeDepartment.ts'
import { inTurn, type Measured } from './measure.ts'

const CLOSED = 500_000
const YEARS = 5
const RUNS = 5
const MS_A_YEAR = 365 * 86_400_000

/**
 * The figures of a year out of half a million closed requests of five years, 100,000 in that year, for 1,000 accounts and
 * 30 of ours; beside it, reading and parsing the same rows and nothing else.
 */
export const figuresBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    try {
      const { kernel } = engine
      const accounts = Array.from({ length: 1_000 }, (_, at) => ({ code: `K${at}`, name: `客户${at}` }))
      const { accountIds } = addAccounts(kernel, { commandId: newCommand(), accounts })
      const memberIds = Array.from(
        { length: 30 },
        (_, at) => addMember(kernel, { commandId: newCommand(), name: `经理${at + 1}`, role: '' }).memberId,
      )
      fillRequests(kernel.db, kernel.now(), accountIds, memberIds)
      const span = periodAround('year', dayOf(kernel.now() - MS_A_YEAR))
      const times = await inTurn(
        RUNS,
        () => figuresReport(kernel, { ...span, memberId: null }),
        () => readAlone(kernel.db, span),
      )
      return [
        {
          name: `figures of a year out of ${CLOSED.toLocaleString('en-US')} requests`,
          ...times,
          yardstick: 'its rows read and parsed',
          target: { most: 300 },
        },
      ]
    } finally {
      await engine.close()
    }
  })

function readAlone(db: Database.Database, { from, until }: { from: string; until: string }): number {
  let sum = 0
  const rows = db
    .prepare<[string, string], string>('SELECT progress FROM request WHERE asked_at BETWEEN ? AND ?')
    .pluck()
    .iterate(from, `${until}T23:59:59.999Z`)
  for (const json of rows) {
    const { reopened }: Progress = JSON.parse(json)
    sum += reopened
  }
  return sum
}

/** Closed requests, written past the log: it would be twice as large and is not what is measured. */
function fillRequests(
  db: Database.Database,
  now: number,
  accountIds: readonly string[],
  memberIds: readonly string[],
): void {
  const triggers = db
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'request'")
    .pluck()
    .all()
  for (const name of triggers) db.exec(`DROP TRIGGER "${name}"`)
  const insert = db.prepare(
    `INSERT INTO request (id, code, account_id, way, kind, priority, title, asked_at, owner_id, promised, progress)
     VALUES (?, ?, ?, 'phone', ?, 'normal', '加急发货', ?, ?, ?, ?)`,
  )
  const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % items.length]
  db.transaction(() => {
    for (let at = 0; at < CLOSED; at += 1) {
      const askedAt = now - ((CLOSED - at) / CLOSED) * YEARS * MS_A_YEAR
      insert.run(
        uuidv7(),
        `R-${at}`,
        pick(accountIds, at * 7),
        pick(REQUEST_KINDS, at),
        new Date(askedAt).toISOString(),
        pick(memberIds, at * 11),
        JSON.stringify(promisedAt(at)),
        JSON.stringify(progressAt(at, askedAt)),
      )
    }
  })()
}

const promisedAt = (at: number): Promised => ({
  tier: TIERS[at % TIERS.length] ?? null,
  policyId: null,
  times: { first: 30, update: 240, solution: 480 },
  pausesForThird: false,
  escalation: { late: [], over: [] },
})

function progressAt(at: number, askedAt: number): Progress {
  const met = (minutes: number, share: number) => ({
    kind: 'met' as const,
    at: Math.round(askedAt + minutes * 60_000),
    left: Math.round(minutes * 60_000 * share),
    span: minutes * 60_000,
    run: 1,
  })
  const share = ((at * 7_919) % 1_000) / 1_000 - 0.1
  return {
    open: 0,
    state: 'closed',
    since: askedAt,
    waitingFor: '',
    clocks: { first: met(30, share), update: met(240, share), solution: met(480, share) },
    misses: [],
    reopened: at % 20 === 0 ? 1 : 0,
    solvedAt: Math.round(askedAt) + 3_600_000,
    endedAt: Math.round(askedAt) + 7_200_000,
  }
}
