import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One named transaction: what was done, by whom, in which order. Never changed, never pruned. */
export const txn = sqliteTable(
  'txn',
  {
    id: text().primaryKey(),
    /** clock reading: the order of transactions */
    hlc: text().notNull(),
    device: text().notNull(),
    /** 1, 2, 3 … for each device, without gaps */
    deviceSeq: integer('device_seq').notNull(),
    actor: text().notNull(),
    command: text().notNull(),
    /** JSON: {params, tables, final?}: the tables it changed, and which earlier commands it puts beyond undo */
    label: text().notNull(),
    /** the unit (batch or transaction id) that this one undoes */
    undoOf: text('undo_of'),
    /** hub position when written; 0 while there is no hub */
    base: integer().notNull(),
    schemaVersion: integer('schema_version').notNull(),
    appVersion: text('app_version').notNull(),
    source: text({ enum: ['local', 'sync', 'import', 'migration', 'sample'] }).notNull(),
    hubSeq: integer('hub_seq'),
    /** the first transaction of a unit that was too large for one */
    batchId: text('batch_id'),
  },
  (table) => [
    index('txn_hlc').on(table.hlc),
    index('txn_device').on(table.device, table.deviceSeq),
    index('txn_batch').on(table.batchId),
    index('txn_undo').on(table.undoOf),
  ],
)

/** One row's change inside a transaction: only the changed columns on update, the whole row on insert. */
export const change = sqliteTable(
  'change',
  {
    /** no foreign key: the transaction's row is written last, and looking for it took a twentieth of a bulk write */
    txnId: text('txn_id').notNull(),
    seq: integer().notNull(),
    tbl: text().notNull(),
    rowId: text('row_id').notNull(),
    op: text({ enum: ['insert', 'update'] }).notNull(),
    /** JSON of the columns before; null on insert */
    before: text(),
    /** JSON of the columns after */
    after: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.txnId, table.seq] }),
    index('change_row').on(table.tbl, table.rowId),
  ],
)

/** The mode that the change triggers work in: one row. */
export const logState = sqliteTable('log_state', {
  id: integer().primaryKey(),
  /** closed: writes abort · local: writes are recorded · apply: received changes, not recorded again */
  mode: text({ enum: ['closed', 'local', 'apply'] }).notNull(),
  txnId: text('txn_id'),
})

/** Steps that built this file, so that an edited one is noticed. */
export const migration = sqliteTable('migration', {
  version: integer().primaryKey(),
  name: text().notNull(),
  /** SHA-256 of the step's SQL */
  hash: text().notNull(),
  appliedAt: text('applied_at').notNull(),
})

/** Answers already given to commands: the same command sent again gets the same answer. */
export const commandReceipt = sqliteTable('command_receipt', {
  commandId: text('command_id').primaryKey(),
  txnId: text('txn_id'),
  /** JSON */
  reply: text().notNull(),
  at: text().notNull(),
})
