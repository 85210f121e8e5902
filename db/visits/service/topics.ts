import type Database from 'better-sqlite3'
import { insertRow } from '../../accounts/analysis/service/rows.ts'
import { checkNamed, type InputOf } from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import { TopicId, type VisitId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { orderKeyBetween } from '../../kernel/orderKey.ts'
import type { Topic, visits } from '../contract.ts'
import { openVisitReader, refuseClosedOf } from './stored.ts'

/** The agenda of a visit, in its order. */
export const topicsOf = (db: Database.Database, visitId: VisitId): Topic[] =>
  db
    .prepare<[VisitId], Topic>(
      `SELECT t.id, t.topic, m.id AS memberId, p.id AS personId, coalesce(m.name, p.name) AS speaker, t.minutes,
         t.bottom_line AS bottomLine, t.concession
       FROM visit_topic t LEFT JOIN member m ON m.id = t.member_id AND m.deleted = 0
       LEFT JOIN person p ON p.id = t.person_id AND p.deleted = 0
       WHERE t.visit_id = ? AND t.deleted = 0 ORDER BY t.order_key, t.id`,
    )
    .all(visitId)

/** Adds a topic at the end, or changes one. @throws Refusal as the contract says */
export function saveTopic(
  kernel: Kernel,
  { commandId, visitId, topicId, topic }: InputOf<typeof visits.saveTopic>,
): Outcome<{ topicId: TopicId }> {
  const command = topicId === null ? 'addTopic' : 'changeTopic'
  return kernel.write({ commandId, label: { command, params: { name: topic.topic } } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    checkNamed(tx.db, { member: topic.memberId, person: topic.personId })
    const row = {
      topic: topic.topic,
      member_id: topic.memberId,
      person_id: topic.personId,
      minutes: topic.minutes,
      bottom_line: topic.bottomLine,
      concession: topic.concession,
    }
    if (topicId === null) {
      const order_key = orderKeyBetween(lastKey(tx.db, visitId), null)
      return {
        topicId: TopicId.parse(insertRow(tx, 'visit_topic', { visit_id: visitId, order_key, ...row })),
      }
    }
    const { changes } = tx.db
      .prepare(
        `UPDATE visit_topic SET topic = @topic, member_id = @member_id, person_id = @person_id, minutes = @minutes,
           bottom_line = @bottom_line, concession = @concession WHERE id = @topicId AND deleted = 0`,
      )
      .run({ ...row, topicId })
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return { topicId }
  })
}

const lastKey = (db: Database.Database, visitId: VisitId): string | null =>
  db
    .prepare<[VisitId], string | null>('SELECT max(order_key) FROM visit_topic WHERE visit_id = ?')
    .pluck()
    .get(visitId) ?? null

/** Moves a topic before another one of its visit; null: to the end. @throws Refusal ROW_NOT_FOUND */
export function moveTopic(
  kernel: Kernel,
  { commandId, topicId, before }: InputOf<typeof visits.moveTopic>,
): Outcome<object> {
  const label = { command: 'moveTopic', params: { name: topicText(kernel.db, topicId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const own = tx.db
      .prepare<[TopicId], { visitId: VisitId }>(
        'SELECT visit_id AS visitId FROM visit_topic WHERE id = ? AND deleted = 0',
      )
      .get(topicId)
    if (!own) throw new Refusal('ROW_NOT_FOUND')
    openVisitReader(tx.db)(own.visitId)
    const keys = tx.db
      .prepare<[VisitId, TopicId], { id: TopicId; key: string }>(
        `SELECT id, order_key AS key FROM visit_topic WHERE visit_id = ? AND id <> ? AND deleted = 0
         ORDER BY order_key, id`,
      )
      .all(own.visitId, topicId)
    const at = before === null ? keys.length : keys.findIndex(({ id }) => id === before)
    if (at === -1) throw new Refusal('ROW_NOT_FOUND')
    const key = orderKeyBetween(keys[at - 1]?.key ?? null, keys[at]?.key ?? null)
    tx.db.prepare('UPDATE visit_topic SET order_key = ? WHERE id = ?').run(key, topicId)
    return {}
  })
}

/** Deletes a topic. @throws Refusal ROW_NOT_FOUND */
export function removeTopic(
  kernel: Kernel,
  { commandId, topicId }: InputOf<typeof visits.removeTopic>,
): Outcome<object> {
  const label = { command: 'removeTopic', params: { name: topicText(kernel.db, topicId) } }
  return kernel.write({ commandId, label }, (tx) => {
    refuseClosedOf(tx.db, 'visit_topic', topicId)
    const { changes } = tx.db
      .prepare('UPDATE visit_topic SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(topicId)
    if (changes === 0) throw new Refusal('ROW_NOT_FOUND')
    return {}
  })
}

const topicText = (db: Database.Database, id: TopicId): string =>
  db.prepare<[TopicId], string>('SELECT topic FROM visit_topic WHERE id = ?').pluck().get(id) ?? ''
