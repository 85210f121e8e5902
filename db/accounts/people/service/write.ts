import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, type CustomFieldId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { type CustomValue, readCustom, withCustom } from '../../custom/rules/values.ts'
import { type Source, sourcesJson, withSources } from '../../rules/sources.ts'
import { sourceNow } from '../../service/source.ts'
import { customAccepter } from '../../service/write.ts'
import type { PersonFields, PersonValue, people } from '../contract.ts'
import { MASKED_FIELDS } from '../rules/fields.ts'
import { PERSON_COLUMNS, PERSON_FIELDS, type StoredPerson } from './columns.ts'
import { employmentInserter } from './employments.ts'
import { personReader } from './read.ts'
import { fieldValue, type StoredValue, sameValue } from './values.ts'

type AddInput = z.output<NonNullable<(typeof people.add)['~orpc']['inputSchema']>>
type EditInput = z.output<NonNullable<(typeof people.edit)['~orpc']['inputSchema']>>
type ConfirmInput = z.output<NonNullable<(typeof people.confirm)['~orpc']['inputSchema']>>

/** What is known of a new person: fields as they travel. */
export type NewPerson = { readonly [Field in keyof PersonFields]?: PersonFields[Field] | undefined } & {
  readonly name: string
}

/**
 * Adds people with where they work, all or none.
 * @throws Refusal ACCOUNT_NOT_FOUND, VALUE_REFUSED
 */
export function addPeople(
  kernel: Kernel,
  { commandId, people: added, entryId }: AddInput,
): Outcome<{ personIds: PersonId[] }> {
  const label = { command: 'addPeople', params: { count: added.length, name: added[0]?.name ?? '' } }
  const source = sourceNow(kernel, entryId)
  return kernel.write({ commandId, label }, (tx) => {
    const insert = personInserter(tx, source)
    const employ = employmentInserter(tx)
    const accept = customAccepter(tx, 'person')
    const personIds = added.map(({ employments, custom, ...person }) => {
      const values = custom.map(
        ({ fieldId, value }) => [fieldId, accept(person.name, fieldId, value)] as const,
      )
      const id = insert(person, new Map(values))
      for (const employment of employments) employ(id, person.name, employment)
      tx.breathe()
      return id
    })
    return { personIds }
  })
}

/**
 * Inserts people inside a command; importing uses it too. What isn't given is empty.
 * @throws Refusal VALUE_REFUSED from the returned function
 */
export function personInserter(
  tx: Tx,
  source: Source,
): (person: NewPerson, custom?: ReadonlyMap<CustomFieldId, CustomValue>) => PersonId {
  const insert = tx.db.prepare(
    `INSERT INTO person (id, sources, custom, ${PERSON_FIELDS.map((field) => PERSON_COLUMNS[field]).join(', ')})
     VALUES (?, ?, ?, ${PERSON_FIELDS.map(() => '?').join(', ')})`,
  )
  const sources = sourcesJson(source)
  return (person, custom = new Map()) => {
    const id = PersonId.parse(tx.newId())
    const values = PERSON_FIELDS.map((field) =>
      acceptedValue(person.name, field, person[field] ?? null, source.on),
    )
    insert.run(id, sources, withCustom('{}', custom), ...values)
    return id
  }
}

/** @throws Refusal VALUE_REFUSED */
function acceptedValue(
  name: string,
  field: keyof PersonFields,
  given: PersonValue,
  today: string,
): StoredValue {
  const value = fieldValue(field, given, today)
  if (value.ok) return value.value
  const reason = value.reason === undefined ? {} : { reason: value.reason }
  throw new Refusal('VALUE_REFUSED', { name, field, value: shown(given), ...reason })
}

const shown = (value: PersonValue): string => (Array.isArray(value) ? value.join(' ') : String(value ?? ''))

/** A cell that holds neither the value before nor the one after. */
interface Conflict {
  readonly name: string
  readonly current: string | null
}

/** A person whose fields are being changed. */
interface Draft {
  readonly stored: StoredPerson
  readonly wanted: Map<keyof PersonFields, StoredValue>
  readonly custom: Map<CustomFieldId, CustomValue>
}

/**
 * Changes fields of people, all or none. A field that already holds its new value counts as done, and is as fresh as
 * if it had been written.
 * @throws Refusal PERSON_NOT_FOUND, VALUE_REFUSED, CELLS_CHANGED
 */
