import type { z } from 'zod'
import { endByContact, openWithoutContact } from '../../../channel/tasks/service/contacted.ts'
import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId, type CommandId, EntryId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { promiseInserter } from '../../promises/service/add.ts'
import { dayOf } from '../../rules/days.ts'
import { memberTest } from '../../service/write.ts'
import type { log } from '../contract.ts'
import type { Channel } from '../rules/channels.ts'
import { attachFiles } from './attachments.ts'
import { peopleLinker, peopleOf } from './entryPeople.ts'
import { entryText, refuseFuture } from './entryText.ts'
import { mentionReader } from './mentioned.ts'
import { nameOf, storedEntry } from './storedEntry.ts'

type AddInput = z.output<NonNullable<(typeof log.add)['~orpc']['inputSchema']>>
type CorrectInput = z.output<NonNullable<(typeof log.correct)['~orpc']['inputSchema']>>

/**
 * Writes an entry with its people, files and next step.
 * @throws Refusal ENTRY_EMPTY, ENTRY_TOO_LONG, ENTRY_IN_FUTURE, ACCOUNT_NOT_FOUND, MEMBER_NOT_FOUND, PERSON_NOT_FOUND,
 * FILE_MISSING, PROMISE_WITHOUT_ACCOUNT, DUE_BEFORE_MADE
 */
export function addEntry(kernel: Kernel, input: AddInput): Outcome<{ entryId: EntryId }> {
  const { commandId, channel, next, files, promises } = input
  const today = dayOf(kernel.now())
  const text = entryText(input.text)
  const happenedOn = input.happenedOn ?? today
  refuseFuture(happenedOn, today)
  const account = keptAccount(kernel, input.accountId)
  if (account === null && promises.length > 0) throw new Refusal('PROMISE_WITHOUT_ACCOUNT')
  const label = { command: 'addEntry', params: { name: account?.name ?? '', count: 1 } }
  return kernel.write({ commandId, label }, (tx) => {
    const isMember = memberTest(tx)
    const memberId = input.memberId === undefined ? knownMe(tx, isMember) : input.memberId
    for (const id of [memberId, next?.by]) if (id && !isMember(id)) throw new Refusal('MEMBER_NOT_FOUND')
    const people = peopleOf(tx, input.people, text)
    const entryId = entryInserter(tx)({
      accountId: account?.id ?? null,
      memberId,
      happenedOn,
      channel,
      text,
      next,
      people,
    })
    endByContact(tx, { entryId, accountId: account?.id ?? null, memberId, channel, on: happenedOn })
    attachFiles(kernel, tx, { entryId, accountId: account?.id ?? null }, files)
    if (account !== null) {
      const insert = promiseInserter(tx, today)
      const made = { madeOn: happenedOn, source: 'log', sourceId: entryId } as const
      for (const promise of promises) insert({ ...promise, ...made, accountId: account.id })
    }
    return { entryId }
  })
}

/** An entry to be written, cleaned and checked. */
export interface NewEntry {
  readonly accountId: AccountId | null
  readonly memberId: string | null
  readonly happenedOn: string
  readonly channel: Channel
  readonly text: string
  readonly next: { readonly step: string; readonly on: string; readonly by: string | null } | null
  /** ids of theirs */
  readonly people: Iterable<string>
}

/** Writes entries with their people inside a command; importing uses it too. */
export function entryInserter(tx: Tx): (entry: NewEntry) => EntryId {
  const insert = tx.db.prepare(
    `INSERT INTO log_entry
       (id, account_id, member_id, happened_on, channel, text, next_step, next_on, next_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const link = peopleLinker(tx)
  return ({ accountId, memberId, happenedOn, channel, text, next, people }) => {
    const id = EntryId.parse(tx.newId())
    const { step = '', on = null, by = null } = next ?? {}
    insert.run(id, accountId, memberId, happenedOn, channel, text, step, on, by, tx.now)
    link(id, people)
    return id
  }
}

/** The account that is meant, the one kept where it was merged away. @throws Refusal ACCOUNT_NOT_FOUND */
function keptAccount(kernel: Kernel, accountId: string | null) {
  if (accountId === null) return null
  const account = mentionReader(kernel.db)('account', accountId)
  if (account?.state !== 'here') throw new Refusal('ACCOUNT_NOT_FOUND')
  return { id: AccountId.parse(account.to), name: account.name }
}

/** Who sits at the laptop, if the department knows them. */
export function knownMe(tx: Tx, isMember: (id: string) => boolean): string | null {
  const { me } = readSettings(tx.db)
  return me !== null && isMember(me) ? me : null
}

/**
 * Corrects an entry: what it said goes to `log_former`, and whom the new text mentions is linked.
 * @throws Refusal ENTRY_NOT_FOUND, ENTRY_CHANGED, ENTRY_EMPTY, ENTRY_TOO_LONG, ENTRY_IN_FUTURE
 */
export function correctEntry(kernel: Kernel, input: CorrectInput): Outcome<object> {
  const { commandId, entryId, before, happenedOn, channel, why } = input
  const text = entryText(input.text)
  const label = { command: 'correctEntry', params: { name: nameOf(kernel, entryId), count: 1 } }
  return kernel.write({ commandId, label }, (tx) => {
    const stored = storedEntry(tx.db, entryId)
    if (stored.text === text && stored.happenedOn === happenedOn && stored.channel === channel) return {}
    if (
      stored.text !== before.text ||
      stored.happenedOn !== before.happenedOn ||
      stored.channel !== before.channel
    )
      throw new Refusal('ENTRY_CHANGED')
    if (happenedOn !== stored.happenedOn) refuseFuture(happenedOn, dayOf(kernel.now()))
    tx.db
      .prepare(
        `INSERT INTO log_former (id, entry_id, text, happened_on, channel, replaced_at, replaced_by, why)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        tx.newId(),
        entryId,
        stored.text,
        stored.happenedOn,
        stored.channel,
        tx.now,
        knownMe(tx, memberTest(tx)),
        why,
      )
    tx.db
      .prepare('UPDATE log_entry SET text = ?, happened_on = ?, channel = ? WHERE id = ?')
      .run(text, happenedOn, channel, entryId)
    peopleLinker(tx)(entryId, peopleOf(tx, [], text))
    return {}
  })
}

/** Deletes entries; what was lifted from them and promised in them stays. @throws Refusal ENTRY_NOT_FOUND */
export function removeEntries(
  kernel: Kernel,
  { commandId, entryIds }: { readonly commandId: CommandId; readonly entryIds: readonly EntryId[] },
): Outcome<object> {
  const ids = [...new Set(entryIds)]
  const [first] = ids
  const name = first ? nameOf(kernel, first) : ''
  const label = { command: 'removeEntries', params: { name, count: ids.length } }
  return kernel.write({ commandId, label }, (tx) => {
    openWithoutContact(tx, ids)
    const remove = tx.db.prepare('UPDATE log_entry SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('ENTRY_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}
