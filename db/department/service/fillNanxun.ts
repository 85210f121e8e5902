import { dayOf } from '../../accounts/rules/days.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import type { AccountId, CaseId, MemberId } from '../../kernel/ids.ts'
import { orderKeysAfter } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import { addMonths } from '../../recovery/orders/rules/baseline.ts'
import type { Calendar } from '../sample/calendar.ts'
import {
  NANXUN_ACTIONS,
  NANXUN_CASE,
  NANXUN_MONEY,
  NANXUN_ORDERS,
  NANXUN_REMEDIES,
  NANXUN_TEAM,
  NANXUN_WHYS,
} from '../sample/recovery/nanxun.ts'
import { fenOf } from './fenOf.ts'
import { found } from './found.ts'
import type { rowInserter } from './rowInserter.ts'

interface Story {
  readonly tx: Tx
  readonly insert: ReturnType<typeof rowInserter>
  readonly calendar: Calendar
  readonly now: number
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly roots: ReadonlyMap<string, string>
  readonly caseId: CaseId
}

/** Fills the story's case of 南浔木业 with all that the pictures show of it. */
export function fillNanxun(story: Story): void {
  insertWhys(story)
  insertRemedies(story)
  insertActions(story)
  insertTeam(story)
  insertOrders(story)
  linkRest(story)
}

function insertWhys({ tx, insert, caseId }: Story): void {
  let parent: string | null = null
  for (const [question, answer, evidence] of NANXUN_WHYS) {
    const id = tx.newId()
    insert('case_why', {
      ...{ id, case_id: caseId, parent_id: parent, question, answer, evidence },
      ...{ ours: 1, order_key: 'i' },
    })
    parent = id
  }
}

function insertRemedies({ tx, insert, calendar, members, caseId }: Story): void {
  const keys = orderKeysAfter(null, NANXUN_REMEDIES.length)
  NANXUN_REMEDIES.forEach(([what, kind, owner, dueIn, amount], at) => {
    insert('case_remedy', {
      ...{ id: tx.newId(), case_id: caseId, kind, what, owner_id: found(members, owner) },
      ...{ due_on: calendar.dueDay(dueIn), amount: fenOf(amount), order_key: keys[at] },
    })
  })
}

function insertActions({ tx, insert, calendar, members, caseId }: Story): void {
  for (const { what, kind, owner, dueIn, doneAgo } of NANXUN_ACTIONS)
    insert('case_action', {
      ...{ id: tx.newId(), case_id: caseId, kind, what, owner_id: found(members, owner) },
      due_on: calendar.dueDay(dueIn),
      done: doneAgo === null ? null : JSON.stringify({ on: calendar.workday(-doneAgo), by: owner, note: '' }),
    })
}

function insertTeam({ insert, members, caseId }: Story): void {
  for (const [name, part] of NANXUN_TEAM) {
    const memberId = found(members, name)
    insert('case_member', {
      ...{ id: derivedId(caseId, memberId), case_id: caseId, member_id: memberId, part },
    })
  }
}

const HALF_MONTH = 15

function insertOrders({ tx, insert, accounts, now }: Story): void {
  const today = dayOf(now)
  // what was ordered in a month says little before its second half
  const current = addMonths(today.slice(0, 7), Number(today.slice(8)) <= HALF_MONTH ? -1 : 0)
  NANXUN_ORDERS.forEach((amount, at) => {
    insert('order_month', {
      ...{ id: tx.newId(), account_id: found(accounts, NANXUN_CASE.account), amount: fenOf(amount) },
      month: addMonths(current, -at),
    })
  })
}

/** Its money, its cause, and what it is connected with: the incident, the promise, the repair visit. */
function linkRest({ tx, insert, accounts, roots, caseId }: Story): void {
  const accountId = found(accounts, NANXUN_CASE.account)
  const idOf = (sql: string): string | null =>
    tx.db.prepare<[string], string>(sql).pluck().get(accountId) ?? null
  tx.db
    .prepare(
      `UPDATE recovery_case SET at_risk = @atRisk, loss = @loss, root_cause_id = @root, finding = @finding,
         escape_cause = @escape, explanation = @explanation, content_before = 5, content_then = 2,
         incident_id = @incident, promise_id = @promise WHERE id = @caseId`,
    )
    .run({
      caseId,
      atRisk: fenOf(NANXUN_MONEY.atRisk),
      loss: fenOf(NANXUN_MONEY.loss),
      root: found(roots, '供应商变更流程里没有品质会签'),
      finding: JSON.stringify({ true: 'yes', what: '取样 6 组，4 组发白；新批次消光粉含水 1.9%，标准 0.8%' }),
      escape: '出厂只做光泽与硬度，没有做加湿老化',
      explanation: '换了一家光引发剂和消光粉，变更没有经品质会签，首批没有复验。现在未签不得投料。',
      incident: idOf(
        `SELECT id FROM quality_incident WHERE account_id = ? AND title LIKE '%C-0037%' AND deleted = 0`,
      ),
      promise: idOf(
        `SELECT id FROM promise WHERE account_id = ? AND what LIKE '%UV%检测报告%' AND deleted = 0`,
      ),
    })
  const visitId = idOf(
    `SELECT v.id FROM visit v JOIN visit_account w ON w.visit_id = v.id
     WHERE w.account_id = ? AND v.kind = 'repair' AND v.deleted = 0 ORDER BY v.day DESC LIMIT 1`,
  )
  if (visitId !== null)
    insert('case_visit', { id: derivedId(caseId, visitId), case_id: caseId, visit_id: visitId })
}
