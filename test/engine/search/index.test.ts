import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildIndex } from '../../../db/accounts/search/service/building.ts'
import { addAccounts } from '../../../db/accounts/service/write.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'
import { indexDump } from './indexDump.ts'

const word = fc.stringMatching(/^[恒岳家居集团UVhw12 -]{0,8}$/)
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('account' as const), name: word, more: word }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('person' as const), name: word, more: word }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('entry' as const), name: word, more: word }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), which: fc.nat(), name: word, more: word }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), name: word }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const label = { command: 'test', params: {} }

/** Rows that acts change: table and id. */
type Rows = [tbl: 'account' | 'person' | 'log_entry', id: string][]

const EDITS = {
  account: 'UPDATE account SET name = ?, phone = ?, tags = ?, figures = ? WHERE id = ?',
  person: 'UPDATE person SET name = ?, note = ?, tags = ?, private_phone = ? WHERE id = ?',
  log_entry: 'UPDATE log_entry SET text = ?, next_step = ?, happened_on = ?, channel = ? WHERE id = ?',
} as const

function run(kernel: Kernel, rows: Rows, what: Act): void {
  const picked = 'which' in what ? rows[what.which % Math.max(1, rows.length)] : undefined
  switch (what.kind) {
    case 'account':
      rows.push([
        'account',
        addAccounts(kernel, {
          commandId: command(),
          accounts: [{ name: what.name || '无名', note: what.more, phone: '0512 6688-0001' }],
        }).accountIds[0] ?? '',
      ])
      return
    case 'person':
    case 'entry':
      kernel.write({ commandId: command(), label }, (tx) => {
        const id = tx.newId()
        if (what.kind === 'person')
          tx.db
            .prepare('INSERT INTO person (id, name, career, phone) VALUES (?, ?, ?, ?)')
            .run(id, what.name, what.more, '13800001111')
        else
          tx.db
            .prepare(
              `INSERT INTO log_entry (id, happened_on, channel, text, next_step, recorded_at)
               VALUES (?, '2026-11-01', 'visit', ?, ?, '')`,
            )
            .run(id, what.name, what.more)
        rows.push([what.kind === 'person' ? 'person' : 'log_entry', id])
        return {}
      })
      return
    case 'edit':
      if (picked)
        kernel.write({ commandId: command(), label }, (tx) => {
          const json = JSON.stringify([what.more, what.name])
          tx.db.prepare(EDITS[picked[0]]).run(what.name, what.more, json, '13', picked[1])
          return {}
        })
      return
    case 'remove':
      if (picked)
        kernel.write({ commandId: command(), label }, (tx) => {
          tx.db.prepare(`UPDATE ${picked[0]} SET deleted = 1 WHERE id = ?`).run(picked[1])
          return {}
        })
      return
    case 'fail':
      expect(() =>
        kernel.write({ commandId: command(), label }, (tx) => {
          tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)').run(tx.newId(), what.name)
          throw new Error('as meant')
        }),
      ).toThrow('as meant')
      return
    case 'undo':
    case 'redo':
      try {
        if (what.kind === 'undo') undo(kernel, command())
        else redo(kernel, command())
      } catch {
        // nothing to undo is no matter here
      }
  }
}

test('after any commands, undos and redos the index is what building it anew makes of the rows', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const kernel = newKernel()
      const rows: Rows = []
      for (const what of acts) run(kernel, rows, what)
      const kept = indexDump(kernel)
      rebuildIndex(kernel)
      expect(kept).toEqual(indexDump(kernel))
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('what is sensitive, corrected or deleted is not in the index', () => {
  const kernel = newKernel()
  kernel.write({ commandId: command(), label }, (tx) => {
    const person = tx.newId()
    tx.db
      .prepare(
        `INSERT INTO person (id, name, private_phone, family, health, id_number) VALUES (?, '王敏', '13912345678',
         '妻子在医院', '糖尿病', '32050019700101')`,
      )
      .run(person)
    tx.db
      .prepare(
        `INSERT INTO warning_sign (id, person_id, sign, why, noted_on) VALUES (?, ?, '赌博', '听说', '2026-01-01')`,
      )
      .run(tx.newId(), person)
    return {}
  })
  const all = indexDump(kernel).join('\n')
  expect(all).toContain('王敏')
  for (const secret of ['13912345678', '87654321931', '妻子', '糖尿', '赌博', '3205'])
    expect(all).not.toContain(secret)
})
