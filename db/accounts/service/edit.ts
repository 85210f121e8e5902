import type { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, FigureId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import { AccountFields, type accounts, type FieldEdit, type FigureEdit } from '../contract.ts'
import { decimalText } from '../rules/decimal.ts'
import { figureToDecimal } from '../rules/figures.ts'
import { accountUpdater, type FieldChanges } from './bulk.ts'
import { listFigures } from './figures.ts'
import { figureValues } from './figureValues.ts'
import { accountReader, type StoredAccount } from './read.ts'
import { memberTest, refuseTakenCodes } from './write.ts'

type EditInput = z.output<NonNullable<(typeof accounts.edit)['~orpc']['inputSchema']>>
type Field = z.infer<typeof FieldEdit>['field']
/** An account with the values that its edited fields shall have. */

interface Draft {
  readonly stored: StoredAccount
  wanted: FieldChanges
}

/** A cell that holds neither the value before nor the one after. */
interface Conflict {
  readonly name: string
  readonly current: string | null
}

/**
 * Changes cells of the accounts grid, all or none. A cell that already holds its new value counts as done.
 * @throws Refusal ACCOUNT_NOT_FOUND, VALUE_REFUSED, CELLS_CHANGED, CODE_TAKEN
 */
export function editAccounts(kernel: Kernel, { commandId, fields, figures }: EditInput): Outcome<object> {
  const first = fields[0] ?? figures[0]
  const name = (first && accountReader(kernel.db)(first.accountId)?.name) ?? ''
  const label = { command: 'editAccounts', params: { count: fields.length + figures.length, name } }
  return kernel.write({ commandId, label }, (tx) => {
    const draftOf = drafts(tx)
    const conflicts = [...draftFields(tx, fields, draftOf), ...writeFigures(tx, figures, draftOf)]
    const [conflict] = conflicts
    if (conflict) throw new Refusal('CELLS_CHANGED', { ...conflict, cells: conflicts.length })
    const changed = new Set(fields.map(({ accountId }) => draftOf(accountId)))
    writeFields(tx, changed)
    refuseTakenCodes(
      tx,
      [...changed].flatMap(({ stored, wanted }) => {
        const { code } = wanted
        return code ? [{ id: stored.id, code, name: stored.name }] : []
      }),
    )
    return {}
  })
}

/** The draft of each account, read once. */
function drafts(tx: Tx): (id: AccountId) => Draft {
  const read = accountReader(tx.db)
  const known = new Map<AccountId, Draft>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const stored = read(id)
    if (!stored) throw new Refusal('ACCOUNT_NOT_FOUND')
    const draft = { stored, wanted: {} }
    known.set(id, draft)
    return draft
  }
}

/** Puts edits into the drafts and returns those that don't fit what is there. */
function draftFields(
  tx: Tx,
  edits: readonly z.infer<typeof FieldEdit>[],
  draftOf: (id: AccountId) => Draft,
): Conflict[] {
  const isMember = memberTest(tx)
  const conflicts: Conflict[] = []
  for (const { accountId, field, before, after } of edits) {
    const draft = draftOf(accountId)
    const { stored, wanted } = draft
    const value = parseField(field, after)
    if (value === undefined || (field === 'ownerId' && value !== null && !isMember(value)))
      throw new Refusal('VALUE_REFUSED', { name: stored.name, field, value: after ?? '' })
    const current = wanted[field] === undefined ? stored[field] : wanted[field]
    if (same(current, value)) continue
    if (same(current, before)) draft.wanted = { ...wanted, [field]: value }
    else conflicts.push({ name: stored.name, current: shown(tx, field, current) })
  }
  return conflicts
}

/** Fields that are empty as null; the others are empty texts. */
const CHOICES: readonly Field[] = ['ownerId', 'kind', 'cycle']

/** A new value as its field keeps it; undefined where it doesn't fit. */
function parseField(field: Field, after: string | null): string | null | undefined {
  const empty = CHOICES.includes(field) ? null : ''
  const schema: z.ZodType<string | null> = AccountFields.shape[field]
  return schema.safeParse(after === null || after === '' ? empty : after).data
}

const same = (a: string | null, b: string | null): boolean => (a ?? '') === (b ?? '')

/** A value as the message of a conflict says it: an owner by name. */
const shown = (tx: Tx, field: Field, value: string | null): string | null =>
  field === 'ownerId' && value !== null
    ? (tx.db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck().get(value) ?? null)
    : value

function writeFields(tx: Tx, drafted: Iterable<Draft>): void {
  const update = accountUpdater(tx)
  for (const { stored, wanted } of drafted) {
    update(stored.id, wanted)
    tx.breathe()
  }
}

/** Writes figures and returns edits that don't fit what is there; the command then takes all of it back. */
function writeFigures(
  tx: Tx,
  edits: readonly z.infer<typeof FigureEdit>[],
  draftOf: (id: AccountId) => Draft,
): Conflict[] {
  const figures = new Map(listFigures(tx.db).map((figure) => [figure.id, figure]))
  const values = figureValues(tx)
  const conflicts: Conflict[] = []
  for (const { accountId, figureId, before, after } of edits) {
    const { name } = draftOf(accountId).stored
    const figure = figures.get(figureId)
    if (!figure) throw refusedFigure(tx, name, figureId, after)
    const current = values.read(accountId, figureId)
    if (current === after) continue
    if (current === before) values.write(accountId, figureId, after)
    else
      conflicts.push({
        name,
        current: current === null ? null : decimalText(figureToDecimal(current, figure.unit)),
      })
  }
  values.save()
  return conflicts
}

/** A value for a figure that was deleted meanwhile, named as it was. */
function refusedFigure(tx: Tx, name: string, figureId: FigureId, after: number | null): Refusal {
  const field = tx.db.prepare<[string], string>('SELECT name FROM figure WHERE id = ?').pluck().get(figureId)
  return new Refusal('VALUE_REFUSED', { name, field: field ?? figureId, value: String(after ?? '') })
}
