import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, EntryId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import { memberTest } from '../../service/write.ts'
import type { NextStep } from '../contract.ts'
import { nameOf } from './storedEntry.ts'

interface StoredNext {
  readonly step: string
  readonly on: string | null
  readonly by: string | null
  readonly doneOn: string | null
}

const readNext = (db: Kernel['db'], entryId: EntryId): StoredNext | undefined =>
  db
    .prepare<[string], StoredNext>(
      `SELECT next_step AS step, next_on AS "on", next_by AS by, next_done_on AS doneOn
       FROM log_entry WHERE id = ? AND deleted = 0`,
    )
    .get(entryId)

const same = (stored: StoredNext, next: NextStep | null): boolean =>
  stored.step === (next?.step ?? '') && stored.on === (next?.on ?? null) && stored.by === (next?.by ?? null)

/** Sets or takes away an entry's next step. @throws Refusal ENTRY_NOT_FOUND, ENTRY_CHANGED, MEMBER_NOT_FOUND */
export function setNext(
  kernel: Kernel,
  {
    commandId,
    entryId,
    before,
    after,
  }: {
    readonly commandId: CommandId
    readonly entryId: EntryId
    readonly before: NextStep | null
    readonly after: NextStep | null
  },
): Outcome<object> {
  const label = { command: 'setNextStep', params: { name: nameOf(kernel, entryId), count: 1 } }
  return kernel.write({ commandId, label }, (tx) => {
    const stored = readNext(tx.db, entryId)
    if (!stored) throw new Refusal('ENTRY_NOT_FOUND')
    if (same(stored, after)) return {}
    if (!same(stored, before)) throw new Refusal('ENTRY_CHANGED')
    if (after?.by && after.by !== stored.by && !memberTest(tx)(after.by))
      throw new Refusal('MEMBER_NOT_FOUND')
    tx.db
      .prepare(
        'UPDATE log_entry SET next_step = ?, next_on = ?, next_by = ?, next_done_on = NULL WHERE id = ?',
      )
      .run(after?.step ?? '', after?.on ?? null, after?.by ?? null, entryId)
    return {}
  })
}

/** Says whether an entry's next step is done. @throws Refusal ENTRY_NOT_FOUND */
export function doneNext(
  kernel: Kernel,
  {
    commandId,
    entryId,
    done,
    on = dayOf(kernel.now()),
  }: {
    readonly commandId: CommandId
    readonly entryId: EntryId
    readonly done: boolean
    readonly on?: string | undefined
  },
): Outcome<object> {
  const command = done ? 'doneNextStep' : 'reopenNextStep'
  const label = { command, params: { name: nameOf(kernel, entryId), count: 1 } }
  return kernel.write({ commandId, label }, (tx) => {
    const stored = readNext(tx.db, entryId)
    if (!stored) throw new Refusal('ENTRY_NOT_FOUND')
    if (stored.step === '' || done === (stored.doneOn !== null)) return {}
    tx.db.prepare('UPDATE log_entry SET next_done_on = ? WHERE id = ?').run(done ? on : null, entryId)
    return {}
  })
}
