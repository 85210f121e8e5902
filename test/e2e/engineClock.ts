import { openSync, readSync } from 'node:fs'

/**
 * Loaded before the engine's own modules (`--import`), this shifts the engine's wall clock by the milliseconds that
 * stand in a file, read anew at each look: a test moves the time while the engine runs. Timers keep their pace, as
 * they do on a laptop that wakes.
 */
const { YUSHUI_TEST_CLOCK: file } = process.env
if (file === undefined) throw new Error('YUSHUI_TEST_CLOCK names no file')

const descriptor = openSync(file, 'r')
const buffer = Buffer.alloc(24)
const pace = Date.now

function now(): number {
  const length = readSync(descriptor, buffer, 0, buffer.length, 0)
  return pace() + Number(buffer.toString('latin1', 0, length))
}

Date.now = now
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new Date(now()).toString(),
})
