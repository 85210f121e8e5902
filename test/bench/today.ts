import { join } from 'node:path'
import { openToday, readBadges } from '../../db/channel/today/service/open.ts'
import { openEngine } from '../../db/engine.ts'
import { CHANNEL_SIZE, fillChannel } from './channelDepartment.ts'
import { withFolder } from './largeDepartment.ts'
import { type Measured, Stopwatch } from './measure.ts'

const RUNS = 20

/** Today and notices inside the engine, with 50,000 open and 500,000 ended tasks and requests. */
export const todayBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    try {
      const { kernel } = engine
      fillChannel(kernel, CHANNEL_SIZE)
      return [
        await timed(
          'Today opened for the first time: of the department',
          1,
          () => openToday(kernel, { whose: 'all' }),
          100,
        ),
        await timed('Today: mine', RUNS, () => openToday(kernel, { whose: 'mine' }), 100),
        await timed('Today: of the department', RUNS, () => openToday(kernel, { whose: 'all' }), 100),
        await timed('late counts of the rail', RUNS, () => readBadges(kernel), 30),
      ]
    } finally {
      await engine.close()
    }
  })

async function timed(name: string, runs: number, work: () => unknown, most: number): Promise<Measured> {
  const watch = new Stopwatch()
  for (let run = 0; run < runs; run += 1) await watch.time(work)
  const bare = new Stopwatch()
  await bare.time(() => undefined)
  return { name, ours: watch.times, yardstick: 'nothing', bare: bare.times, target: { most } }
}
