import { mustExist } from '../../accounts/analysis/service/rows.ts'
import { checkNamed, type InputOf } from '../../channel/ledger/service/rows.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { VisitId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { orderKeysAfter } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { visits } from '../contract.ts'
import type { MemberPart } from '../rules/words.ts'
import { openVisitReader, visitName } from './stored.ts'

/** Links accounts and people to visits inside a command; one who was taken away before comes back. */
export function linkWriter(tx: Tx) {
  const account = tx.db.prepare(
    `INSERT INTO visit_account (id, visit_id, account_id, order_key) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = 0, order_key = excluded.order_key WHERE visit_account.deleted = 1`,
  )
  const member = tx.db.prepare(
    `INSERT INTO visit_member (id, visit_id, member_id, part) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = 0, part = excluded.part`,
  )
  const person = tx.db.prepare(
    `INSERT INTO visit_person (id, visit_id, person_id, attitude_before)
     SELECT ?, ?, id, attitude FROM person WHERE id = ?
     ON CONFLICT (id) DO UPDATE SET deleted = 0`,
  )
  return {
    account(visitId: VisitId, accountId: string, orderKey: string): void {
      account.run(derivedId(visitId, accountId), visitId, accountId, orderKey)
    },
    member(visitId: VisitId, memberId: string, part: MemberPart): void {
      member.run(derivedId(visitId, memberId), visitId, memberId, part)
    },
    person(visitId: VisitId, personId: string): void {
      person.run(derivedId(visitId, personId), visitId, personId)
    },
  }
}

/** Lets accounts take part, or no longer. @throws Refusal VISIT_NOT_FOUND, ACCOUNT_NOT_FOUND */
export function setAccounts(
  kernel: Kernel,
  { commandId, visitId, accountIds, there }: InputOf<typeof visits.setAccounts>,
): Outcome<object> {
  const params = { name: visitName(kernel.db, visitId), count: accountIds.length }
  const command = there ? 'addVisitAccounts' : 'removeVisitAccounts'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    if (!there) return takeAway(tx, 'account', visitId, accountIds)
    const last = tx.db
      .prepare<[VisitId], string | null>('SELECT max(order_key) FROM visit_account WHERE visit_id = ?')
      .pluck()
      .get(visitId)
    const link = linkWriter(tx)
    const keys = orderKeysAfter(last ?? null, accountIds.length)
    accountIds.forEach((accountId, at) => {
      mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
      link.account(visitId, accountId, keys[at] ?? 'z')
      tx.breathe()
    })
    return {}
  })
}

/** Lets people of theirs take part, or no longer. @throws Refusal VISIT_NOT_FOUND, PERSON_NOT_FOUND */
export function setPeople(
  kernel: Kernel,
  { commandId, visitId, personIds, there }: InputOf<typeof visits.setPeople>,
): Outcome<object> {
  const params = { name: visitName(kernel.db, visitId), count: personIds.length }
  const command = there ? 'addVisitPeople' : 'removeVisitPeople'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    if (!there) return takeAway(tx, 'person', visitId, personIds)
    const link = linkWriter(tx)
    for (const person of personIds) {
      checkNamed(tx.db, { person })
      link.person(visitId, person)
      tx.breathe()
    }
    return {}
  })
}

function takeAway(tx: Tx, side: 'account' | 'person', visitId: VisitId, ids: readonly string[]): object {
  const remove = tx.db.prepare(`UPDATE visit_${side} SET deleted = 1 WHERE id = ? AND deleted = 0`)
  for (const id of ids) {
    remove.run(derivedId(visitId, id))
    tx.breathe()
  }
  return {}
}

/** Says what one of ours does at a visit. @throws Refusal VISIT_NOT_FOUND, MEMBER_NOT_FOUND */
export function setMember(
  kernel: Kernel,
  { commandId, visitId, memberId, part }: InputOf<typeof visits.setMember>,
): Outcome<object> {
  const member = kernel.db
    .prepare<[string], string>('SELECT name FROM member WHERE id = ?')
    .pluck()
    .get(memberId)
  const params = { name: visitName(kernel.db, visitId), member: member ?? '' }
  const command = part === null ? 'removeVisitMember' : 'setVisitMember'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    checkNamed(tx.db, { member: memberId })
    if (part === 'leads')
      tx.db
        .prepare(
          `UPDATE visit_member SET part = 'joins' WHERE visit_id = ? AND part = 'leads' AND deleted = 0`,
        )
        .run(visitId)
    if (part !== null) linkWriter(tx).member(visitId, memberId, part)
    else
      tx.db
        .prepare('UPDATE visit_member SET deleted = 1 WHERE id = ? AND deleted = 0')
        .run(derivedId(visitId, memberId))
    return {}
  })
}

/** Says of one of theirs whether they came, and how they stood. @throws Refusal VISIT_NOT_FOUND, PERSON_NOT_FOUND */
export function notePerson(
  kernel: Kernel,
  { commandId, visitId, personId, ...said }: InputOf<typeof visits.notePerson>,
): Outcome<object> {
  const person = kernel.db
    .prepare<[string], string>('SELECT name FROM person WHERE id = ?')
    .pluck()
    .get(personId)
  const params = { name: visitName(kernel.db, visitId), person: person ?? '' }
  return kernel.write({ commandId, label: { command: 'noteVisitPerson', params } }, (tx) => {
    openVisitReader(tx.db)(visitId)
    const id = derivedId(visitId, personId)
    const set = (column: string, value: string | number | null | undefined): void => {
      if (value === undefined) return
      const { changes } = tx.db
        .prepare(`UPDATE visit_person SET ${column} = ? WHERE id = ? AND deleted = 0`)
        .run(value, id)
      if (changes === 0) throw new Refusal('PERSON_NOT_FOUND')
    }
    set('came', said.came === undefined || said.came === null ? said.came : Number(said.came))
    set('attitude_before', said.attitudeBefore)
    set('attitude_after', said.attitudeAfter)
    return {}
  })
}
