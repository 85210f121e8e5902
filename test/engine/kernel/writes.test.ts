import { describe, expect, test } from 'vitest'
import type { CommittedEvent } from '../../../db/kernel/contract.ts'
import { listHistory, redo, undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import {
  addMember,
  command,
  insertMember,
  memberNames,
  newCommandId,
  newFolder,
  newKernel,
  openIn,
  refusalOf,
  renameMember,
} from './kernels.ts'

const changesOf = (kernel: Kernel) =>
  kernel.db
    .prepare<[], { op: string; before: string | null; after: string }>(
      'SELECT op, before, after FROM change ORDER BY rowid',
    )
    .all()

describe('a write', () => {
  test('is logged with the columns that changed and nothing else', () => {
    const kernel = newKernel()
    const id = addMember(kernel, '李雷 "引号" \\ 😀')
    renameMember(kernel, id, '韩梅梅\n换行')
    expect(
      changesOf(kernel).map(({ op, before, after }) => [op, before && JSON.parse(before), JSON.parse(after)]),
    ).toEqual([
      ['insert', null, { id, name: '李雷 "引号" \\ 😀', role: '', deleted: 0 }],
      ['update', { name: '李雷 "引号" \\ 😀' }, { name: '韩梅梅\n换行' }],
    ])
  })

  test('that changes nothing leaves no trace in the history', () => {
    const kernel = newKernel()
    const id = addMember(kernel, '李雷')
    expect(renameMember(kernel, id, '李雷').txnId).toBeNull()
    expect(listHistory(kernel, { limit: 10 }).entries).toHaveLength(1)
    renameMember(kernel, id, '雷')
    expect(kernel.db.prepare('SELECT device_seq FROM txn ORDER BY hlc').pluck().all()).toEqual([1, 2])
  })

  test('sent twice is applied once and answered the same, also after a restart', async () => {
    const folder = newFolder()
    const kernel = openIn(folder)
    const commandId = newCommandId()
    const first = kernel.write(command('add', { commandId }), (tx) => ({ id: insertMember(tx, '李雷') }))
    const again = (open: Kernel) =>
      open.write(command('add', { commandId }), (tx) => ({ id: insertMember(tx, '李雷') }))
    expect(again(kernel)).toEqual(first)
    await kernel.close()
    const reopened = openIn(folder)
    expect(again(reopened)).toEqual(first)
    expect(memberNames(reopened)).toEqual(['李雷'])
  })

  test('that throws half-way changes nothing and tells nobody', () => {
    const kernel = newKernel()
    const told: CommittedEvent[] = []
    kernel.feed.listen((event) => told.push(event))
    expect(() =>
      kernel.write(command(), (tx) => {
        insertMember(tx, '半个')
        throw new Error('half-way')
      }),
    ).toThrow('half-way')
    expect(memberNames(kernel)).toEqual([])
    expect(changesOf(kernel)).toEqual([])
    expect(told).toEqual([])
    addMember(kernel, '李雷')
    expect(told).toMatchObject([{ tables: ['member'], label: { command: 'department.addMember' } }])
  })

  test('of a row that points nowhere is refused as a whole at its end', () => {
    const kernel = newKernel()
    expect(() =>
      kernel.write(command(), (tx) => {
        insertMember(tx, '李雷')
        tx.db
          .prepare('INSERT INTO account (id, name, owner_id) VALUES (?, ?, ?)')
          .run(tx.newId(), '甲', tx.newId())
        return {}
      }),
    ).toThrow('FOREIGN KEY')
    expect(memberNames(kernel)).toEqual([])
  })

  test('inside another, or one that would go on later, is refused', () => {
    const kernel = newKernel()
    expect(() => kernel.write(command(), () => ({ id: addMember(kernel, '内') }))).toThrow('inside another')
    expect(() => kernel.write(command(), async (tx) => ({ id: insertMember(tx, '晚') }))).toThrow(
      'after its commit',
    )
    expect(memberNames(kernel)).toEqual([])
    addMember(kernel, '之后')
    expect(memberNames(kernel)).toEqual(['之后'])
  })

  test('is told to all listeners, also when one of them fails', () => {
    const kernel = newKernel()
    const told: string[] = []
    kernel.feed.listen(() => {
      throw new Error('a broken window')
    })
    kernel.feed.listen((event) => told.push(event.label?.command ?? ''))
    addMember(kernel, '李雷')
    expect(told).toEqual(['department.addMember'])
  })
})

describe('the history can not be bypassed', () => {
  const direct: readonly [string, string, string][] = [
    ['an insert', `INSERT INTO member (id, name) VALUES ('x', 'y')`, 'outside a transaction'],
    ['an update', `UPDATE member SET name = 'y'`, 'outside a transaction'],
    ['an upsert', `INSERT OR REPLACE INTO member (id, name) SELECT id, 'y' FROM member`, 'never removed'],
    ['a delete', `DELETE FROM member`, 'never removed'],
    ['a transaction of its own making', `INSERT INTO txn SELECT * FROM txn`, 'outside a transaction'],
    ['an edit of the log', `UPDATE change SET after = '{}'`, 'immutable'],
    ['an edit of a transaction', `UPDATE txn SET actor = 'somebody else'`, 'immutable'],
    ['pruning the log', `DELETE FROM change`, 'immutable'],
    ['pruning transactions', `DELETE FROM txn`, 'immutable'],
    ['dropping the log state', `DELETE FROM log_state`, 'needs its state'],
  ]
  test.each(direct)('by %s', (_what, sql, message) => {
    const kernel = newKernel()
    addMember(kernel, '李雷')
    expect(() => kernel.db.exec(sql)).toThrow(message)
    expect(memberNames(kernel)).toEqual(['李雷'])
    expect(changesOf(kernel)).toHaveLength(1)
  })

  test('nor can a row change its id, or be removed inside a command', () => {
    const kernel = newKernel()
    addMember(kernel, '李雷')
    for (const sql of [`UPDATE member SET id = 'other'`, 'DELETE FROM member'])
      expect(() =>
        kernel.write(command(), (tx) => {
          tx.db.exec(sql)
          return {}
        }),
      ).toThrow()
    expect(memberNames(kernel)).toEqual(['李雷'])
  })
})

describe('undo', () => {
  test('is refused with what stands in the way, and changes nothing', async () => {
    const kernel = newKernel()
    const [one, two] = [addMember(kernel, '一'), addMember(kernel, '二')]
    kernel.write(command('both'), (tx) => {
      for (const id of [one, two]) tx.db.prepare(`UPDATE member SET role = '经理' WHERE id = ?`).run(id)
      return {}
    })
    // as received from another laptop: not on this one's undo stack
    kernel.db.exec(`UPDATE log_state SET mode = 'apply'`)
    kernel.db.prepare(`UPDATE member SET role = '总监' WHERE id = ?`).run(two)
    kernel.db.exec(`UPDATE log_state SET mode = 'closed'`)
    expect(await refusalOf(() => undo(kernel, newCommandId()))).toEqual({
      code: 'UNDO_CONFLICT',
      data: { label: { command: 'both', params: {} }, conflicts: 1, table: 'member' },
    })
    expect(kernel.db.prepare('SELECT role FROM member ORDER BY id').pluck().all()).toEqual(['经理', '总监'])
    expect(kernel.undoStacks.state().undo?.command).toBe('both')
  })

  test('stops before a final command, also after a restart', async () => {
    const folder = newFolder()
    const kernel = openIn(folder)
    addMember(kernel, '之前')
    addMember(kernel, '定局', { final: true })
    expect(await refusalOf(() => undo(kernel, newCommandId()))).toMatchObject({ code: 'NOTHING_TO_UNDO' })
    await kernel.close()
    const reopened = openIn(folder)
    expect(reopened.undoStacks.state()).toEqual({ undo: null, redo: null })
    addMember(reopened, '之后')
    undo(reopened, newCommandId())
    expect(await refusalOf(() => undo(reopened, newCommandId()))).toMatchObject({ code: 'NOTHING_TO_UNDO' })
    expect(memberNames(reopened)).toEqual(['之前', '定局'])
  })

  test('sent twice undoes one command', () => {
    const kernel = newKernel()
    addMember(kernel, '一')
    addMember(kernel, '二')
    const commandId = newCommandId()
    expect(undo(kernel, commandId)).toEqual(undo(kernel, commandId))
    expect(memberNames(kernel)).toEqual(['一'])
  })

  test('survives a restart between each step', async () => {
    const folder = newFolder()
    let kernel = openIn(folder)
    const restart = async () => {
      await kernel.close()
      kernel = openIn(folder)
    }
    const id = addMember(kernel, '一')
    renameMember(kernel, id, '二')
    for (const [act, expected] of [
      [undo, ['一']],
      [redo, ['二']],
      [undo, ['一']],
      [undo, []],
      [redo, ['一']],
      [redo, ['二']],
    ] as const) {
      await restart()
      act(kernel, newCommandId())
      expect(memberNames(kernel)).toEqual(expected)
    }
    expect(listHistory(kernel, { limit: 10 }).entries.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['redo', false],
      ['redo', false],
      ['undo', true],
      ['undo', true],
      ['redo', false],
      ['undo', true],
      ['do', false],
      ['do', false],
    ])
  })
})

