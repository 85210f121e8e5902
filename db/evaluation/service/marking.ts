import { derivedId } from '../../kernel/derivedId.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, IndicatorId, RoundId, SheetId } from '../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../kernel/kernel.ts'
import { measureOf } from '../rules/bands.ts'
import { fromStripChar, isMark, toStripChar } from '../rules/marks.ts'
import { openRecord, type RoundRecord, readMarks, roundRecord } from './roundData.ts'
import type { RoundInput } from './rounds.ts'
import { indicatorsOf, type StoredIndicator } from './sheets.ts'

/** The id of an account's marks in a round. */
export const marksId = (roundId: RoundId, accountId: AccountId): string => derivedId(roundId, accountId)

/**
 * Marks a block of cells, all or none.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED, ACCOUNT_NOT_FOUND, INDICATOR_NOT_FOUND, INDICATOR_BANDED,
 *   STRIP_MISFIT, CELLS_CHANGED when another window changed a cell since `expected` was read
 */
export function markCells(kernel: Kernel, input: RoundInput<'mark'>): Outcome<object> {
  const round = roundRecord(kernel.db, input.roundId)
  return kernel.write({ commandId: input.commandId, label: markLabel(kernel, round, input) }, (tx) => {
    openRecord(tx.db, input.roundId)
    const columns = judgedColumns(tx, round.sheetId, input)
    writeMarks(tx, sharedMarks(tx, input.roundId), input, columns)
    return {}
  })
}

function markLabel(kernel: Kernel, round: RoundRecord, input: RoundInput<'mark'>) {
  const { accountIds, indicatorIds, marks, gesture } = input
  const [accountId] = accountIds
  const single = accountIds.length === 1 && indicatorIds.length === 1
  const account = single
    ? kernel.db
        .prepare<[string], string>('SELECT name FROM account WHERE id = ?')
        .pluck()
        .get(accountId ?? '')
    : undefined
  const indicator = single
    ? indicatorsOf(kernel.db, round.sheetId).find((candidate) => candidate.id === indicatorIds[0])?.name
    : undefined
  return {
    command: 'mark',
    params: {
      gesture,
      round: round.name,
      cells: marks.replaceAll('.', '').length,
      rows: accountIds.length,
      columns: indicatorIds.length,
      account: account ?? '',
      indicator: indicator ?? '',
    },
  }
}

/**
 * The indicators of a block; those that bands mark may only be left alone.
 * @throws Refusal STRIP_MISFIT, INDICATOR_NOT_FOUND, INDICATOR_BANDED
 */
export function judgedColumns(
  tx: Tx,
  sheetId: SheetId,
  input: MarkBlock & Pick<RoundInput<'mark'>, 'indicatorIds'>,
): StoredIndicator[] {
  const { accountIds, indicatorIds, expected, marks } = input
  const cells = accountIds.length * indicatorIds.length
  if (expected.length !== cells || marks.length !== cells) throw new Refusal('STRIP_MISFIT')
  const known = new Map(indicatorsOf(tx.db, sheetId).map((indicator) => [indicator.id, indicator]))
  return indicatorIds.map((id, column) => {
    const indicator = known.get(id)
    if (!indicator) throw new Refusal('INDICATOR_NOT_FOUND')
    if (
      measureOf(indicator.standards).kind === 'banded' &&
      columnIsMarked(marks, column, indicatorIds.length)
    )
      throw new Refusal('INDICATOR_BANDED', { indicator: indicator.name })
    return indicator
  })
}

function columnIsMarked(strip: string, column: number, width: number): boolean {
  for (let at = column; at < strip.length; at += width) if (strip[at] !== '.') return true
  return false
}

/** Where a block of marks is kept: on the shared sheet, or on an evaluator's ballot. */
export interface MarkStore {
  /** JSON by account; for many accounts of all there are */
  read(accountIds: readonly AccountId[]): ReadonlyMap<string, string>
  insert(accountId: AccountId, json: string): void
  update(accountId: AccountId, json: string): void
}

