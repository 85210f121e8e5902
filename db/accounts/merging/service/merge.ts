import type { z } from 'zod'
import { joinTasks } from '../../../channel/tasks/service/keepers.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import type { CustomSubject } from '../../rules/fields.ts'
import { readSources, type Source, sourceOf } from '../../rules/sources.ts'
import type { merging } from '../contract.ts'
import { joinAnalysis } from './joinAnalysis.ts'
import { joinBallots } from './joinBallots.ts'
import { joinMarks } from './joinMarks.ts'
import { moveReferences } from './moveReferences.ts'
import { isEmpty, jsonOf, SUBJECT_FIELDS, type SubjectRow, subjectRow, tagsOf } from './subjects.ts'

type MergeInput = z.output<NonNullable<(typeof merging.merge)['~orpc']['inputSchema']>>

/**
 * Joins two accounts or people into one, as one undoable command. What the kept one leaves empty is filled from the
 * other; tags are united; rows that point to the other one move.
 * @throws Refusal SUBJECT_NOT_FOUND, MERGE_WITH_ITSELF
 */
export function merge(kernel: Kernel, input: MergeInput): Outcome<object> {
  const { commandId, subject, keepId, goneId } = input
  if (keepId === goneId) throw new Refusal('MERGE_WITH_ITSELF')
  const name = String(subjectRow(kernel.db, subject, keepId).name)
  const gone = String(subjectRow(kernel.db, subject, goneId).name)
  const command = subject === 'account' ? 'mergeAccounts' : 'mergePeople'
  return kernel.write({ commandId, label: { command, params: { name, gone } } }, (tx) => {
    joinRows(tx, input)
    if (subject === 'account') joinAnalysis(tx, keepId, goneId, new Set(input.take))
    joinTasks(tx, subject, goneId, keepId)
    moveReferences(tx, subject, goneId, keepId)
    if (subject === 'account') {
      joinMarks(tx, goneId, keepId)
      joinBallots(tx, goneId, keepId)
      straightenCompanies(tx, keepId)
    } else straightenPerson(tx, keepId)
    tx.db.prepare(`UPDATE ${subject} SET deleted = 1, merged_into = ? WHERE id = ?`).run(keepId, goneId)
    return {}
  })
}

/** Writes the joined fields into the kept row, each with the source that its value had. */
function joinRows(tx: Tx, { subject, keepId, goneId, take }: MergeInput): void {
  const keep = subjectRow(tx.db, subject, keepId)
  const gone = subjectRow(tx.db, subject, goneId)
  const taken = new Set(take)
  const columns: Record<string, string | number | null> = {}
  const sources: Record<string, Source> = { ...readSources(String(keep.sources)) }
  const theirs = readSources(String(gone.sources))
  const takeSource = (field: string): void => {
    const source = sourceOf(theirs, field)
    if (source) sources[field] = source
  }
  for (const { field, column } of SUBJECT_FIELDS[subject]) {
    if (!isTaken(taken, `field:${field}`, keep[column], gone[column])) continue
    columns[column] = gone[column] ?? null
    takeSource(field)
  }
  columns.custom = joinedValues('custom', keep, gone, taken, takeSource)
  if (subject === 'account') columns.figures = joinedValues('figures', keep, gone, taken, () => undefined)
  columns.tags = JSON.stringify([...new Set([...tagsOf(keep), ...tagsOf(gone)])])
  columns.sources = JSON.stringify(sources)
  const names = Object.keys(columns)
  tx.db
    .prepare(`UPDATE ${subject} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
    .run(...Object.values(columns), keepId)
}

/** Whether a value comes from the one that goes: where it was chosen, or where the kept one has none. */
const isTaken = (
  taken: ReadonlySet<string>,
  key: string,
  kept: string | number | null | undefined,
  gone: string | number | null | undefined,
): boolean => !isEmpty(gone) && (taken.has(key) || isEmpty(kept))

function joinedValues(
  column: 'custom' | 'figures',
  keep: SubjectRow,
  gone: SubjectRow,
  taken: ReadonlySet<string>,
  onTaken: (id: string) => void,
): string {
  const values = jsonOf(keep, column)
  const key = column === 'custom' ? 'custom' : 'figure'
  for (const [id, value] of Object.entries(jsonOf(gone, column)))
    if (taken.has(`${key}:${id}`) || values[id] === undefined) {
      values[id] = value
      onTaken(id)
    }
  return JSON.stringify(values)
}

/** A company that would now belong to itself, directly or over others, belongs to nobody; nobody refers to themselves. */
function straightenCompanies(tx: Tx, keepId: string): void {
  const inCircle = tx.db
    .prepare<[string, string], number>(
      `WITH RECURSIVE up(id) AS (
         SELECT parent_id FROM account WHERE id = ?
         UNION SELECT a.parent_id FROM up JOIN account a ON a.id = up.id WHERE a.parent_id IS NOT NULL)
       SELECT 1 FROM up WHERE id = ?`,
    )
    .pluck()
    .get(keepId, keepId)
  if (inCircle) tx.db.prepare('UPDATE account SET parent_id = NULL WHERE id = ?').run(keepId)
  tx.db.prepare('UPDATE referral SET deleted = 1 WHERE from_id = ? AND to_id = ?').run(keepId, keepId)
}

/** A line from somebody to themselves goes, and so does a second running employment of the same title. */
function straightenPerson(tx: Tx, keepId: string): void {
  tx.db.prepare('UPDATE relation SET deleted = 1 WHERE from_id = ? AND to_id = ?').run(keepId, keepId)
  tx.db
    .prepare(
      `UPDATE employment SET deleted = 1 WHERE person_id = @keepId AND deleted = 0 AND EXISTS (
         SELECT 1 FROM employment other WHERE other.person_id = @keepId AND other.deleted = 0
           AND other.id <> employment.id AND other.account_id = employment.account_id
           AND other.until IS employment.until AND (employment.title IN ('', other.title))
           AND (employment.title <> other.title OR other.id < employment.id))`,
    )
    .run({ keepId })
}

/** The account or person that a merge put in the place of a deleted one; the id itself where none did. */
export function survivorOf(db: Tx['db'], subject: CustomSubject, id: string): string {
  const next = db
    .prepare<[string], string | null>(`SELECT merged_into FROM ${subject} WHERE id = ? AND deleted = 1`)
    .pluck()
  const seen = new Set([id])
  let at = id
  for (let to = next.get(at); to && !seen.has(to); to = next.get(at)) {
    seen.add(to)
    at = to
  }
  return at
}
