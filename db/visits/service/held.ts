import { entryInserter } from '../../accounts/log/service/write.ts'
import { withSources } from '../../accounts/rules/sources.ts'
import { sourceNow } from '../../accounts/service/source.ts'
import { endByContact } from '../../channel/tasks/service/contacted.ts'
import { AccountId, MemberId, PersonId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import { monthsLater } from '../rules/months.ts'
import { DIRECTIONS, VISIT_KINDS } from '../rules/words.ts'
import { visitInserter } from './add.ts'
import { CHANNEL_OF, type StoredVisit } from './stored.ts'

/**
 * What follows of itself when a visit is held: an entry in the work log of each account, which counts as the contact that
 * policies ask for; how theirs stood before it; and the next one, where it comes again.
 */
export function visitHeld(kernel: Kernel, tx: Tx, visit: StoredVisit): void {
  const { id, day } = visit
  tx.db
    .prepare(
      `UPDATE visit_person SET attitude_before = (SELECT attitude FROM person p WHERE p.id = person_id)
       WHERE visit_id = ? AND attitude_before IS NULL AND deleted = 0
         AND (SELECT attitude FROM person p WHERE p.id = person_id) IS NOT NULL`,
    )
    .run(id)
  const lead = tx.db
    .prepare<[string], string>(
      `SELECT v.member_id FROM visit_member v JOIN member m ON m.id = v.member_id AND m.deleted = 0
       WHERE v.visit_id = ? AND v.part = 'leads' AND v.deleted = 0 ORDER BY v.id LIMIT 1`,
    )
    .pluck()
    .get(id)
  const insert = entryInserter(tx)
  const words = tx.db
    .prepare<[string], string>(
      `SELECT trim(coalesce(nullif(objective, ''), nullif(title, ''), '') || ' ' || code) FROM visit WHERE id = ?`,
    )
    .pluck()
  const channel = CHANNEL_OF[visit.direction]
  for (const accountId of accountIds(tx, id)) {
    const entry = {
      accountId,
      memberId: lead ?? null,
      happenedOn: day,
      channel,
      text: words.get(id) ?? visit.code,
    }
    const entryId = insert({ ...entry, next: null, people: peopleOf(tx, id, accountId) })
    endByContact(tx, { entryId, accountId, memberId: lead ?? null, channel, on: day })
    tx.breathe()
  }
  proposeNext(kernel, tx, visit, lead)
}

const accountIds = (tx: Tx, visitId: string): AccountId[] =>
  tx.db
    .prepare<[string], string>(
      `SELECT w.account_id FROM visit_account w JOIN account a ON a.id = w.account_id AND a.deleted = 0
       WHERE w.visit_id = ? AND w.deleted = 0 ORDER BY w.order_key, w.id`,
    )
    .pluck()
    .all(visitId)
    .map((id) => AccountId.parse(id))

/** Theirs who work at an account and were not away. */
const peopleOf = (tx: Tx, visitId: string, accountId: string): string[] =>
  tx.db
    .prepare<[string, string], string>(
      `SELECT v.person_id FROM visit_person v JOIN person p ON p.id = v.person_id AND p.deleted = 0
       WHERE v.visit_id = ? AND v.deleted = 0 AND coalesce(v.came, 1) = 1 AND EXISTS (
         SELECT 1 FROM employment e WHERE e.person_id = p.id AND e.account_id = ? AND e.until IS NULL AND e.deleted = 0)`,
    )
    .pluck()
    .all(visitId, accountId)

/** Proposes the visit that comes after one that repeats: with the same sides, so many months later. */
function proposeNext(kernel: Kernel, tx: Tx, visit: StoredVisit, lead: string | undefined): void {
  const row = tx.db
    .prepare<
      [string],
      { every: number | null; ownerId: string | null; place: string; kind: string; direction: string }
    >(
      `SELECT repeats ->> '$.every' AS every, owner_id AS ownerId, place, kind, direction FROM visit WHERE id = ?`,
    )
    .get(visit.id)
  if (!row || row.every === null) return
  const members = tx.db
    .prepare<[string], string>(
      `SELECT v.member_id FROM visit_member v JOIN member m ON m.id = v.member_id AND m.deleted = 0
       WHERE v.visit_id = ? AND v.part = 'joins' AND v.deleted = 0 ORDER BY v.id`,
    )
    .pluck()
    .all(visit.id)
  const people = tx.db
    .prepare<[string], string>(
      `SELECT v.person_id FROM visit_person v JOIN person p ON p.id = v.person_id AND p.deleted = 0
       WHERE v.visit_id = ? AND v.deleted = 0 ORDER BY v.id`,
    )
    .pluck()
    .all(visit.id)
  const id = visitInserter(
    tx,
    kernel.now(),
  )({
    title: visit.title,
    day: monthsLater(visit.day, row.every),
    time: visit.time,
    minutes: visit.minutes,
    city: visit.city,
    place: row.place,
    kind: VISIT_KINDS.find((kind) => kind === row.kind) ?? 'regular',
    direction: DIRECTIONS.find((direction) => direction === row.direction) ?? 'go',
    ownerId: row.ownerId === null ? null : MemberId.parse(row.ownerId),
    accountIds: accountIds(tx, visit.id),
    leadId: lead === undefined ? null : MemberId.parse(lead),
    memberIds: members.map((one) => MemberId.parse(one)),
    personIds: people.map((one) => PersonId.parse(one)),
  })
  tx.db.prepare('UPDATE visit SET repeats = ? WHERE id = ?').run(JSON.stringify({ every: row.every }), id)
}

/** Takes how theirs stood after a visit into their portraits, with the visit's day as its source. */
export function takeOver(kernel: Kernel, tx: Tx, visit: StoredVisit): void {
  const rows = tx.db
    .prepare<[string], { id: string; attitude: string; sources: string }>(
      `SELECT p.id, v.attitude_after AS attitude, p.sources FROM visit_person v
       JOIN person p ON p.id = v.person_id AND p.deleted = 0 AND p.erased_at IS NULL
       WHERE v.visit_id = ? AND v.deleted = 0 AND v.attitude_after IS NOT NULL
         AND v.attitude_after IS NOT p.attitude`,
    )
    .all(visit.id)
  const source = { ...sourceNow(kernel), on: visit.day }
  const update = tx.db.prepare('UPDATE person SET attitude = ?, sources = ? WHERE id = ?')
  for (const { id, attitude, sources } of rows)
    update.run(attitude, withSources(sources, ['attitude'], source), id)
}
