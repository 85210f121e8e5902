import type { z } from 'zod'
import { partyCheck } from '../../../accounts/promises/service/add.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, RequestId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { NewRequest, type RequestEdit, type requests } from '../contract.ts'
import { firstRequest } from './stored.ts'

type ChangeInput = z.output<NonNullable<(typeof requests.change)['~orpc']['inputSchema']>>
type Field = RequestEdit['field']

/** The changeable values of a request, as they are stored. */
type Values = { readonly [Key in Field]: string | null }

const COLUMNS = {
  title: 'title',
  detail: 'detail',
  kind: 'kind',
  priority: 'priority',
  way: 'way',
  personId: 'person_id',
  ownerId: 'owner_id',
  backupId: 'backup_id',
  sponsorId: 'sponsor_id',
} as const satisfies Record<Field, string>

const MEMBERS = ['ownerId', 'backupId', 'sponsorId'] as const
const TEXTS: ReadonlySet<Field> = new Set(['title', 'detail'])

/**
 * Changes values of requests, all or none. A value that is there already counts as written.
 * @throws Refusal REQUEST_NOT_FOUND, CELLS_CHANGED, VALUE_REFUSED, PERSON_NOT_FOUND, MEMBER_NOT_FOUND
 */
export function changeRequests(kernel: Kernel, { commandId, edits }: ChangeInput): Outcome<object> {
  const ids = new Set(edits.map(({ requestId }) => requestId))
  const params = { count: ids.size, name: firstRequest(kernel.db, edits[0]?.requestId) }
  return kernel.write({ commandId, label: { command: 'changeRequests', params } }, (tx) => {
    const stored = valuesReader(tx)
    const drafts = new Map<RequestId, Values>()
    const conflicts: { name: string; current: string | null }[] = []
    for (const edit of edits) {
      const draft = drafts.get(edit.requestId) ?? stored(edit.requestId)
      const after = parsed(draft, edit)
      const current = draft[edit.field]
      if (current === after) continue
      if (current === edit.before) drafts.set(edit.requestId, { ...draft, [edit.field]: after })
      else conflicts.push({ name: draft.title ?? '', current: shown(tx, edit.field, current) })
    }
    const [conflict] = conflicts
    if (conflict) throw new Refusal('CELLS_CHANGED', { ...conflict, cells: conflicts.length })
    writeDrafts(tx, drafts)
    return {}
  })
}

function valuesReader(tx: Tx): (id: RequestId) => Values {
  const columns = Object.entries(COLUMNS).map(([field, column]) => `${column} AS ${field}`)
  const select = tx.db.prepare<[RequestId], Values>(
    `SELECT ${columns.join(', ')} FROM request WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const values = select.get(id)
    if (!values) throw new Refusal('REQUEST_NOT_FOUND')
    return values
  }
}

/** A new value as its field keeps it. @throws Refusal VALUE_REFUSED */
function parsed(draft: Values, { field, after }: RequestEdit): string | null {
  const schema: z.ZodType<string | null | undefined> = NewRequest.shape[field]
  const wanted = TEXTS.has(field) ? (after ?? '') : after === '' ? null : after
  const result = schema.safeParse(wanted)
  if (result.success && result.data !== undefined) return result.data
  throw new Refusal('VALUE_REFUSED', { name: draft.title ?? '', field, value: after ?? '' })
}

function writeDrafts(tx: Tx, drafts: ReadonlyMap<RequestId, Values>): void {
  const check = partyCheck(tx)
  const columns = Object.values(COLUMNS)
  const update = tx.db.prepare(
    `UPDATE request SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  )
  for (const [id, values] of drafts) {
    check.parties(null, values.personId)
    for (const field of MEMBERS) check.parties(values[field], null)
    const { title, detail, kind, priority, way, personId, ownerId, backupId, sponsorId } = values
    update.run(title, detail, kind, priority, way, personId, ownerId, backupId, sponsorId, id)
    tx.breathe()
  }
}

/** A value as the message of a conflict says it: people by name. */
function shown(tx: Tx, field: Field, value: string | null): string | null {
  const table = field === 'personId' ? 'person' : MEMBERS.some((one) => one === field) ? 'member' : null
  if (value === null || table === null) return value
  return tx.db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(value) ?? null
}

/** Deletes requests. @throws Refusal REQUEST_NOT_FOUND */
export function removeRequests(
  kernel: Kernel,
  { commandId, requestIds }: { commandId: CommandId; requestIds: readonly RequestId[] },
): Outcome<object> {
  const ids = new Set(requestIds)
  const params = { count: ids.size, name: firstRequest(kernel.db, requestIds[0]) }
  return kernel.write({ commandId, label: { command: 'removeRequests', params } }, (tx) => {
    const remove = tx.db.prepare('UPDATE request SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('REQUEST_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}
