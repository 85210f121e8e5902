import type Database from 'better-sqlite3'
import { pinyinText } from '../../accounts/pinyin.ts'
import { type FigureUnit, figureToDecimal } from '../../accounts/rules/figures.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { AccountId, ExceptionId, FigureId, IndicatorId, RoundId, SheetId } from '../../kernel/ids.ts'
import { DEFAULT_RULES, type GroupRules } from '../ballots/rules/group.ts'
import type { Exception, OpenRound } from '../contract.ts'
import { type Measure, measureOf } from '../rules/bands.ts'
import { type FigureColumn, type MarkTable, markTable } from '../rules/grade.ts'
import { isMark, toStripChar } from '../rules/marks.ts'
import type { RoundMethod, RoundState } from '../rules/roundStates.ts'
import type { Borders } from '../rules/tiers.ts'
import { indicatorsOf, type StoredIndicator, sheetName } from './sheets.ts'

/** A round's own row. */
export interface RoundRecord {
  readonly id: RoundId
  readonly name: string
  readonly sheetId: SheetId
  readonly state: RoundState
  readonly method: RoundMethod
  readonly borders: Borders
  /** how ballots are decided; the defaults where one sheet is shared */
  readonly rules: GroupRules
}

interface RoundRow {
  readonly name: string
  readonly sheet_id: SheetId
  readonly state: RoundState
  readonly method: RoundMethod
  readonly borders: string
  readonly rules: string
}

/** @throws Refusal ROUND_NOT_FOUND */
export function roundRecord(db: Database.Database, roundId: RoundId): RoundRecord {
  const row = db
    .prepare<[string], RoundRow>(
      'SELECT name, sheet_id, state, method, borders, rules FROM round WHERE id = ? AND deleted = 0',
    )
    .get(roundId)
  if (!row) throw new Refusal('ROUND_NOT_FOUND')
  return {
    id: roundId,
    name: row.name,
    sheetId: row.sheet_id,
    state: row.state,
    method: row.method,
    borders: JSON.parse(row.borders),
    rules: readRules(row.rules),
  }
}

/** The JSON of `round.rules`: what a round doesn't say is by default. */
export const readRules = (json: string): GroupRules => ({ ...DEFAULT_RULES, ...JSON.parse(json) })

/** A round on a shared sheet that may be marked. @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED */
export function openRecord(db: Database.Database, roundId: RoundId): RoundRecord {
  const round = roundRecord(db, roundId)
  if (round.method !== 'sheet' || round.state !== 'marking')
    throw new Refusal('ROUND_LOCKED', { name: round.name })
  return round
}

/** Everything of a round as it stands, in columns. */
export interface RoundData {
  readonly round: RoundRecord
  readonly sheetName: string
  readonly indicators: readonly StoredIndicator[]
  readonly measures: readonly Measure[]
  readonly accounts: OpenRound['accounts']
  readonly strip: string
  readonly figures: readonly (StoredFigureColumn | null)[]
  readonly notes: OpenRound['notes']
  readonly exceptions: readonly Exception[]
}

/** The figure behind a banded indicator, with one stored value an account. */
export interface StoredFigureColumn {
  readonly id: FigureId
  readonly name: string
  readonly unit: FigureUnit
  readonly orderKey: string
  readonly values: readonly (number | null)[]
}

/** Rows of stored marks: account and JSON by the indicators' mark keys. */
export type MarkRows = Iterable<readonly [accountId: string, json: string]>

const sharedRows = (db: Database.Database, roundId: RoundId) => (): MarkRows =>
  db
    .prepare<[string], [string, string]>(
      'SELECT account_id, marks FROM marks WHERE round_id = ? AND deleted = 0',
    )
    .raw()
    .iterate(roundId)

/**
 * Reads a round whole.
 * @param rows gives the marks to read: those of the shared sheet, or one evaluator's
 * @throws Refusal ROUND_NOT_FOUND, SHEET_NOT_FOUND
 */
export function readRound(
  db: Database.Database,
  roundId: RoundId,
  rows: () => MarkRows = sharedRows(db, roundId),
): RoundData {
  const round = roundRecord(db, roundId)
  const indicators = indicatorsOf(db, round.sheetId)
  const measures = indicators.map((indicator) => measureOf(indicator.standards))
  const accounts = activeAccounts(db)
  const rowOf = new Map<string, number>(accounts.ids.map((id, row) => [id, row]))
  return {
    round,
    sheetName: sheetName(db, round.sheetId),
    indicators,
    measures,
    accounts,
    strip: readStrip(rows(), indicators, measures, rowOf),
    figures: indicators.map((indicator, at) =>
      measures[at]?.kind === 'banded' && indicator.figureId !== null
        ? readFigureColumn(db, indicator.figureId, rowOf)
        : null,
    ),
    notes: readNotes(db, roundId),
    exceptions: readExceptions(db, roundId),
  }
}