export function editPeople(
  kernel: Kernel,
  { commandId, fields, custom, entryId }: EditInput,
): Outcome<object> {
  const edits = [...fields, ...custom]
  const [first] = edits
  const name = (first && personReader(kernel.db)(first.personId)?.name) ?? ''
  const label = { command: 'editPeople', params: { count: edits.length, name } }
  const source = sourceNow(kernel, entryId)
  return kernel.write({ commandId, label }, (tx) => {
    const draftOf = drafts(tx)
    const accept = customAccepter(tx, 'person')
    const conflicts = [
      ...fields.flatMap((edit) => draftField(draftOf(edit.personId), edit, source.on)),
      ...custom.flatMap((edit) => draftCustom(draftOf(edit.personId), edit, accept)),
    ]
    const [conflict] = conflicts
    if (conflict) throw new Refusal('CELLS_CHANGED', { ...conflict, cells: conflicts.length })
    const update = personUpdater(tx)
    for (const draft of new Set(edits.map(({ personId }) => draftOf(personId)))) {
      update(draft, source)
      tx.breathe()
    }
    return {}
  })
}

/** The draft of each person, read once. */
function drafts(tx: Tx): (id: PersonId) => Draft {
  const read = personReader(tx.db)
  const known = new Map<PersonId, Draft>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const stored = read(id)
    if (!stored) throw new Refusal('PERSON_NOT_FOUND')
    const draft = { stored, wanted: new Map(), custom: new Map() }
    known.set(id, draft)
    return draft
  }
}

/** Puts an edit into a draft; returns the conflict with what is there, if any. */
function draftField(
  { stored, wanted }: Draft,
  { field, before, after }: EditInput['fields'][number],
  today: string,
): Conflict[] {
  const value = acceptedValue(stored.name, field, after, today)
  const held = wanted.get(field) ?? stored[field]
  if (value === held || sameValue(field, held, before)) {
    wanted.set(field, value)
    return []
  }
  // what a masked field holds is nobody's to read from an error
  const masked = MASKED_FIELDS.some((one) => one === field)
  return [{ name: stored.name, current: masked ? '···' : held === null ? null : String(held) }]
}

/** The same for a custom field. */
function draftCustom(
  { stored, custom }: Draft,
  { fieldId, before, after }: EditInput['custom'][number],
  accept: ReturnType<typeof customAccepter>,
): Conflict[] {
  const value = accept(stored.name, fieldId, after)
  const drafted = custom.get(fieldId)
  const held = drafted === undefined ? (readCustom(stored.custom)[fieldId] ?? null) : drafted
  if (value === held || (held ?? '') === (before ?? '')) {
    custom.set(fieldId, value)
    return []
  }
  return [{ name: stored.name, current: held === null ? null : String(held) }]
}

/** Writes what is drafted of people with its source, each in one update; importing uses it too. */
export function personUpdater(
  tx: Tx,
): (
  draft: Omit<Draft, 'stored'> & { readonly stored: Pick<StoredPerson, 'id' | 'custom' | 'sources'> },
  source: Source,
) => void {
  const statements = new Map<string, ReturnType<typeof tx.db.prepare>>()
  return ({ stored, wanted, custom }, source) => {
    const fields = [...wanted.keys()]
    const assignments = [...fields.map((field) => PERSON_COLUMNS[field]), 'custom', 'sources']
      .map((column) => `${column} = ?`)
      .join(', ')
    const update =
      statements.get(assignments) ?? tx.db.prepare(`UPDATE person SET ${assignments} WHERE id = ?`)
    statements.set(assignments, update)
    const sources = withSources(stored.sources, [...fields, ...custom.keys()], source)
    update.run(...wanted.values(), withCustom(stored.custom, custom), sources, stored.id)
  }
}

/** Says that fields are still as they stand. @throws Refusal PERSON_NOT_FOUND */
export function confirmFacts(
  kernel: Kernel,
  { commandId, personId, fields, entryId }: ConfirmInput,
): Outcome<object> {
  const name = personReader(kernel.db)(personId)?.name ?? ''
  const source = sourceNow(kernel, entryId)
  const label = { command: 'confirmFacts', params: { name } }
  return kernel.write({ commandId, label }, (tx) => {
    const person = personReader(tx.db)(personId)
    if (!person) throw new Refusal('PERSON_NOT_FOUND')
    tx.db
      .prepare('UPDATE person SET sources = ? WHERE id = ?')
      .run(withSources(person.sources, fields, source), personId)
    return {}
  })
}

/** Deletes people; what points to them stays behind, unseen. @throws Refusal PERSON_NOT_FOUND */
export function removePeople(
  kernel: Kernel,
  { commandId, personIds }: { commandId: CommandId; personIds: readonly PersonId[] },
): Outcome<object> {
  const ids = new Set(personIds)
  const [first] = ids
  const name = (first && personReader(kernel.db)(first)?.name) ?? ''
  const label = { command: 'removePeople', params: { count: ids.size, name } }
  return kernel.write({ commandId, label }, (tx) => {
    const remove = tx.db.prepare('UPDATE person SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('PERSON_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}
