import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, EntryId, MemberId, PromiseId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import type { Entry, EntryRow, FormerText, log } from '../contract.ts'
import type { Channel } from '../rules/channels.ts'
import { LOG_LIMITS } from '../rules/limits.ts'
import { excerptOf } from '../rules/mentions.ts'
import { filesOfEntry } from './attachments.ts'
import { factsOf } from './lifted.ts'
import { mentionReader, mentionsOf } from './mentioned.ts'

type ListInput = z.output<NonNullable<(typeof log.list)['~orpc']['inputSchema']>>

interface Stored {
  readonly id: EntryId
  readonly accountId: AccountId | null
  readonly account: string | null
  readonly memberId: MemberId | null
  readonly member: string | null
  readonly happenedOn: string
  readonly channel: Channel
  readonly text: string
  readonly nextStep: string
  readonly nextOn: string | null
  readonly nextById: MemberId | null
  readonly nextBy: string | null
  readonly nextDoneOn: string | null
  readonly recordedAt: string
  readonly corrections: number
  readonly promises: number
  readonly files: number
}

/** Somebody of ours who left keeps their name beside what they wrote. */
const COLUMNS = `e.id, e.account_id AS accountId, a.name AS account, e.member_id AS memberId, m.name AS member,
  e.happened_on AS happenedOn, e.channel, e.text, e.next_step AS nextStep, e.next_on AS nextOn,
  e.next_by AS nextById, n.name AS nextBy, e.next_done_on AS nextDoneOn, e.recorded_at AS recordedAt,
  (SELECT count(*) FROM log_former f WHERE f.entry_id = e.id AND f.deleted = 0) AS corrections,
  (SELECT count(*) FROM promise p WHERE p.source_id = e.id AND p.deleted = 0) AS promises,
  (SELECT count(*) FROM attachment t WHERE t.entry_id = e.id AND t.deleted = 0) AS files`
const JOINS = `LEFT JOIN account a ON a.id = e.account_id AND a.deleted = 0
  LEFT JOIN member m ON m.id = e.member_id LEFT JOIN member n ON n.id = e.next_by`

/** Entries, a page of them: see the contract. */
export function listEntries(kernel: Kernel, input: ListInput) {
  const { db } = kernel
  const { accountId, personId, memberId, channel, open, after, limit } = input
  // the person's own links first: few, where the log is long
  const from = personId ? 'log_person lp CROSS JOIN log_entry e ON e.id = lp.entry_id' : 'log_entry e'
  const conditions: (readonly [sql: string, value: string | undefined])[] = [
    ['lp.person_id = ? AND lp.deleted = 0', personId],
    ['e.account_id = ?', accountId],
    ['e.member_id = ?', memberId],
    ['e.channel = ?', channel],
  ]
  const asked = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))
  const fixed = ['e.deleted = 0', ...(open ? ['e.next_done_on IS NULL AND e.next_on IS NOT NULL'] : [])]
  const where = [...asked.map(({ sql }) => sql), ...fixed].join(' AND ')
  const values = asked.map(({ value }) => value)
  const [day, back, order] = open ? ['e.next_on', '>', 'ASC'] : ['e.happened_on', '<', 'DESC']
  const beyond = after ? ` AND ${day} ${back}= ? AND (${day} ${back} ? OR e.id ${back} ?)` : ''
  const stored = db
    .prepare<(string | number)[], Stored>(
      `SELECT ${COLUMNS} FROM ${from} ${JOINS} WHERE ${where}${beyond}
       ORDER BY ${day} ${order}, e.id ${order} LIMIT ?`,
    )
    .all(...values, ...(after ? [after.on, after.on, after.id] : []), limit + 1)
  const shown = stored.slice(0, limit)
  const last = stored.length > limit ? shown.at(-1) : undefined
  const total =
    accountId === undefined && personId === undefined
      ? null
      : (db
          .prepare<string[], number>(`SELECT count(*) FROM ${from} WHERE ${where}`)
          .pluck()
          .get(...values) ?? 0)
  return {
    today: dayOf(kernel.now()),
    entries: shown.map(rowMaker(kernel)),
    next: last ? { on: (open ? last.nextOn : null) ?? last.happenedOn, id: last.id } : null,
    total,
  }
}

/** Makes rows of entries as the contract shows them. */
function rowMaker({ db }: Kernel): (stored: Stored) => EntryRow {
  const read = mentionReader(db)
  const peopleIds = db
    .prepare<[string], string>(
      'SELECT person_id FROM log_person WHERE entry_id = ? AND deleted = 0 ORDER BY person_id',
    )
    .pluck()
  return ({ nextStep, nextOn, nextById, nextBy, ...stored }) => {
    const excerpt = excerptOf(stored.text, LOG_LIMITS.excerpt)
    return {
      ...stored,
      ...excerpt,
      people: peopleIds.all(stored.id).flatMap((id) => read('person', id) ?? []),
      mentions: mentionsOf(excerpt.text, read),
      next: nextStep !== '' && nextOn !== null ? { step: nextStep, on: nextOn, by: nextById } : null,
      nextBy: nextBy,
    }
  }
}

/** One entry with all that belongs to it. @throws Refusal ENTRY_NOT_FOUND */
export function getEntry(kernel: Kernel, { entryId }: { readonly entryId: EntryId }): Entry {
  const { db } = kernel
  const stored = db
    .prepare<[string], Stored>(`SELECT ${COLUMNS} FROM log_entry e ${JOINS} WHERE e.id = ? AND e.deleted = 0`)
    .get(entryId)
  if (!stored) throw new Refusal('ENTRY_NOT_FOUND')
  return {
    ...rowMaker(kernel)(stored),
    text: stored.text,
    cut: false,
    mentions: mentionsOf(stored.text, mentionReader(db)),
    former: db
      .prepare<[string], FormerText>(
        `SELECT f.text, f.happened_on AS happenedOn, f.channel, f.replaced_at AS at, m.name AS by, f.why
         FROM log_former f LEFT JOIN member m ON m.id = f.replaced_by
         WHERE f.entry_id = ? AND f.deleted = 0 ORDER BY f.replaced_at DESC, f.id DESC`,
      )
      .all(entryId),
    attached: filesOfEntry(kernel, entryId),
    facts: factsOf(kernel, entryId, stored.accountId),
    made: madeIn(kernel, entryId),
  }
}

const madeIn = ({ db }: Kernel, entryId: EntryId): Entry['made'] =>
  db
    .prepare<[string], { id: PromiseId; what: string; dueOn: string | null; settled: number }>(
      `SELECT id, what, due_on AS dueOn, settlement IS NOT NULL AS settled
       FROM promise WHERE source_id = ? AND deleted = 0 ORDER BY due_on IS NULL, due_on, id`,
    )
    .all(entryId)
    .map(({ settled, ...made }) => ({ ...made, open: settled === 0 }))
