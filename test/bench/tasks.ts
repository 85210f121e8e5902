import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { addDays } from '../../db/accounts/rules/days.ts'
import { generateIfDue, generateTasks } from '../../db/channel/tasks/service/generate.ts'
import { listTasks } from '../../db/channel/tasks/service/read.ts'
import { publishRound } from '../../db/evaluation/service/publishing.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { openKernel } from '../../db/kernel/open.ts'
import { fillLargeDepartment, newCommand, withFolder } from './largeDepartment.ts'
import { inTurn, type Measured, Stopwatch } from './measure.ts'

const OPEN = 50_000
const ENDED = 500_000
const TODAY = '2026-11-24'
const RUNS = 5

/**
 * Care tasks at the size that the issue names: 10,000 accounts of every tier, 50,000 open tasks and 500,000 ended ones,
 * written past the history by bulk SQL. Lists are asked as the page asks them; generation meets 200,000 entries of the log.
 */
export const tasksBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const now = new Date(`${TODAY}T10:00:00`).getTime()
    // without the engine, whose own generation would come in between
    const kernel = openKernel({ dataFolder: join(folder, 'data'), appVersion: 'bench', now: () => now })
    try {
      const { accountIds, roundId } = fillLargeDepartment(kernel)
      publishRound(kernel, { commandId: newCommand(), roundId, note: '' })
      kernel.writeLocal((db) => fillTasks(db, accountIds))
      return [
        await listed(kernel, 'open tasks, the first 2,000 of 50,000 by day', { show: 'open' }),
        await listed(kernel, 'late tasks of one word, out of 50,000', { show: 'late', text: '7号' }),
        await listed(kernel, 'all 50,000 open tasks as columns', { show: 'open', limit: 60_000 }),
        await listed(kernel, 'ended tasks, the newest 2,000 of 500,000', { show: 'settled' }),
        ...(await generated(kernel)),
      ]
    } finally {
      await kernel.close()
    }
  })

type Asked = Partial<Parameters<typeof listTasks>[1]>

async function listed(kernel: Kernel, name: string, asked: Asked): Promise<Measured> {
  const ended = asked.show === 'settled'
  const limit = asked.limit ?? 2_000
  const bare = kernel.db.prepare<[number]>(
    `SELECT id, title, due_on FROM care_task WHERE settlement IS ${ended ? 'NOT NULL' : 'NULL'} AND deleted = 0
     ORDER BY ${ended ? 'id' : 'due_on'} LIMIT ?`,
  )
  const times = await inTurn(
    RUNS,
    () => listTasks(kernel, { show: 'open', text: '', offset: 0, limit, ...asked }),
    () => bare.all(limit),
  )
  return { name, yardstick: 'three columns of as many rows, by bare SQL', target: { most: 200 }, ...times }
}

/** The first night makes tasks for accounts of every tier; every later run of that day looks and makes nothing. */
async function generated(kernel: Kernel): Promise<Measured[]> {
  const first = new Stopwatch()
  const { made } = await first.time(() => generateTasks(kernel, { commandId: newCommand() }))
  const scan = () => kernel.db.prepare('SELECT count(*) FROM log_entry WHERE text <> ?').get('')
  const bare = new Stopwatch()
  await bare.time(scan)
  const again = await inTurn(
    5,
    () => {
      const second = generateIfDue(kernel)
      if (second.made + second.closed > 0) throw new Error('the second run is not idle')
    },
    scan,
  )
  const yardstick = 'one look at every log entry'
  return [
    {
      name: `generation for 10,000 accounts: ${made} tasks made`,
      ours: first.times,
      bare: bare.times,
      yardstick,
      target: { most: 2_000 },
    },
    { name: 'the same again: nothing made', yardstick, target: { most: 2_000 }, ...again },
  ]
}

/** Writes the tasks and the log past the history: {@link OPEN} and {@link ENDED}. */
export function fillTasks(db: Database.Database, accountIds: readonly string[]): void {
  db.prepare(`UPDATE log_state SET mode = 'apply'`).run()
  const task = db.prepare(
    `INSERT INTO care_task (id, account_id, kind, title, why, due_on, made_on, settlement)
     VALUES (?, ?, ?, ?, '{"code":"own","by":null}', ?, ?, ?)`,
  )
  const entry = db.prepare(
    `INSERT INTO log_entry (id, account_id, happened_on, channel, text, recorded_at) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const kinds = ['visit', 'call', 'greeting', 'talk', 'information', 'other'] as const
  const accountAt = (at: number): string => accountIds[at % accountIds.length] ?? ''
  for (let at = 0; at < OPEN + ENDED; at += 1) {
    const ended = at >= OPEN
    const due = addDays(TODAY, ended ? -1 - (at % 900) : (at % 120) - 20)
    const at_ = `${due}T0${at % 10}:00:00.000Z`
    const settlement = ended ? JSON.stringify({ state: 'done', at: at_, by: null, note: '' }) : null
    task.run(
      idOf(at),
      accountAt(at * 7),
      kinds[at % 6],
      `任务 ${at % 997}号 送样`,
      due,
      addDays(due, -7),
      settlement,
    )
  }
  for (let at = 0; at < 200_000; at += 1) {
    const on = addDays(TODAY, -(at % 400))
    const channel = ['visit', 'call', 'wechat', 'email'][(at >> 3) % 4]
    entry.run(
      idOf(1_000_000 + at),
      accountAt(at * 13),
      on,
      channel,
      `联系 ${at}，谈了排产`,
      `${on}T08:00:00.000Z`,
    )
  }
  db.prepare(`UPDATE log_state SET mode = 'closed'`).run()
}

/** Ids scattered as those of derived rows are. */
function idOf(at: number): string {
  const rest = (Math.imul(at + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')
  return `${rest}-0000-7000-8000-${at.toString(16).padStart(12, '0')}`
}
