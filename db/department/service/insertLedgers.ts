import { nextCode } from '../../channel/quality/rules/course.ts'
import type { StoredCorrection, StoredProof } from '../../channel/quality/service/incidents.ts'
import type { AccountId, MemberId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { Calendar } from '../sample/calendar.ts'
import { SAMPLE_INCIDENTS } from '../sample/ledgers/quality.ts'
import { found } from './found.ts'
import { rowInserter } from './rowInserter.ts'

/** The rows that the ledgers' names stand for. */
export interface LedgerIds {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
}

/** What the parts of the sample's ledgers are written with, inside a command. */
interface Writer extends LedgerIds {
  readonly insert: ReturnType<typeof rowInserter>
  readonly tx: Tx
  readonly calendar: Calendar
}

/** Inserts the ledgers of the sample's VIP channel inside a command, once archive and analyses are there. */
export function insertLedgers(tx: Tx, calendar: Calendar, ids: LedgerIds): void {
  const writer: Writer = { insert: rowInserter(tx), tx, calendar, ...ids }
  insertIncidents(writer)
}

/** Rows of a table by their names. */
const byName = (tx: Tx, table: 'product' | 'person'): ReadonlyMap<string, string> =>
  new Map(
    tx.db
      .prepare<[], { id: string; name: string }>(`SELECT id, name FROM ${table} WHERE deleted = 0`)
      .all()
      .map(({ id, name }) => [name, id]),
  )

function insertIncidents({ insert, tx, calendar, members, accounts }: Writer): void {
  const products = byName(tx, 'product')
  const codes: string[] = []
  for (const incident of SAMPLE_INCIDENTS) {
    const { account, product, owner, ago, correction, proof, ...words } = incident
    codes.push(nextCode(codes))
    const corrected: StoredCorrection | null = correction && {
      what: correction.what,
      dueOn: calendar.dueDay(correction.dueIn),
      doneOn: correction.doneAgo === null ? null : calendar.workday(-correction.doneAgo),
      by: found(members, correction.by),
    }
    const proven: StoredProof | null = proof && {
      what: proof.what,
      on: calendar.workday(-proof.ago),
      by: found(members, proof.by),
      files: [],
    }
    insert('quality_incident', {
      id: tx.newId(),
      code: codes.at(-1),
      account_id: found(accounts, account),
      product_id: product === null ? null : found(products, product),
      owner_id: found(members, owner),
      happened_on: calendar.workday(-ago),
      correction: corrected && JSON.stringify(corrected),
      proof: proven && JSON.stringify(proven),
      ...words,
    })
  }
}
