import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redo, undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { command, insertMember, newCommandId, newFolder, openIn, refusalOf } from './kernels.ts'

type Names = ReadonlyMap<string, string>

/** What a person expects: the visible rows, and the states that undo and redo lead to. */
interface Model {
  now: Names
  undos: Names[]
  redos: Names[]
}

type Act =
  | { readonly kind: 'add'; readonly names: readonly string[] }
  | { readonly kind: 'rename'; readonly which: number; readonly name: string }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'fail'; readonly name: string }
  | { readonly kind: 'undo' | 'redo' | 'restart' | 'again' }
  | { readonly kind: 'clock'; readonly to: number }

const name = fc.string({ unit: 'grapheme', maxLength: 8 })
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('add' as const), names: fc.array(name, { maxLength: 4 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('rename' as const), which: fc.nat(), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), name }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'again' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), to: fc.integer({ min: 1, max: 4e12 }) }),
  },
)

const rowsOf = (kernel: Kernel): Names =>
  new Map(
    kernel.db
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM member WHERE deleted = 0')
      .all()
      .map(({ id, name: held }) => [id, held]),
  )

const sorted = (names: Names) => [...names].sort(([a], [b]) => (a < b ? -1 : 1))

/** Runs one act on both, and answers with the kernel to go on with. */
async function step(kernel: Kernel, model: Model, what: Act, world: World): Promise<Kernel> {
  const became = (next: Names): void => {
    if (sorted(next).join() === sorted(model.now).join()) return
    model.undos.push(model.now)
    model.redos = []
    model.now = next
  }
  const pick = (which: number): string | undefined =>
    [...model.now.keys()].sort()[which % model.now.size || 0]
  const last = { commandId: newCommandId(), label: { command: what.kind, params: {} } }
  switch (what.kind) {
    case 'add': {
      const { ids } = kernel.write(last, (tx) => ({
        ids: what.names.map((added) => insertMember(tx, added)),
      }))
      became(new Map([...model.now, ...ids.map((id, i): [string, string] => [id, what.names[i] ?? ''])]))
      world.last = last.commandId
      return kernel
    }
    case 'rename': {
      const id = pick(what.which)
      if (id === undefined) return kernel
      kernel.write(last, (tx) => {
        tx.db.prepare('UPDATE member SET name = ? WHERE id = ?').run(what.name, id)
        return {}
      })
      became(new Map([...model.now, [id, what.name]]))
      return kernel
    }
    case 'remove': {
      const id = pick(what.which)
      if (id === undefined) return kernel
      kernel.write(last, (tx) => {
        tx.db.prepare('UPDATE member SET deleted = 1 WHERE id = ?').run(id)
        return {}
      })
      became(new Map([...model.now].filter(([key]) => key !== id)))
      return kernel
    }
    case 'fail': {
      expect(() =>
        kernel.write(last, (tx) => {
          insertMember(tx, what.name)
          throw new Error('as meant')
        }),
      ).toThrow('as meant')
      return kernel
    }
    case 'again': {
      if (world.last)
        kernel.write({ ...last, commandId: world.last }, (tx) => ({ id: insertMember(tx, 'twice') }))
      return kernel
    }
    case 'undo':
    case 'redo': {
      const [from, to, run] =
        what.kind === 'undo' ? [model.undos, model.redos, undo] : [model.redos, model.undos, redo]
      const target = from.pop()
      if (target === undefined)
        expect(await refusalOf(() => run(kernel, newCommandId()))).toMatchObject({ code: 'NOTHING_TO_UNDO' })
      else {
        run(kernel, newCommandId())
        to.push(model.now)
        model.now = target
      }
      return kernel
    }
    case 'restart': {
      await kernel.close()
      return openIn(world.folder, { now: () => world.time })
    }
    case 'clock':
      world.time = what.to
      return kernel
  }
}

interface World {
  readonly folder: string
  time: number
  last: ReturnType<typeof newCommandId> | null
}

test('any writes, undos, redos, repeats, failures, restarts and jumps of the clock give the rows that a person expects', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const world: World = { folder: newFolder(), time: Date.UTC(2026, 0, 1), last: null }
      const model: Model = { now: new Map(), undos: [], redos: [] }
      let kernel = openIn(world.folder, { now: () => world.time })
      for (const what of acts) {
        kernel = await step(kernel, model, what, world)
        expect(sorted(rowsOf(kernel))).toEqual(sorted(model.now))
        expect(kernel.undoStacks.state().undo !== null).toBe(model.undos.length > 0)
        expect(kernel.undoStacks.state().redo !== null).toBe(model.redos.length > 0)
      }
      const report = await verify(kernel, currentSchema.sharedTables)
      expect(report).toMatchObject({ ok: true, integrity: [], foreignKeys: 0 })
      const hlcs = kernel.db.prepare<[], string>('SELECT hlc FROM txn ORDER BY device_seq').pluck().all()
      expect(hlcs).toEqual([...new Set(hlcs)].sort())
      await kernel.close()
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('a clock that went back an hour over a restart does not reorder the history', async () => {
  const folder = newFolder()
  const kernel = openIn(folder, { now: () => Date.UTC(2026, 0, 1, 12) })
  const { id } = kernel.write(command(), (tx) => ({ id: insertMember(tx, '先') }))
  await kernel.close()
  const later = openIn(folder, { now: () => Date.UTC(2026, 0, 1, 11) })
  later.write(command(), (tx) => {
    tx.db.prepare(`UPDATE member SET name = '后' WHERE id = ?`).run(id)
    return {}
  })
  expect(await verify(later, currentSchema.sharedTables)).toMatchObject({ ok: true })
})
