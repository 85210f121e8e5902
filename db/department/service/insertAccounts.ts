import { withSources } from '../../accounts/rules/sources.ts'
import { accountInserter } from '../../accounts/service/write.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { type AccountId, CustomFieldId, type EntryId, type MemberId } from '../../kernel/ids.ts'
import { orderKeyBetween } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { SampleArchive } from '../sample/archive.ts'
import type { Calendar } from '../sample/calendar.ts'
import { COATING_FIELD, fieldsOf, groupOf, type TALK_FIELD } from '../sample/portraitFields.ts'
import { SAMPLE_PORTRAITS } from '../sample/portraits.ts'
import type { SampleEntry } from '../sample/shapes.ts'
import { SAMPLE_REMARKS } from '../sample/story.ts'
import { found } from './found.ts'
import { FEN_A_WAN } from './money.ts'
import { rowInserter } from './rowInserter.ts'

/** Inserts the sample's accounts with their portraits and working groups inside a command. */
export function insertAccounts(
  tx: Tx,
  { firms }: SampleArchive,
  calendar: Calendar,
  members: ReadonlyMap<string, MemberId>,
): ReadonlyMap<string, AccountId> {
  const insert = rowInserter(tx)
  const coating = insertChoice(tx, 'account', COATING_FIELD)
  const portraits = new Map(SAMPLE_PORTRAITS.map((portrait) => [portrait[0], portrait]))
  const ids = new Map<string, AccountId>()
  for (const [at, firm] of firms.entries()) {
    const [, kind, cycle, industry, region, phone] = found(portraits, firm.name)
    const {
      parent,
      checkedAgo,
      tags,
      revenue,
      creditLimit,
      coating: coated,
      ...fields
    } = fieldsOf(firm, calendar)
    const ownerId = found(members, firm.owner)
    const source = { on: calendar.workday(-checkedAgo), by: ownerId, entry: null }
    const id = accountInserter(
      tx,
      source,
    )({
      fields: {
        ...fields,
        code: `KH-${String(at + 1).padStart(3, '0')}`,
        name: firm.name,
        ownerId,
        kind,
        cycle,
        industry,
        region,
        phone,
        parentId: parent === null ? null : found(ids, parent),
        tags: tags.join(', '),
        revenue: revenue * FEN_A_WAN,
        creditLimit: creditLimit * FEN_A_WAN,
        note: SAMPLE_REMARKS[firm.name] ?? '',
      },
      figures: new Map(),
      custom: new Map([[coating, coated]]),
    })
    ids.set(firm.name, id)
    for (const [name, what] of groupOf(firm)) {
      const memberId = found(members, name)
      insert('group_seat', {
        id: derivedId(id, memberId),
        account_id: id,
        member_id: memberId,
        function: what,
      })
    }
  }
  return ids
}

/** Adds a custom field of choices; another one of that name doesn't keep the sample from loading. */
export function insertChoice(
  tx: Tx,
  subject: 'account' | 'person',
  { name, choices }: typeof COATING_FIELD | typeof TALK_FIELD,
): CustomFieldId {
  const last = tx.db
    .prepare<[string], string | null>('SELECT max(order_key) FROM custom_field WHERE subject = ?')
    .pluck()
    .get(subject)
  const id = CustomFieldId.parse(tx.newId())
  rowInserter(tx)('custom_field', {
    id,
    subject,
    name,
    kind: 'choice',
    choices: JSON.stringify(choices),
    order_key: orderKeyBetween(last ?? null, null),
  })
  return id
}

/** Says which fields of accounts come from which entries, once these are there. */
export function tellSources(
  tx: Tx,
  { entries }: SampleArchive,
  ids: {
    readonly accounts: ReadonlyMap<string, AccountId>
    readonly members: ReadonlyMap<string, MemberId>
    readonly entries: ReadonlyMap<SampleEntry, EntryId>
  },
): void {
  const read = tx.db.prepare<[string], string>('SELECT sources FROM account WHERE id = ?').pluck()
  const write = tx.db.prepare('UPDATE account SET sources = ? WHERE id = ?')
  for (const entry of entries) {
    if (entry.learned.length === 0) continue
    const accountId = found(ids.accounts, entry.account)
    const source = { on: entry.on, by: found(ids.members, entry.member), entry: found(ids.entries, entry) }
    write.run(withSources(read.get(accountId) ?? '{}', entry.learned, source), accountId)
  }
}
