import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listNotices, watchNotices } from '../../../../db/channel/notices/service/read.ts'
import { startNotices } from '../../../../db/channel/notices/service/timer.ts'
import { newSampleKernel } from '../../newKernel.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lets the engine's timers run for so long, and what they began come to its end. */
async function wait(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  for (let turns = 0; turns < 50; turns++) await turn()
}

test('what comes due between the start and the first window is not lost: that window hears it, once', async () => {
  let now = Date.parse('2026-11-24T01:05:00Z')
  const kernel = newSampleKernel(() => now)
  const timer = startNotices(kernel)
  await wait(10_000)
  now = Date.parse('2026-11-24T08:20:00Z')
  await wait(60_000)
  expect(listNotices(kernel).rows).toEqual([])

  const leaving = new AbortController()
  const window = watchNotices(kernel, leaving.signal)
  const { value } = await window.next()
  expect(value?.notices.length).toBeGreaterThan(0)

  const [given] = listNotices(kernel).rows
  expect(given?.raisedAt).toBe(now)
  await wait(60_000)
  const nothingMore = window.next()
  leaving.abort()
  expect((await nothingMore).value).toBeUndefined()
  timer.stop()
})
