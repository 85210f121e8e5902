import type { StoredGiven, StoredOutcome, StoredTold } from '../../../channel/consultations/service/stored.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { SAMPLE_CONSULTATIONS } from '../../sample/ledgers/consultations.ts'
import { found } from '../found.ts'
import type { LedgerWriter } from './writer.ts'

/** The sample's consultations with the opinions on them. */
export function insertConsultations({ insert, tx, calendar, members, accounts, people }: LedgerWriter): void {
  for (const consultation of SAMPLE_CONSULTATIONS) {
    const { title, kind, question, closesIn, decidesIn, owner, outcome, opinions } = consultation
    const by = found(members, owner)
    const decided: StoredOutcome | null = outcome && {
      decision: outcome.decision,
      text: outcome.text,
      on: calendar.workday(-outcome.ago),
      by,
    }
    const id = tx.newId()
    insert('consultation', {
      id,
      title,
      kind,
      question,
      closes_on: calendar.dueDay(closesIn),
      decides_on: calendar.dueDay(Math.max(decidesIn, closesIn + 3)),
      owner_id: by,
      outcome: decided && JSON.stringify(decided),
    })
    for (const { account, weight, person, given, told } of opinions) {
      const accountId = found(accounts, account)
      const said: StoredGiven | null = given && {
        stance: given.stance,
        text: given.text,
        on: calendar.workday(-given.ago),
        by,
      }
      const informed: StoredTold | null = told && { text: told.text, on: calendar.workday(-told.ago), by }
      insert('opinion', {
        id: derivedId(id, accountId),
        consultation_id: id,
        account_id: accountId,
        person_id: person === null ? null : found(people, person),
        weight,
        given: said && JSON.stringify(said),
        told: informed && JSON.stringify(informed),
      })
    }
  }
}
