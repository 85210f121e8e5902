import type { Kernel, Tx } from '../../../kernel/kernel.ts'
import type { BriefContent } from '../contract.ts'

/** Records, inside a command, that each masked fact of a content was looked at by this laptop's user. */
export function recordSecrets(tx: Tx, kernel: Kernel, { sections }: BriefContent): void {
  const insert = tx.db.prepare('INSERT INTO reveal (id, person_id, field, by, at) VALUES (?, ?, ?, ?, ?)')
  const by = kernel.actorName()
  const looks = new Map(
    sections.people.flatMap((row) =>
      row.kind === 'secret' && !row.masked
        ? [[`${row.personId} ${row.what}`, { personId: row.personId, what: row.what }] as const]
        : [],
    ),
  )
  for (const { personId, what } of looks.values()) {
    insert.run(tx.newId(), personId, what === 'warning' ? 'warningSigns' : what, by, tx.now)
    tx.breathe()
  }
}
