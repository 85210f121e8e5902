import type Database from 'better-sqlite3'
import { Refusal } from '../../kernel/errors.ts'
import type { CommandId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { SampleKept } from '../contract.ts'
import { changeSettings, readSettings } from '../settings.ts'
import { insertSample } from './insertSample.ts'
import { sampleParts, sampleStanding } from './sampleRows.ts'

/**
 * Loads the sample department as one command. Undo stops before it, or one Ctrl+Z too many would empty the
 * department; `removeSample` takes it away. @throws Refusal SAMPLE_ALREADY_LOADED
 */
export function loadSample(kernel: Kernel, { commandId }: { commandId: CommandId }): Outcome<object> {
  const label = { command: 'loadSample', params: {} }
  return kernel.write({ commandId, label, source: 'sample', final: [] }, (tx) => {
    if (sampleStanding(tx.db).sampleLoaded) throw new Refusal('SAMPLE_ALREADY_LOADED')
    const { user } = insertSample(tx, kernel)
    if (!isMember(tx.db, readSettings(tx.db).me)) changeSettings(kernel, { me: user })
    return {}
  })
}

/** Whether this laptop's user is somebody who is there: a removed sample leaves its user chosen, for its undo. */
const isMember = (db: Database.Database, id: string | null): boolean =>
  db.prepare('SELECT 1 FROM member WHERE id = ? AND deleted = 0').get(id) !== undefined

/**
 * Removes what the sample brought, edited or not. What the user made stays, and so does what it stands on: a sheet
 * that a round of theirs uses, a figure that they filled in or mark from, a member who owns an account of theirs, an
 * account that they logged a contact with, a person whom they promised something.
 * Answers with how many of the sample's accounts, members and people stay for that; the label has them too, for the
 * toast. @throws Refusal SAMPLE_NOT_LOADED
 */
export function removeSample(
  kernel: Kernel,
  { commandId }: { commandId: CommandId },
): Outcome<{ kept: SampleKept }> {
  const { removable, kept } = sampleParts(kernel.db)
  return kernel.write({ commandId, label: { command: 'removeSample', params: kept } }, (tx) => {
    if (removable.length === 0) throw new Refusal('SAMPLE_NOT_LOADED')
    const tables = new Set(removable.map(({ tbl }) => tbl))
    const remove = new Map(
      [...tables].map((tbl) => [tbl, tx.db.prepare(`UPDATE "${tbl}" SET deleted = 1 WHERE id = ?`)]),
    )
    for (const { tbl, id } of removable) {
      remove.get(tbl)?.run(id)
      tx.breathe()
    }
    return { kept }
  })
}
