import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../../db/engine.ts'
import { backup } from '../../db/kernel/backup.ts'
import { redo, undo } from '../../db/kernel/history.ts'
import { CommandId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { currentSchema, openKernel } from '../../db/kernel/open.ts'
import { restore } from '../../db/kernel/restore.ts'
import { largerSchema } from './largerSchema.ts'
import type { Acknowledged, Order } from './victims.ts'

/** A process that works on a data folder until it is killed; says on stdout what it finished, before it goes on. */
const say = (line: object): void => {
  // not console.log: what was said must be out before the next write begins
  writeSync(1, `${JSON.stringify(line)}\n`)
}

const commandId = () => CommandId.parse(uuidv7())
const labelled = (command: string) => ({ commandId: commandId(), label: { command, params: {} } })
const oneOf = (count: number): number => Math.floor(Math.random() * count)

/** A hash of the visible rows: what a person would see. */
const seen = (kernel: Kernel): string =>
  createHash('sha1')
    .update(
      kernel.db
        .prepare<[], string>('SELECT id || name || role FROM member WHERE deleted = 0 ORDER BY id')
        .pluck()
        .all()
        .join(),
    )
    .digest('hex')

function writeOnce(kernel: Kernel): string | null {
  const { undo: toUndo, redo: toRedo } = kernel.undoStacks.state()
  switch (oneOf(8)) {
    case 0:
      return toUndo ? undo(kernel, commandId()).txnId : null
    case 1:
      return toRedo ? redo(kernel, commandId()).txnId : null
    case 2:
      return kernel.write(labelled('all'), (tx) => {
        tx.db.prepare('UPDATE member SET role = ?').run(tx.newId())
        return {}
      }).txnId
    default:
      return kernel.write(labelled('add'), (tx) => {
        const insert = tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)')
        for (let i = oneOf(4); i >= 0; i -= 1) insert.run(tx.newId(), `成员 ${i}`)
        return {}
      }).txnId
  }
}

async function work({ what, dataFolder, file }: Order): Promise<void> {
  if (what === 'migrate') {
    openKernel({ dataFolder, appVersion: 'next', schema: largerSchema })
    say({ done: 'migrate' })
    return
  }
  const { kernel } = await openEngine({ dataFolder, appVersion: 'victim' })
  for (;;) {
    if (what === 'write') {
      const txnId = writeOnce(kernel)
      if (txnId) say({ txnId, seen: seen(kernel) } satisfies Acknowledged)
    } else if (what === 'backup') {
      say({ done: (await backup(kernel, 'manual')).file })
    } else {
      await restore(kernel, currentSchema, file ?? '')
      say({ done: 'restore' })
    }
  }
}

flushCompileCache()
say({ ready: true })
createInterface({ input: process.stdin }).once('line', (line) => {
  const order: Order = JSON.parse(line)
  void work(order)
})
