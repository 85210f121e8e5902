import { join } from 'node:path'
import { addDays, dayOf } from '../../db/accounts/rules/days.ts'
import { openToday } from '../../db/channel/today/service/open.ts'
import { openEngine } from '../../db/engine.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { patternsReport } from '../../db/recovery/patterns/service/report.ts'
import { changeCases } from '../../db/recovery/service/change.ts'
import { listCases } from '../../db/recovery/service/read.ts'
import { getCase } from '../../db/recovery/service/sheet.ts'
import { CASES, fillCases, LONG_CASE, OPEN_EACH } from './caseDepartment.ts'
import { newCommand, withFolder } from './largeDepartment.ts'
import { inTurn, type Measured } from './measure.ts'

const RUNS = 9
const SIZE = CASES.toLocaleString('en-US')
const OPEN_CASES = (CASES / OPEN_EACH).toLocaleString('en-US')

/** Service recovery at the size that the issue names: the engine's share of the list, of patterns, of opening a case. */
export const casesBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    try {
      const { kernel } = engine
      fillCases(kernel)
      const today = dayOf(kernel.now())
      const all = { from: addDays(today, -6 * 365), until: today }
      const year = { from: addDays(today, -365), until: today }
      return [
        await timed(
          kernel,
          `patterns over all ${SIZE} cases, after a change`,
          () => patternsReport(kernel, all),
          300,
          change(kernel),
        ),
        await timed(
          kernel,
          'patterns of twelve months, after a change',
          () => patternsReport(kernel, year),
          300,
          change(kernel),
        ),
        await timed(kernel, 'patterns over all, asked again', () => patternsReport(kernel, all), 300),
        await timed(
          kernel,
          'a case with a course of 500 entries',
          () => getCase(kernel, { caseId: LONG_CASE }),
          150,
        ),
        await timed(
          kernel,
          `Today of the department, ${OPEN_CASES} cases open, after a change`,
          () => openToday(kernel, { whose: 'all' }),
          100,
          change(kernel),
        ),
        await timed(
          kernel,
          `first 200 of ${SIZE} cases as columns`,
          () => listCases(kernel, { show: 'all', limit: 200 }),
          null,
        ),
        await timed(kernel, `all ${SIZE} cases as columns`, () => listCases(kernel, { show: 'all' }), null),
      ]
    } finally {
      await engine.close()
    }
  })

/** What was worked out before holds no longer once a case was changed. */
function change(kernel: Kernel): () => void {
  let before =
    kernel.db
      .prepare<[string], string>('SELECT place FROM recovery_case WHERE id = ?')
      .pluck()
      .get(LONG_CASE) ?? ''
  return () => {
    const after = before === '一号厂' ? '二号厂' : '一号厂'
    const edits = [{ id: LONG_CASE, field: 'place', before, after } as const]
    changeCases(kernel, { commandId: newCommand(), edits })
    before = after
  }
}

/** Beside all cases, read bare with three columns. */
async function timed(
  kernel: Kernel,
  name: string,
  run: () => unknown,
  most: number | null,
  after?: () => void,
): Promise<Measured> {
  const bare = kernel.db.prepare('SELECT id, came_at, progress FROM recovery_case').raw()
  // what is prepared once was prepared
  run()
  after?.()
  const times = await inTurn(RUNS, run, () => bare.all(), after)
  return {
    name,
    ...times,
    yardstick: 'three columns of all cases read bare',
    target: most === null ? null : { most },
  }
}
