import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { faultyFolder } from '../faultyFolders.ts'
import { test as base, expect, type Page } from './fixtures.ts'

/** The time of a test's laptop: of its engine and of all its windows. It goes on by itself, from wherever it is set. */
export interface LaptopClock {
  /** epoch ms */
  now(): number
  /** Lets so many ms pass at once, as a sleep does: timers of the windows that were due meanwhile fire once. */
  pass(ms: number): Promise<void>
  /** Sets the clock to an instant (ISO-8601), earlier or later, as a person does in the system's settings. */
  set(instant: string): Promise<void>
}

interface ClockOptions {
  /** when the laptop is opened, ISO-8601: the day of the pictures unless a test says otherwise */
  readonly startsAt: string
}

const WIDTH = 24

/** A file that tells the engine how far its clock is from the machine's; see engineClock.ts. */
function shiftFile() {
  const folder = mkdtempSync(join(tmpdir(), 'yushui-clock-'))
  const path = join(folder, 'shift')
  const descriptor = openSync(path, 'w')
  return {
    path,
    write: (ms: number) => writeSync(descriptor, String(ms).padEnd(WIDTH), 0),
    remove() {
      closeSync(descriptor)
      rmSync(folder, { recursive: true })
    },
  }
}

/** Lets engines that start from now on read their time from a file; the answer ends that. */
function engineReads(path: string): () => void {
  const { NODE_OPTIONS: before } = process.env
  const seam = pathToFileURL(join(import.meta.dirname, 'engineClock.ts')).href
  process.env.NODE_OPTIONS = [before ?? '', `--import=${seam}`].join(' ').trim()
  process.env.YUSHUI_TEST_CLOCK = path
  return () => {
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
    delete process.env.YUSHUI_TEST_CLOCK
  }
}

/**
 * Tests whose time is told, not waited for: `test.use({ startsAt: '2026-11-24T01:00:00Z' })` opens the laptop then, with
 * the department as it would have been made on that day, and `laptop` moves the time of engine and windows together.
 * The engine's restarts keep to it.
 */
export const test = base.extend<ClockOptions & { laptop: LaptopClock }>({
  startsAt: ['2026-11-24T01:00:00Z', { option: true }],

  laptop: async ({ context, startsAt }, use) => {
    const file = shiftFile()
    let shift = 0
    const shiftTo = (instant: number) => {
      shift = instant - Date.now()
      file.write(shift)
    }
    shiftTo(Date.parse(startsAt))
    const forget = engineReads(file.path)
    await context.clock.install({ time: startsAt })
    await use({
      now: () => Date.now() + shift,
      async pass(ms) {
        shiftTo(Date.now() + shift + ms)
        await context.clock.fastForward(ms)
      },
      async set(instant) {
        shiftTo(Date.parse(instant))
        await context.clock.setSystemTime(instant)
      },
    })
    forget()
    file.remove()
  },

  dataFolder: async ({ department, departments, laptop }, use) => {
    const folder = await faultyFolder('none')
    await departments.copyInto(folder.dataFolder, department, laptop.now)
    await use(folder.dataFolder)
    folder.remove()
  },
})

export { expect, type Page }
