import { sourcesJson, withSources } from '../../accounts/rules/sources.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { type AccountId, EntryId, type MemberId, PersonId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { SampleArchive } from '../sample/archive.ts'
import type { Calendar } from '../sample/calendar.ts'
import { contactOf } from '../sample/contacts.ts'
import { TALK_FIELD } from '../sample/portraitFields.ts'
import type { SampleEntry, SamplePerson } from '../sample/shapes.ts'
import { found } from './found.ts'
import { insertChoice, tellSources } from './insertAccounts.ts'
import { insertAnalysis } from './insertAnalysis.ts'
import { rowInserter } from './rowInserter.ts'

/** The rows that the archive's names stand for. */
export interface SampleIds {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
}

/**
 * Inserts the people, the work log, the promises and the analyses of the sample inside a command. Answers with the
 * people that its names stand for.
 */
export function insertArchive(
  tx: Tx,
  archive: SampleArchive,
  calendar: Calendar,
  ids: SampleIds,
): ReadonlyMap<string, PersonId> {
  const people = new Map(archive.people.map(({ name }) => [name, PersonId.parse(tx.newId())]))
  const entries = new Map(archive.entries.map((entry) => [entry, EntryId.parse(tx.newId())]))
  const writer: Writer = { insert: rowInserter(tx), tx, ...ids, people, entries }
  insertPeople(writer, archive, calendar)
  insertEntries(writer, archive)
  insertPromises(writer, archive)
  tellSources(tx, archive, { ...ids, entries })
  insertLines(writer, archive, calendar)
  insertAnalysis(tx, archive.analysis, calendar, { ...ids, people, entries })
  return people
}

interface Writer extends SampleIds {
  readonly insert: ReturnType<typeof rowInserter>
  readonly tx: Tx
  readonly people: ReadonlyMap<string, PersonId>
  readonly entries: ReadonlyMap<SampleEntry, EntryId>
}

function insertPeople(
  writer: Writer,
  { people, coverage, entries }: SampleArchive,
  calendar: Calendar,
): void {
  const { insert, tx, accounts, members } = writer
  const talk = insertChoice(tx, 'person', TALK_FIELD)
  const sources = personSources(writer, people, entries, coverage)
  for (const [at, person] of people.entries()) {
    const { name, gender, attitude, decisionRole, influence, facts, jobs } = person
    const { nativePlace, tradeSince, brandsView, tags, ...words } = facts
    const { privatePhone, talk: by, retainUntil, ...reached } = contactOf(person, at, calendar)
    insert('person', {
      id: found(writer.people, name),
      name,
      gender,
      attitude,
      decision_role: decisionRole,
      influence,
      ...words,
      ...reached,
      private_phone: privatePhone,
      retain_until: retainUntil,
      native_place: nativePlace ?? '',
      trade_since: tradeSince ?? null,
      brands_view: brandsView ?? '',
      tags: JSON.stringify(tags ?? []),
      custom: JSON.stringify(by === null ? {} : { [talk]: by }),
      sources: found(sources, name),
    })
    for (const { account, ...job } of jobs)
      insert('employment', {
        id: tx.newId(),
        person_id: found(writer.people, name),
        account_id: found(accounts, account),
        ...job,
      })
  }
  for (const { person, member, depth, wanted } of coverage) {
    const personId = found(writer.people, person)
    const memberId = found(members, member)
    const id = derivedId(personId, memberId, 'coverage')
    insert('coverage', { id, person_id: personId, member_id: memberId, depth, wanted })
  }
}

/** Lines between people, and warning signs. */
function insertLines(writer: Writer, { relations, warnings }: SampleArchive, calendar: Calendar): void {
  const { insert, tx, accounts, members, people } = writer
  for (const { account, from, to, kind, note } of relations)
    insert('relation', {
      id: tx.newId(),
      account_id: found(accounts, account),
      from_id: found(people, from),
      to_id: found(people, to),
      kind,
      note,
    })
  for (const { person, sign, why, by, ago } of warnings)
    insert('warning_sign', {
      id: tx.newId(),
      person_id: found(people, person),
      sign,
      why,
      noted_by: found(members, by),
      noted_on: calendar.workday(-ago),
    })
}

/** Where each person's facts come from: the entries that tell them, and for the rest their first contact. */
function personSources(
  { members, entries: ids }: Writer,
  people: readonly SamplePerson[],
  entries: readonly SampleEntry[],
  coverage: SampleArchive['coverage'],
): ReadonlyMap<string, string> {
  const first = new Map<string, SampleEntry>()
  for (const entry of entries) for (const name of entry.people) if (!first.has(name)) first.set(name, entry)
  const sources = new Map(
    people.map(({ name }) => {
      const entry = first.get(name)
      const by = entry?.member ?? coverage.find(({ person }) => person === name)?.member
      const on = entry?.on ?? entries.at(-1)?.on ?? ''
      return [name, sourcesJson({ on, by: by === undefined ? null : found(members, by), entry: null })]
    }),
  )
  for (const entry of entries)
    for (const [name, field] of entry.tells) {
      const source = { on: entry.on, by: found(members, entry.member), entry: found(ids, entry) }
      sources.set(name, withSources(found(sources, name), [field], source))
    }
  return sources
}

function insertEntries(
  { insert, tx, accounts, members, people, entries }: Writer,
  archive: SampleArchive,
): void {
  for (const entry of archive.entries) {
    const id = found(entries, entry)
    const { next } = entry
    insert('log_entry', {
      id,
      account_id: found(accounts, entry.account),
      member_id: found(members, entry.member),
      happened_on: entry.on,
      channel: entry.channel,
      text: entry.text,
      next_step: next?.step ?? '',
      next_on: next?.on ?? null,
      next_by: next ? found(members, next.by) : null,
      next_done_on: next?.doneOn ?? null,
      // written the same evening
      recorded_at: `${entry.on}T10:10:00.000Z`,
    })
    for (const name of entry.people) {
      const personId = found(people, name)
      insert('log_person', { id: derivedId(id, personId), entry_id: id, person_id: personId })
    }
    tx.breathe()
  }
}

function insertPromises(
  { insert, tx, accounts, members, people, entries }: Writer,
  archive: SampleArchive,
): void {
  for (const promise of archive.promises) {
    const { settlement, entry, person } = promise
    insert('promise', {
      id: tx.newId(),
      account_id: found(accounts, promise.account),
      side: promise.side,
      member_id: found(members, promise.member),
      person_id: person === null ? null : found(people, person),
      what: promise.what,
      made_on: promise.madeOn,
      due_on: promise.dueOn,
      settlement: settlement && JSON.stringify({ ...settlement, by: found(members, settlement.by) }),
      source: entry ? 'log' : 'direct',
      source_id: entry && found(entries, entry),
    })
    tx.breathe()
  }
}
