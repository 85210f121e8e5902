import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { EntryId, PersonId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { mentionReader, mentionsOf } from './mentioned.ts'

/**
 * Who of theirs was part of a contact: those named, and those whom the text mentions, each as the one whom merges put
 * in their place. @throws Refusal PERSON_NOT_FOUND for one named who isn't there
 */
export function peopleOf(tx: Tx, named: readonly PersonId[], text: string): Set<string> {
  const read = mentionReader(tx.db)
  const people = new Set<string>()
  for (const id of named) {
    const person = read('person', id)
    if (person?.state !== 'here') throw new Refusal('PERSON_NOT_FOUND')
    people.add(person.to)
  }
  for (const { kind, to, state } of mentionsOf(text, read))
    if (kind === 'person' && state === 'here') people.add(to)
  return people
}

/** Links people to entries; one who was taken away before comes back. */
export function peopleLinker(tx: Tx): (entryId: EntryId, people: Iterable<string>) => void {
  const link = tx.db.prepare(
    `INSERT INTO log_person (id, entry_id, person_id) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = 0`,
  )
  return (entryId, people) => {
    for (const personId of people) link.run(derivedId(entryId, personId), entryId, personId)
  }
}
