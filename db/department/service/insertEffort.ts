import type { Tx } from '../../kernel/unit.ts'
import type { SampleEffort } from '../sample/effort.ts'
import { found } from './found.ts'
import type { SampleIds } from './insertArchive.ts'
import { rowInserter } from './rowInserter.ts'

/** Inserts the sample's effort ledger inside a command. */
export function insertEffort(tx: Tx, lines: readonly SampleEffort[], { members, accounts }: SampleIds): void {
  const insert = rowInserter(tx)
  for (const { member, account, day, minutes, subject, requestId, note } of lines) {
    insert('effort', {
      id: tx.newId(),
      member_id: found(members, member),
      account_id: found(accounts, account),
      day,
      minutes,
      subject,
      subject_id: requestId,
      note,
    })
    tx.breathe()
  }
}
