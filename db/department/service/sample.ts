import type Database from 'better-sqlite3'
import { dayOf } from '../../accounts/rules/days.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CommandId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { changeSettings, readSettings } from '../settings.ts'
import { insertSample } from './insertSample.ts'

/** Rows that the sample brought in, whenever it was loaded; the cross join keeps SQLite from reading all changes. */
const SAMPLE_ROWS = `sample (tbl, id) AS MATERIALIZED (
  SELECT c.tbl, c.row_id FROM txn t CROSS JOIN change c ON c.txn_id = t.id
  WHERE t.source = 'sample' AND c.op = 'insert')`

interface Row {
  readonly tbl: string
  readonly id: string
}

/** Rows of the sample that are there and that nothing of the user's stands on. */
function removableRows(db: Database.Database): Row[] {
  const rows = db.prepare<[], Row>(REMOVABLE).all()
  const live = new Map(
    [...new Set(rows.map(({ tbl }) => tbl))].map((tbl) => [
      tbl,
      db.prepare<[string]>(`SELECT 1 FROM "${tbl}" WHERE id = ? AND deleted = 0`),
    ]),
  )
  return rows.filter(({ tbl, id }) => live.get(tbl)?.get(id) !== undefined)
}

/** Whether there is anything of the sample to remove. */
export const sampleLoaded = (db: Database.Database): boolean => removableRows(db).length > 0

/**
 * Loads the sample department as one command. Undo stops before it, or one Ctrl+Z too many would empty the
 * department; `removeSample` takes it away. @throws Refusal SAMPLE_ALREADY_LOADED
 */
export function loadSample(kernel: Kernel, { commandId }: { commandId: CommandId }): Outcome<object> {
  const label = { command: 'loadSample', params: {} }
  return kernel.write({ commandId, label, source: 'sample', final: [] }, (tx) => {
    if (sampleLoaded(tx.db)) throw new Refusal('SAMPLE_ALREADY_LOADED')
    const { user } = insertSample(tx, dayOf(kernel.now()))
    if (!isMember(tx.db, readSettings(tx.db).me)) changeSettings(kernel, { me: user })
    return {}
  })
}

/** Whether this laptop's user is somebody who is there: a removed sample leaves its user chosen, for its undo. */
const isMember = (db: Database.Database, id: string | null): boolean =>
  db.prepare('SELECT 1 FROM member WHERE id = ? AND deleted = 0').get(id) !== undefined

/**
 * Removes what the sample brought, edited or not. What the user made stays, and so does what it stands on: a sheet
 * that a round of theirs uses, a figure that they filled in or mark from, a member who owns an account of theirs.
 * @throws Refusal SAMPLE_NOT_LOADED
 */
export const removeSample = (kernel: Kernel, { commandId }: { commandId: CommandId }): Outcome<object> =>
  kernel.write({ commandId, label: { command: 'removeSample', params: {} } }, (tx) => {
    const rows = removableRows(tx.db)
    if (rows.length === 0) throw new Refusal('SAMPLE_NOT_LOADED')
    for (const { tbl, id } of rows) {
      tx.db.prepare(`UPDATE "${tbl}" SET deleted = 1 WHERE id = ?`).run(id)
      tx.breathe()
    }
    return {}
  })

const REMOVABLE = `WITH ${SAMPLE_ROWS},
  kept_sheet (id) AS (
    SELECT sheet_id FROM round WHERE deleted = 0 AND id NOT IN (SELECT id FROM sample)),
  gone_sheet (id) AS (
    SELECT id FROM sample WHERE tbl = 'sheet' AND id NOT IN (SELECT id FROM kept_sheet)),
  gone_account (id) AS (SELECT id FROM sample WHERE tbl = 'account'),
  kept (id) AS (
    SELECT id FROM kept_sheet
    UNION SELECT id FROM indicator WHERE sheet_id IN (SELECT id FROM kept_sheet)
    UNION SELECT i.figure_id FROM indicator i JOIN sheet s ON s.id = i.sheet_id
      WHERE i.deleted = 0 AND s.deleted = 0 AND i.figure_id IS NOT NULL
        AND s.id NOT IN (SELECT id FROM gone_sheet)
    UNION SELECT f.key FROM account a JOIN json_each(a.figures) f
      WHERE a.deleted = 0 AND a.id NOT IN (SELECT id FROM gone_account)
    UNION SELECT owner_id FROM account
      WHERE deleted = 0 AND owner_id IS NOT NULL AND id NOT IN (SELECT id FROM gone_account))
  SELECT tbl, id FROM sample WHERE id NOT IN (SELECT id FROM kept)`
