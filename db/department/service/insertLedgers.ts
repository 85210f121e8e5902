import type { AccountId, MemberId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { Calendar } from '../sample/calendar.ts'
import { insertClub } from './ledgers/club.ts'
import { insertConsultations } from './ledgers/consultations.ts'
import { insertIncentives } from './ledgers/incentives.ts'
import { insertIncidents } from './ledgers/incidents.ts'
import { insertMystery } from './ledgers/mystery.ts'
import { rowInserter } from './rowInserter.ts'

/** The rows that the ledgers' names stand for. */
export interface LedgerIds {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
}

/** Inserts the ledgers of the sample's VIP channel inside a command, once archive and analyses are there. */
export function insertLedgers(tx: Tx, calendar: Calendar, ids: LedgerIds): void {
  const people = byName(tx, 'person')
  const products = byName(tx, 'product')
  const writer = { insert: rowInserter(tx), tx, calendar, people, products, ...ids }
  insertIncidents(writer)
  insertConsultations(writer)
  insertClub(writer)
  insertIncentives(writer)
  insertMystery(writer)
}

/** Rows of a table by their names. */
const byName = (tx: Tx, table: 'product' | 'person'): ReadonlyMap<string, string> =>
  new Map(
    tx.db
      .prepare<[], { id: string; name: string }>(`SELECT id, name FROM ${table} WHERE deleted = 0`)
      .all()
      .map(({ id, name }) => [name, id]),
  )
