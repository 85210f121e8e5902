import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openLog, SLOW_MS } from '../../../db/kernel/log.ts'
import { newFolder } from './kernels.ts'

const linesOf = (folder: string): Record<string, unknown>[] =>
  readFileSync(join(folder, 'logs', 'yushui.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a fault is found by the id that the user was told', () => {
  const folder = newFolder()
  const log = openLog(folder)
  const ids = [log.error(new Error('one', { cause: 'disk' })), log.error('two')]
  expect(linesOf(folder)).toMatchObject([
    { id: ids[0], text: expect.stringContaining('Error: one'), cause: 'disk' },
    { id: ids[1], text: 'two' },
  ])
  expect(new Set(ids).size).toBe(2)
})

test('slow things speak up, others do not', () => {
  const folder = newFolder()
  const log = openLog(folder)
  log.slow('command accounts.import', SLOW_MS + 1)
  log.slow('procedure accounts.list', SLOW_MS - 1)
  expect(linesOf(folder)).toMatchObject([{ slow: 'command accounts.import', ms: SLOW_MS + 1 }])
})

test('the log stays small: it turns over once and keeps the file before', () => {
  const folder = newFolder()
  const log = openLog(folder)
  log.error('first')
  const file = join(folder, 'logs', 'yushui.log')
  writeFileSync(file, 'x'.repeat(2_000_001))
  log.error('second')
  expect(statSync(file).size).toBeLessThan(1_000)
  expect(statSync(`${file}.1`).size).toBe(2_000_001)
})

test('a log that can not be written does not fail what it logs', () => {
  const folder = newFolder()
  rmSync(join(folder, 'logs'), { recursive: true, force: true })
  writeFileSync(join(folder, 'logs'), 'a file in the way')
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(openLog(folder).error(new Error('a fault'))).toMatch(/^[0-9a-f]{8}$/)
  expect(stderr).toHaveBeenCalledWith(expect.stringContaining('a fault'))
  stderr.mockRestore()
})