/** The marks that count in a round: given ones, and those that figures earn. */
export const marksThatCount = (data: RoundData): MarkTable =>
  markTable(data.strip, data.accounts.ids.length, data.measures, data.figures.map(decimalColumn))

/** A stored figure column as the rules want it. */
export const decimalColumn = (column: StoredFigureColumn | null): FigureColumn =>
  column === null
    ? null
    : column.values.map((value) => (value === null ? null : figureToDecimal(value, column.unit)))

function activeAccounts(db: Database.Database): OpenRound['accounts'] {
  const rows = db
    .prepare<[], [AccountId, string, string, string | null]>(
      `SELECT a.id, a.code, a.name, m.name FROM account a
       LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0 WHERE a.deleted = 0`,
    )
    .raw()
    .all()
    .map(([id, code, name, owner]) => ({ id, code, name, owner: owner ?? '', pinyin: pinyinText(name) }))
    .sort((a, b) => (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : a.id < b.id ? -1 : 1))
  return {
    ids: rows.map((row) => row.id),
    codes: rows.map((row) => row.code),
    names: rows.map((row) => row.name),
    pinyin: rows.map((row) => row.pinyin),
    owners: rows.map((row) => row.owner),
  }
}

function readStrip(
  rows: MarkRows,
  indicators: readonly StoredIndicator[],
  measures: readonly Measure[],
  rowOf: ReadonlyMap<string, number>,
): string {
  const width = indicators.length
  const cells = new Array<string>(rowOf.size * width).fill('-')
  const judged = indicators.flatMap(({ markKey }, column) =>
    measures[column]?.kind === 'judged' ? [{ markKey, column }] : [],
  )
  for (const [accountId, json] of rows) {
    const row = rowOf.get(accountId)
    if (row === undefined) continue
    const marks = readMarks(json)
    for (const { markKey, column } of judged) {
      const mark = marks[markKey]
      if (isMark(mark)) cells[row * width + column] = toStripChar(mark)
    }
  }
  return cells.join('')
}

/** The JSON of a `marks` row: marks by the indicators' mark keys. */
export const readMarks = (json: string): Record<string, number> => JSON.parse(json)

function readFigureColumn(
  db: Database.Database,
  figureId: FigureId,
  rowOf: ReadonlyMap<string, number>,
): StoredFigureColumn | null {
  const figure = db
    .prepare<[string], { name: string; unit: FigureUnit; order_key: string }>(
      'SELECT name, unit, order_key FROM figure WHERE id = ? AND deleted = 0',
    )
    .get(figureId)
  if (!figure) return null
  const values = new Array<number | null>(rowOf.size).fill(null)
  const rows = db
    .prepare<[string], [string, number | null]>(
      'SELECT id, json_extract(figures, ?) FROM account WHERE deleted = 0',
    )
    .raw()
  for (const [accountId, value] of rows.iterate(`$."${figureId}"`)) {
    const row = rowOf.get(accountId)
    if (row !== undefined) values[row] = value
  }
  return { id: figureId, name: figure.name, unit: figure.unit, orderKey: figure.order_key, values }
}

const readNotes = (db: Database.Database, roundId: RoundId): OpenRound['notes'] =>
  db
    .prepare<[string], { account_id: AccountId; indicator_id: IndicatorId; text: string }>(
      `SELECT account_id, indicator_id, text FROM mark_note WHERE round_id = ? AND deleted = 0 AND text <> ''`,
    )
    .all(roundId)
    .map((row) => ({
      accountId: row.account_id,
      indicatorId: row.indicator_id,
      text: row.text,
    }))

const readExceptions = (db: Database.Database, roundId: RoundId): Exception[] =>
  db
    .prepare<
      [string],
      {
        id: ExceptionId
        account_id: AccountId
        tier: 'key' | 'main'
        reason: string
        approver: string
        expires: string | null
      }
    >(
      `SELECT e.id, e.account_id, e.tier, e.reason, e.approver, e.expires FROM exception e
       JOIN account a ON a.id = e.account_id AND a.deleted = 0 WHERE e.round_id = ? AND e.deleted = 0`,
    )
    .all(roundId)
    .map((row) => ({
      id: row.id,
      accountId: row.account_id,
      tier: row.tier,
      reason: row.reason,
      approver: row.approver,
      expires: row.expires,
    }))
