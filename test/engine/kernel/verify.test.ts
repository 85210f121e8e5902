import { describe, expect, test } from 'vitest'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { addMember, command, newKernel, renameMember } from './kernels.ts'

const reportOf = (kernel: Kernel, signal?: AbortSignal) => verify(kernel, currentSchema.sharedTables, signal)

/** What somebody with another tool could do to the file: no triggers, no foreign keys. */
function tamper(kernel: Kernel, sql: string): void {
  const triggers = kernel.db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
    .all()
  kernel.db.pragma('foreign_keys = OFF')
  for (const { name } of triggers) kernel.db.exec(`DROP TRIGGER ${name}`)
  kernel.db.exec(sql)
  for (const trigger of triggers) kernel.db.exec(trigger.sql)
  kernel.db.pragma('foreign_keys = ON')
}

function kernelWithData(): Kernel {
  const kernel = newKernel()
  const id = addMember(kernel, '李雷')
  renameMember(kernel, id, '韩梅梅')
  addMember(kernel, '小明')
  kernel.write(command(), (tx) => {
    tx.db.prepare('INSERT INTO account (id, name, owner_id) VALUES (?, ?, ?)').run(tx.newId(), '甲', id)
    return {}
  })
  return kernel
}

describe('verify', () => {
  test('finds nothing wrong with what the kernel wrote', async () => {
    const report = await reportOf(kernelWithData())
    expect(report).toMatchObject({ ok: true, integrity: [], foreignKeys: 0, txns: 4, changes: 4 })
    expect(report.replay).toContainEqual({ table: 'member', rows: 2, different: 0 })
  })

  test.each([
    ['a value changed behind the log', `UPDATE member SET name = '伪造' WHERE name = '小明'`],
    ['a row removed behind the log', `DELETE FROM member WHERE name = '小明'`],
    ['a row added behind the log', `INSERT INTO member (id, name) VALUES ('x', '多出来的')`],
    ['a change taken out of the log', `DELETE FROM change WHERE op = 'update'`],
    ['a change rewritten', `UPDATE change SET after = '{"name":"伪造"}' WHERE op = 'update'`],
  ])('finds %s', async (_what, sql) => {
    const kernel = kernelWithData()
    tamper(kernel, sql)
    const report = await reportOf(kernel)
    expect(report.ok).toBe(false)
    expect(report.replay.find(({ table }) => table === 'member')).toMatchObject({ different: 1 })
  })

  test.each([
    ['a transaction taken out', `DELETE FROM txn WHERE device_seq = 2`, /changes without a transaction/],
    ['a gap in the numbers', `UPDATE txn SET device_seq = 9 WHERE device_seq = 4`, /5 missing/],
    ['a number used twice', `UPDATE txn SET device_seq = 1 WHERE device_seq = 2`, /numbers of/],
    ['an empty transaction', `DELETE FROM change WHERE tbl = 'account'`, /transactions without changes/],
  ])('finds %s', async (_what, sql, words) => {
    const kernel = kernelWithData()
    tamper(kernel, sql)
    const report = await reportOf(kernel)
    expect(report.ok).toBe(false)
    expect(report.integrity).toContainEqual(expect.stringMatching(words))
  })

  test('finds rows that point nowhere', async () => {
    const kernel = kernelWithData()
    tamper(kernel, `UPDATE account SET owner_id = 'nobody'`)
    expect(await reportOf(kernel)).toMatchObject({ ok: false, foreignKeys: 1 })
  })

  test('sees one moment, while windows go on writing', async () => {
    const kernel = newKernel()
    kernel.write(command(), (tx) => {
      const insert = tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)')
      for (let i = 0; i < 9_000; i += 1) insert.run(tx.newId(), String(i))
      return {}
    })
    const verifying = reportOf(kernel)
    let done = false
    void verifying.finally(() => {
      done = true
    })
    let written = 0
    while (!done) {
      addMember(kernel, `同时 ${written}`)
      written += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(written).toBeGreaterThan(2)
    expect(await verifying).toMatchObject({ ok: true })
  })

  test('stops when it is no longer wanted', async () => {
    const kernel = newKernel()
    kernel.write(command(), (tx) => {
      const insert = tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)')
      for (let i = 0; i < 5_000; i += 1) insert.run(tx.newId(), String(i))
      return {}
    })
    await expect(reportOf(kernel, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
    expect(await reportOf(kernel)).toMatchObject({ ok: true })
  })
})
