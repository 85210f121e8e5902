import { join } from 'node:path'
import { ClockBook } from '../../db/channel/notices/service/clockBook.ts'
import { openAside, openToday, readBadges } from '../../db/channel/today/service/open.ts'
import { openEngine } from '../../db/engine.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
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
          kernel,
          'Today opened for the first time: of the department',
          1,
          () => openToday(kernel, { whose: 'all' }),
          100,
        ),
        await timed(kernel, 'Today: mine', RUNS, () => openToday(kernel, { whose: 'mine' }), 100),
        await timed(kernel, 'Today: of the department', RUNS, () => openToday(kernel, { whose: 'all' }), 100),
        await timed(
          kernel,
          'what stands beside the lists, for the first time',
          1,
          () => openAside(kernel, { whose: 'all' }),
          1_000,
        ),
        await timed(kernel, 'late counts of the rail', RUNS, () => readBadges(kernel), 100),
        ...(await clocks(kernel)),
      ]
    } finally {
      await engine.close()
    }
  })

/** The clocks of open requests: read when the engine starts, then looked at as time goes by; and one that changed. */
async function clocks(kernel: Kernel): Promise<Measured[]> {
  const book = new ClockBook()
  const reading = await timed(
    kernel,
    'clocks of all open requests read',
    1,
    () => book.load(() => kernel.db, pause),
    5_000,
  )
  let now = kernel.now()
  book.reached(now)
  const looking = await timed(
    kernel,
    `clocks of ${book.size} open requests evaluated, half an hour on`,
    RUNS,
    () => {
      now += 1_800_000
      book.reached(now)
    },
    100,
  )
  const all = await timed(
    kernel,
    'the same after the clock was set back: all of them anew',
    RUNS,
    () => {
      book.rewind()
      book.reached(now)
    },
    100,
  )
  return [reading, looking, all]
}

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What any of it costs at least: one look at what is open. */
const OPEN = `SELECT (SELECT count(*) FROM care_task WHERE settlement IS NULL AND deleted = 0)
  + (SELECT count(*) FROM request WHERE progress ->> '$.open' = 1 AND deleted = 0)`

async function timed(
  kernel: Kernel,
  name: string,
  runs: number,
  work: () => unknown,
  most: number,
): Promise<Measured> {
  const watch = new Stopwatch()
  for (let run = 0; run < runs; run += 1) await watch.time(work)
  const count = kernel.db.prepare(OPEN)
  const bare = new Stopwatch()
  for (let run = 0; run < 5; run += 1) await bare.time(() => count.get())
  return {
    name,
    ours: watch.times,
    yardstick: 'one count of all open tasks and requests',
    bare: bare.times,
    target: { most },
  }
}