describe('a bulk write', () => {
  test('is split into transactions of bounded size, undone and redone as one', async () => {
    const kernel = newKernel()
    const rows = 25_000
    kernel.write(command('import'), (tx) => {
      const insert = tx.db.prepare('INSERT INTO member (id, name, role) VALUES (?, ?, ?)')
      for (let i = 0; i < rows; i += 1) {
        insert.run(tx.newId(), `第${i}位`, i % 2 ? '经理' : '')
        tx.breathe()
      }
      return {}
    })
    const sizes = kernel.db
      .prepare<[], { changes: number; bytes: number; batch_id: string }>(
        `SELECT count(*) AS changes, sum(length(after)) AS bytes, t.batch_id
         FROM txn t JOIN change c ON c.txn_id = t.id GROUP BY t.id`,
      )
      .all()
    expect(sizes.reduce((sum, { changes }) => sum + changes, 0)).toBe(rows)
    expect(Math.max(...sizes.map(({ changes }) => changes))).toBeLessThanOrEqual(10_000)
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThanOrEqual(2_000_000)
    expect(new Set(sizes.map(({ batch_id }) => batch_id)).size).toBe(1)
    expect(listHistory(kernel, { limit: 10 }).entries).toMatchObject([{ changes: rows }])
    undo(kernel, newCommandId())
    expect(memberNames(kernel)).toHaveLength(0)
    redo(kernel, newCommandId())
    expect(memberNames(kernel)).toHaveLength(rows)
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
  })

  test('that ends exactly where a transaction is full leaves no empty one behind', async () => {
    const kernel = newKernel()
    kernel.write(command('import'), (tx) => {
      for (let i = 0; i < 9_750; i += 1) {
        insertMember(tx, String(i))
        tx.breathe()
      }
      for (let i = 0; i < 250; i += 1) tx.breathe()
      return {}
    })
    addMember(kernel, '之后')
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true, integrity: [] })
  })
})
