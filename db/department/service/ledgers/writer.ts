import type { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { Calendar } from '../../sample/calendar.ts'
import type { rowInserter } from '../rowInserter.ts'

/** What the parts of the sample's ledgers are written with, inside a command. */
export interface LedgerWriter {
  readonly insert: ReturnType<typeof rowInserter>
  readonly tx: Tx
  readonly calendar: Calendar
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly people: ReadonlyMap<string, string>
  readonly products: ReadonlyMap<string, string>
}