/** The marks of a round's shared sheet. */
export function sharedMarks(tx: Tx, roundId: RoundId): MarkStore {
  const update = tx.db.prepare('UPDATE marks SET marks = ?, deleted = 0 WHERE id = ?')
  const insert = tx.db.prepare('INSERT INTO marks (id, round_id, account_id, marks) VALUES (?, ?, ?, ?)')
  const all = `SELECT account_id, ${HELD} FROM marks WHERE round_id = ?`
  const one = tx.db.prepare<[string], string>(`SELECT ${HELD} FROM marks WHERE id = ?`).pluck()
  return {
    read: (accountIds) =>
      accountIds.length > MANY
        ? new Map(tx.db.prepare<[string], [string, string]>(all).raw().all(roundId))
        : found(accountIds, (accountId) => one.get(marksId(roundId, accountId))),
    insert: (accountId, json) => insert.run(marksId(roundId, accountId), roundId, accountId, json),
    update: (accountId, json) => update.run(json, marksId(roundId, accountId)),
  }
}

/** A block of marks: strips over accounts × columns. */
export type MarkBlock = Pick<RoundInput<'mark'>, 'accountIds' | 'expected' | 'marks'>

/** Writes a block of marks inside a command; importing marks uses it too. @throws Refusal as {@link markCells} */
export function writeMarks(
  tx: Tx,
  store: MarkStore,
  { accountIds, expected, marks }: MarkBlock,
  columns: readonly StoredIndicator[],
): void {
  const width = columns.length
  const accounts = knownAccounts(tx, accountIds)
  const stored = store.read(accountIds)
  const conflicts: { name: string; current: string | null }[] = []
  accountIds.forEach((accountId, row) => {
    const name = accounts.get(accountId)
    if (name === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
    const json = stored.get(accountId)
    const held = json === undefined ? {} : readMarks(json)
    const start = row * width
    for (let column = 0; column < width; column += 1) {
      const wanted = marks[start + column]
      const markKey = columns[column]?.markKey
      if (wanted === undefined || wanted === '.' || markKey === undefined) continue
      const current = stripCharOf(held[markKey])
      if (current !== wanted && current !== expected[start + column])
        conflicts.push({
          name: `${name} · ${columns[column]?.name ?? ''}`,
          current: current === '-' ? null : current,
        })
      const mark = fromStripChar(wanted)
      if (mark === null) delete held[markKey]
      else held[markKey] = mark
    }
    const after = JSON.stringify(held)
    if (json === undefined) store.insert(accountId, after)
    else if (after !== json) store.update(accountId, after)
    tx.breathe()
  })
  const [first] = conflicts
  if (first) throw new Refusal('CELLS_CHANGED', { cells: conflicts.length, ...first })
}

const stripCharOf = (mark: number | undefined): string => toStripChar(isMark(mark) ? mark : null)

/** Above this many accounts it is faster to read the whole table than row by row. */
export const MANY = 500

/** Rows there are, as JSON; one that an undo marked deleted holds no marks and comes back to life with its next one. */
export const HELD = `CASE deleted WHEN 0 THEN marks ELSE '{}' END`

function knownAccounts(tx: Tx, accountIds: readonly AccountId[]): ReadonlyMap<string, string> {
  if (accountIds.length > MANY)
    return new Map(
      tx.db.prepare<[], [string, string]>('SELECT id, name FROM account WHERE deleted = 0').raw().all(),
    )
  const one = tx.db.prepare<[string], string>('SELECT name FROM account WHERE id = ? AND deleted = 0').pluck()
  return found(accountIds, (id) => one.get(id))
}

/** What a look-up finds for each of some accounts. */
export const found = (
  accountIds: readonly AccountId[],
  look: (accountId: AccountId) => string | undefined,
): ReadonlyMap<string, string> =>
  new Map(
    accountIds.flatMap((id) => {
      const text = look(id)
      return text === undefined ? [] : [[id, text]]
    }),
  )

/** Writes, changes or (empty text) removes the note on one mark. @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED */
export function noteMark(kernel: Kernel, input: RoundInput<'note'>): Outcome<object> {
  const { commandId, roundId, accountId, indicatorId, text } = input
  const names = namesOf(kernel, accountId, indicatorId)
  return kernel.write({ commandId, label: { command: 'note', params: names } }, (tx) => {
    openRecord(tx.db, roundId)
    const id = derivedId(roundId, accountId, indicatorId)
    tx.db
      .prepare(
        `INSERT INTO mark_note (id, round_id, account_id, indicator_id, text) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET text = excluded.text, deleted = 0`,
      )
      .run(id, roundId, accountId, indicatorId, text.trim())
    return {}
  })
}

function namesOf(kernel: Kernel, accountId: AccountId, indicatorId: IndicatorId) {
  const nameIn = (table: 'account' | 'indicator', id: string): string =>
    kernel.db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(id) ?? ''
  return { account: nameIn('account', accountId), indicator: nameIn('indicator', indicatorId) }
}
