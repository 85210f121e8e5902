import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, PromiseId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { NewPromise, type PromiseEdit, type promises } from '../contract.ts'
import { partyCheck, refuseDueBeforeMade } from './add.ts'
import { firstName } from './firstName.ts'

type ChangeInput = z.output<NonNullable<(typeof promises.change)['~orpc']['inputSchema']>>
type Field = PromiseEdit['field']

/** The changeable values of a promise, as they are stored. */
type Values = { readonly [Key in Field]: string | null }

const COLUMNS = {
  what: 'what',
  madeOn: 'made_on',
  dueOn: 'due_on',
  side: 'side',
  memberId: 'member_id',
  personId: 'person_id',
} as const satisfies Record<Field, string>

/**
 * Changes values of promises, all or none. A value that is there already counts as written.
 * @throws Refusal PROMISE_NOT_FOUND, CELLS_CHANGED, VALUE_REFUSED, PERSON_NOT_FOUND, MEMBER_NOT_FOUND, DUE_BEFORE_MADE
 */
export function changePromises(kernel: Kernel, { commandId, edits }: ChangeInput): Outcome<object> {
  const ids = new Set(edits.map(({ promiseId }) => promiseId))
  const label = {
    command: 'changePromises',
    params: { count: ids.size, name: firstName(kernel, edits[0]?.promiseId) },
  }
  return kernel.write({ commandId, label }, (tx) => {
    const stored = valuesReader(tx)
    const drafts = new Map<PromiseId, Values>()
    const conflicts: { name: string; current: string | null }[] = []
    for (const edit of edits) {
      const draft = drafts.get(edit.promiseId) ?? stored(edit.promiseId)
      const after = parseValue(draft, edit)
      const current = draft[edit.field]
      if (current === after) continue
      if (current === edit.before) drafts.set(edit.promiseId, { ...draft, [edit.field]: after })
      else conflicts.push({ name: draft.what ?? '', current: shown(tx, edit.field, current) })
    }
    const [conflict] = conflicts
    if (conflict) throw new Refusal('CELLS_CHANGED', { ...conflict, cells: conflicts.length })
    writeDrafts(tx, drafts)
    return {}
  })
}

function valuesReader(tx: Tx): (id: PromiseId) => Values {
  const columns = Object.entries(COLUMNS).map(([field, column]) => `${column} AS ${field}`)
  const select = tx.db.prepare<[PromiseId], Values>(
    `SELECT ${columns.join(', ')} FROM promise WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const values = select.get(id)
    if (!values) throw new Refusal('PROMISE_NOT_FOUND')
    return values
  }
}

/** A new value as its field keeps it. @throws Refusal VALUE_REFUSED */
function parseValue(draft: Values, { field, after }: PromiseEdit): string | null {
  const schema: z.ZodType<string | null | undefined> = NewPromise.shape[field]
  const wanted = field === 'what' ? (after ?? '') : after === '' ? null : after
  const parsed = schema.safeParse(wanted)
  if (parsed.success && parsed.data !== undefined) return parsed.data
  throw new Refusal('VALUE_REFUSED', { name: draft.what ?? '', field, value: after ?? '' })
}

function writeDrafts(tx: Tx, drafts: ReadonlyMap<PromiseId, Values>): void {
  const check = partyCheck(tx)
  const update = tx.db.prepare(
    `UPDATE promise SET ${Object.values(COLUMNS)
      .map((column) => `${column} = ?`)
      .join(', ')} WHERE id = ?`,
  )
  for (const [id, values] of drafts) {
    check.parties(values.memberId, values.personId)
    refuseDueBeforeMade(values.madeOn ?? '', values.dueOn)
    const { what, madeOn, dueOn, side, memberId, personId } = values
    update.run(what, madeOn, dueOn, side, memberId, personId, id)
    tx.breathe()
  }
}

/** A value as the message of a conflict says it: people by name. */
function shown(tx: Tx, field: Field, value: string | null): string | null {
  if (value === null || (field !== 'memberId' && field !== 'personId')) return value
  const table = field === 'memberId' ? 'member' : 'person'
  return tx.db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(value) ?? null
}

/** Deletes promises. @throws Refusal PROMISE_NOT_FOUND */
export function removePromises(
  kernel: Kernel,
  { commandId, promiseIds }: { commandId: CommandId; promiseIds: readonly PromiseId[] },
): Outcome<object> {
  const ids = new Set(promiseIds)
  const params = { count: ids.size, name: firstName(kernel, promiseIds[0]) }
  return kernel.write({ commandId, label: { command: 'removePromises', params } }, (tx) => {
    const remove = tx.db.prepare('UPDATE promise SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('PROMISE_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}
