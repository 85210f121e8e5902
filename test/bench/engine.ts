import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dayOf } from '../../db/accounts/rules/days.ts'
import { openEngine } from '../../db/engine.ts'
import { gradeRound } from '../../db/evaluation/service/gradedRound.ts'
import { markCells } from '../../db/evaluation/service/marking.ts'
import { publishRound, reopenRound } from '../../db/evaluation/service/publishing.ts'
import { readRound } from '../../db/evaluation/service/roundData.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import {
  ACCOUNTS,
  fillLargeDepartment,
  fullStrip,
  INDICATORS,
  type LargeDepartment,
  newCommand,
  withFolder,
} from './largeDepartment.ts'
import { inTurn, type Measured } from './measure.ts'

const RUNS = 7

/** The engine's share of the speeds, on a real file: saving a paste of all cells, rescoring a whole round. */
export const engineBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    const department = fillLargeDepartment(engine.kernel)
    const bare = bareFile(join(folder, 'bare.db'), department)
    try {
      return [
        await savePaste(engine.kernel, department, bare),
        await rescore(engine.kernel, department, bare),
        await publish(engine.kernel, department, bare),
      ]
    } finally {
      bare.close()
      await engine.close()
    }
  })

/** The yardstick's file: the same marks in one plain table without history, written with the same durability. */
function bareFile(file: string, { accountIds }: LargeDepartment): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    'CREATE TABLE cell (account TEXT, indicator INTEGER, mark INTEGER, PRIMARY KEY (account, indicator)) WITHOUT ROWID',
  )
  db.exec('CREATE TABLE total (account TEXT PRIMARY KEY, score INTEGER, rank INTEGER)')
  const insert = db.prepare('INSERT INTO cell VALUES (?, ?, 0)')
  const total = db.prepare('INSERT INTO total VALUES (?, 0, 0)')
  db.transaction(() => {
    for (const id of accountIds) {
      total.run(id)
      for (let column = 0; column < INDICATORS; column += 1) insert.run(id, column)
    }
  })()
  return db
}

const MARK_OF: Readonly<Record<string, number>> = { X: 10, '8': 8, '6': 6, '4': 4, '2': 2 }

async function savePaste(
  kernel: Kernel,
  department: LargeDepartment,
  bare: Database.Database,
): Promise<Measured> {
  const { accountIds, indicatorIds, roundId } = department
  const update = bare.prepare('UPDATE cell SET mark = ? WHERE account = ? AND indicator = ?')
  const times = await inTurn(
    RUNS,
    (run) =>
      markCells(kernel, {
        commandId: newCommand(),
        roundId,
        accountIds,
        indicatorIds,
        expected: fullStrip(run),
        marks: fullStrip(run + 1),
        gesture: 'paste',
      }),
    (run) => {
      const strip = fullStrip(run + 1)
      bare
        .transaction(() => {
          accountIds.forEach((id, row) => {
            for (let column = 0; column < INDICATORS; column += 1)
              update.run(MARK_OF[strip[row * INDICATORS + column] ?? ''] ?? 0, id, column)
          })
        })
        .immediate()
    },
  )
  return {
    name: `paste of ${ACCOUNTS} × ${INDICATORS} marks saved, with history`,
    yardstick: 'bare better-sqlite3 write of the same cells',
    target: { ratio: 2 },
    ...times,
  }
}

async function rescore(
  kernel: Kernel,
  { roundId, accountIds }: LargeDepartment,
  bare: Database.Database,
): Promise<Measured> {
  const times = await inTurn(
    RUNS,
    () => gradeRound(readRound(kernel.db, roundId), dayOf(kernel.now())),
    () => bareRescore(bare, accountIds),
  )
  return {
    name: 'whole round read and scored',
    yardstick: 'bare read + typed-array arithmetic + bare write of totals',
    target: { ratio: 3 },
    ...times,
  }
}

async function publish(
  kernel: Kernel,
  { roundId, accountIds }: LargeDepartment,
  bare: Database.Database,
): Promise<Measured> {
  const times = await inTurn(
    RUNS,
    () => publishRound(kernel, { commandId: newCommand(), roundId, note: '' }),
    () => bareRescore(bare, accountIds),
    () => reopenRound(kernel, { commandId: newCommand(), roundId, reason: 'bench' }),
  )
  return {
    name: 'whole round scored and published: every account’s marks and result kept for ever',
    yardstick: 'bare read + typed-array arithmetic + bare write of totals',
    target: null,
    ...times,
  }
}

function bareRescore(bare: Database.Database, accountIds: readonly string[]): void {
  const sums = new Int32Array(accountIds.length)
  let at = 0
  for (const [mark] of bare
    .prepare<[], [number]>('SELECT mark FROM cell ORDER BY account, indicator')
    .raw()
    .iterate()) {
    const row = Math.floor(at / INDICATORS)
    sums[row] = (sums[row] ?? 0) + mark * 833
    at += 1
  }
  const rankOf = new Map([...sums].sort((a, b) => b - a).map((sum, rank) => [sum, rank + 1] as const))
  const update = bare.prepare('UPDATE total SET score = ?, rank = ? WHERE account = ?')
  bare
    .transaction(() => {
      accountIds.forEach((id, row) => {
        update.run(sums[row], rankOf.get(sums[row] ?? 0), id)
      })
    })
    .immediate()
}
