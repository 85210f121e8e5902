import type Database from 'better-sqlite3'
import { Refusal } from '../../kernel/errors.ts'
import type { FigureId, IndicatorId, RoundId, SheetId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Indicator, Sheet, SheetSummary } from '../contract.ts'
import { holdsSheet, type RoundMethod, type RoundState } from '../rules/roundStates.ts'
import { sheetFaults, weightSum } from '../rules/sheet.ts'

/** An indicator with the name that its marks are stored under. */
export interface StoredIndicator extends Indicator {
  readonly markKey: string
}

interface IndicatorRow {
  readonly id: IndicatorId
  readonly mark_key: string
  readonly code: string
  readonly name: string
  readonly weight: number
  readonly figure_id: FigureId | null
  readonly excellent: string
  readonly good: string
  readonly fair: string
  readonly poor: string
  readonly failing: string
  readonly order_key: string
}

/** A sheet's indicators in order. */
export const indicatorsOf = (db: Database.Database, sheetId: SheetId): StoredIndicator[] =>
  db
    .prepare<[string], IndicatorRow>(
      'SELECT * FROM indicator WHERE sheet_id = ? AND deleted = 0 ORDER BY order_key, id',
    )
    .all(sheetId)
    .map((row) => ({
      id: row.id,
      markKey: row.mark_key,
      code: row.code,
      name: row.name,
      weight: row.weight,
      figureId: row.figure_id,
      standards: {
        excellent: row.excellent,
        good: row.good,
        fair: row.fair,
        poor: row.poor,
        failing: row.failing,
      },
      order: row.order_key,
    }))

/** The name of a sheet. @throws Refusal SHEET_NOT_FOUND */
export function sheetName(db: Database.Database, sheetId: SheetId): string {
  const name = db
    .prepare<[string], string>('SELECT name FROM sheet WHERE id = ? AND deleted = 0')
    .pluck()
    .get(sheetId)
  if (name === undefined) throw new Refusal('SHEET_NOT_FOUND')
  return name
}

/** A sheet with its indicators. @throws Refusal SHEET_NOT_FOUND */
export function getSheet(kernel: Kernel, sheetId: SheetId): Sheet {
  return {
    id: sheetId,
    name: sheetName(kernel.db, sheetId),
    indicators: indicatorsOf(kernel.db, sheetId).map(publicIndicator),
  }
}

/** An indicator as the contract shows it, without its storage name. */
export function publicIndicator({ markKey: _, ...indicator }: StoredIndicator): Indicator {
  return indicator
}

/** What keeps a stored sheet from grading. */
export const storedSheetFaults = (indicators: readonly Indicator[]) =>
  sheetFaults(indicators.map((indicator) => ({ ...indicator, hasFigure: indicator.figureId !== null })))

/**
 * Refuses to change a sheet for which ballots are out, or whose result is being decided: two evaluators would have
 * marked different things. @throws Refusal SHEET_HELD naming the round
 */
export function refuseHeldSheet(db: Database.Database, sheetId: SheetId): void {
  const rounds = db
    .prepare<[string], { name: string; method: RoundMethod; state: RoundState }>(
      'SELECT name, method, state FROM round WHERE sheet_id = ? AND deleted = 0',
    )
    .all(sheetId)
  const holder = rounds.find(({ method, state }) => holdsSheet(method, state))
  if (holder) throw new Refusal('SHEET_HELD', { round: holder.name })
}

/** All sheets by name, with where they are used. */
export function listSheets(kernel: Kernel): SheetSummary[] {
  const rounds = kernel.db
    .prepare<[], { id: RoundId; name: string; sheet_id: SheetId }>(
      'SELECT id, name, sheet_id FROM round WHERE deleted = 0 ORDER BY id DESC',
    )
    .all()
  return kernel.db
    .prepare<[], { id: SheetId; name: string }>(
      'SELECT id, name FROM sheet WHERE deleted = 0 ORDER BY id DESC',
    )
    .all()
    .map((row) => {
      const { id } = row
      const indicators = indicatorsOf(kernel.db, id)
      return {
        id,
        name: row.name,
        indicators: indicators.length,
        weightSum: weightSum(indicators),
        faults: storedSheetFaults(indicators).length,
        rounds: rounds
          .filter((round) => round.sheet_id === id)
          .map((round) => ({ id: round.id, name: round.name })),
      }
    })
}
