import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEALTHY_AFTER_MS, RESTART_DELAYS_MS } from '../../../electron/rules/restarts.ts'
import { CLOSE_TIMEOUT_MS, createSupervisor, type RunEvents } from '../../../electron/rules/supervisor.ts'

const LOCKED = { code: 'LOCKED_BY_OTHER', data: { pid: 7 } }

/** A supervisor over engines and a clock that the test moves by hand. */
function bench() {
  let clock = 0
  let timers: { at: number; run: () => void }[] = []
  const runs: { events: RunEvents; asked: string[] }[] = []
  const supervisor = createSupervisor({
    start(events) {
      const asked: string[] = []
      runs.push({ events, asked })
      return { close: () => asked.push('close'), kill: () => asked.push('kill') }
    },
    now: () => clock,
    after(ms, run) {
      const timer = { at: clock + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  })
  const pass = (ms: number) => {
    clock += ms
    for (const timer of timers.filter((other) => other.at <= clock)) {
      timers = timers.filter((other) => other !== timer)
      timer.run()
    }
  }
  const last = () => {
    const run = runs.at(-1)
    if (run === undefined) throw new Error('nothing was started')
    return run
  }
  return { supervisor, runs, pass, last, timers: () => timers.length }
}

describe('supervisor', () => {
  it('starts the engine at once and tells when it runs', () => {
    const { supervisor, last } = bench()
    expect(supervisor.status()).toEqual({ state: 'starting' })
    last().events.ready()
    expect(supervisor.status()).toEqual({ state: 'running', run: 1 })
  })

  it('restarts a dying engine three times, waiting longer each time, then asks a person', () => {
    const { supervisor, runs, pass, last } = bench()
    for (const delay of RESTART_DELAYS_MS) {
      const before = runs.length
      last().events.exited('SIGSEGV')
      pass(delay - 1)
      expect(runs).toHaveLength(before)
      pass(1)
      expect(runs).toHaveLength(before + 1)
    }
    last().events.exited('SIGSEGV')
    pass(1_000_000)
    expect(runs).toHaveLength(4)
    expect(supervisor.status()).toEqual({
      state: 'stopped',
      failure: { code: 'CRASHED', data: { crashes: 4, detail: 'SIGSEGV' } },
    })
  })

  it('forgets crashes after a minute of health, and not before', () => {
    const { supervisor, runs, pass, last } = bench()
    const crashAfter = (healthy: number) => {
      last().events.ready()
      pass(healthy)
      last().events.exited('exit 1')
      pass(4_000)
    }
    for (let times = 0; times < 10; times += 1) crashAfter(HEALTHY_AFTER_MS)
    expect(runs).toHaveLength(11)
    crashAfter(HEALTHY_AFTER_MS)
    for (let times = 0; times < 3; times += 1) crashAfter(HEALTHY_AFTER_MS - 1)
    expect(supervisor.status().state).toBe('stopped')
  })

  it('does not restart an engine that refuses to open the data folder, until asked to', () => {
    const { supervisor, runs, pass, last } = bench()
    last().events.refused(LOCKED)
    last().events.exited('exit 0')
    pass(1_000_000)
    expect(runs).toHaveLength(1)
    expect(supervisor.status()).toEqual({ state: 'stopped', failure: LOCKED })
    supervisor.retry()
    last().events.ready()
    expect(supervisor.status()).toEqual({ state: 'running', run: 2 })
  })

  it('ignores late words of an engine that is gone', () => {
    const { supervisor, runs, last } = bench()
    last().events.refused(LOCKED)
    supervisor.retry()
    last().events.ready()
    runs[0]?.events.exited('exit 0')
    expect(supervisor.status()).toEqual({ state: 'running', run: 2 })
  })

  it('tells listeners of each change, and stops telling those that left', () => {
    const { supervisor, pass, last } = bench()
    const heard: string[] = []
    const leave = supervisor.subscribe((status) => heard.push(status.state))
    last().events.ready()
    last().events.exited('exit 1')
    pass(250)
    leave()
    last().events.ready()
    expect(heard).toEqual(['running', 'restarting', 'restarting'])
  })

  it('closes in order: asks the engine, waits for its end', async () => {
    const { supervisor, last, timers } = bench()
    last().events.ready()
    let closed = false
    const closing = supervisor.close().then(() => {
      closed = true
    })
    await Promise.resolve()
    expect([last().asked, closed]).toEqual([['close'], false])
    last().events.exited('exit 0')
    await closing
    expect(timers()).toBe(0)
  })

  it('kills an engine that does not end', async () => {
    const { supervisor, pass, last } = bench()
    last().events.ready()
    const closing = supervisor.close()
    pass(CLOSE_TIMEOUT_MS)
    expect(last().asked).toEqual(['close', 'kill'])
    last().events.exited('SIGKILL')
    await closing
  })

  it('closes while waiting for a restart, without starting again', async () => {
    const { supervisor, runs, pass, last } = bench()
    last().events.exited('exit 1')
    await supervisor.close()
    pass(1_000_000)
    expect(runs).toHaveLength(1)
  })

  it('in any story: never two engines at once, never more than three restarts without a minute of health', () => {
    const step = fc.oneof(
      fc.constantFrom('ready', 'refused', 'exited', 'retry', 'close'),
      // sixty of these stay below the healthy minute
      fc.integer({ min: 0, max: 950 }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { supervisor, runs, pass, last } = bench()
        const alive = new Set([0])
        let restartsInARow = 0
        let asked = false
        for (const now of steps) {
          const before = runs.length
          if (typeof now === 'number') pass(now)
          else if (now === 'retry') {
            asked = supervisor.status().state === 'stopped'
            supervisor.retry()
          } else if (now === 'close') void supervisor.close()
          else if (alive.has(runs.length - 1)) {
            if (now === 'exited' || now === 'refused') alive.delete(runs.length - 1)
            if (now === 'exited') last().events.exited('exit 1')
            if (now === 'ready') last().events.ready()
            if (now === 'refused' && supervisor.status().state !== 'running') last().events.refused(LOCKED)
            else if (now === 'refused') last().events.exited('exit 1')
          }
          if (runs.length > before) {
            alive.add(runs.length - 1)
            restartsInARow = asked ? 0 : restartsInARow + 1
          }
          asked = false
          expect(alive.size).toBeLessThanOrEqual(1)
          expect(restartsInARow).toBeLessThanOrEqual(RESTART_DELAYS_MS.length)
        }
      }),
    )
  })
})
