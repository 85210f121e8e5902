import type { z } from 'zod'
import { instantOf } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { RoundId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { ballotProgress, seatLastGroup } from '../ballots/service/seats.ts'
import type { OpenRound, RoundSummary, rounds } from '../contract.ts'
import { fromStripChar } from '../rules/marks.ts'
import { FULL_WEIGHT } from '../rules/score.ts'
import { weightSum } from '../rules/sheet.ts'
import { bordersInOrder, DEFAULT_BORDERS } from '../rules/tiers.ts'
import { openRecord, type RoundData, readRound, roundRecord } from './roundData.ts'
import { indicatorsOf, publicIndicator, refuseHeldSheet, sheetName } from './sheets.ts'

/** What a procedure of the rounds takes. */
export type RoundInput<Procedure extends keyof typeof rounds> = z.infer<
  NonNullable<(typeof rounds)[Procedure]['~orpc']['inputSchema']>
>

/** All rounds, newest first, with how much of them is marked. */
export function listRounds(kernel: Kernel): RoundSummary[] {
  return kernel.db
    .prepare<[], { id: RoundId; sheet: string }>(
      `SELECT r.id, s.name AS sheet FROM round r JOIN sheet s ON s.id = r.sheet_id
       WHERE r.deleted = 0 ORDER BY r.id DESC`,
    )
    .all()
    .map(({ id, sheet }) => {
      const { name, state, method, sheetId, rules } = roundRecord(kernel.db, id)
      return {
        ...{ id, name, state, method, sheetId, sheetName: sheet },
        ...newestPublication(kernel, id),
        ...(method === 'ballots'
          ? { ...ballotProgress(kernel.db, id), deadline: rules.deadline }
          : { ...progress(kernel, id), submitted: 0, evaluators: 0, deadline: null }),
      }
    })
}

/** The newest publication's revision and instant; 0 and null where there is none. */
export function newestPublication(
  kernel: Kernel,
  roundId: RoundId,
): { revision: number; publishedAt: string | null } {
  const row = kernel.db
    .prepare<[string], { revision: number; published_at: string }>(
      `SELECT revision, published_at FROM publication WHERE round_id = ? AND deleted = 0
       ORDER BY revision DESC LIMIT 1`,
    )
    .get(roundId)
  return row
    ? { revision: row.revision, publishedAt: instantOf(row.published_at) }
    : { revision: 0, publishedAt: null }
}

function progress(kernel: Kernel, roundId: RoundId): { markedCells: number; cells: number } {
  const { strip, measures, accounts } = readRound(kernel.db, roundId)
  const judged = measures.filter((measure) => measure.kind === 'judged').length
  let markedCells = 0
  for (const char of strip) if (fromStripChar(char) !== null) markedCells += 1
  return { markedCells, cells: judged * accounts.ids.length }
}

/** Everything that the scoring grid shows. @throws Refusal ROUND_NOT_FOUND */
export const openRound = (kernel: Kernel, roundId: RoundId): OpenRound =>
  openRoundOf(kernel, readRound(kernel.db, roundId))

/** A round, or an evaluator's view of it, as the grid wants it. */
export const openRoundOf = (kernel: Kernel, data: RoundData): OpenRound => ({
  id: data.round.id,
  name: data.round.name,
  state: data.round.state,
  method: data.round.method,
  revision: newestPublication(kernel, data.round.id).revision,
  sheet: {
    id: data.round.sheetId,
    name: data.sheetName,
    indicators: data.indicators.map(publicIndicator),
  },
  borders: data.round.borders,
  accounts: data.accounts,
  marks: data.strip,
  figures: figuresOf(data),
  notes: data.notes,
  exceptions: [...data.exceptions],
  editable: data.round.method === 'sheet' && data.round.state === 'marking',
  evaluator: null,
})

/** The figures that a round's bands read, each once. */
export function figuresOf(data: RoundData): OpenRound['figures'] {
  const columns = data.figures.filter((column) => column !== null)
  const figures = [...new Map(columns.map((column) => [column.id, column])).values()]
  return figures.map(({ id, name, unit, orderKey, values }) => ({
    figure: { id, name, unit, order: orderKey },
    values: [...values],
  }))
}

/** Opens a round on a sheet with A7's borders; with ballots as a draft with the last group. @throws Refusal SHEET_NOT_FOUND */
export const addRound = (
  kernel: Kernel,
  { commandId, name, sheetId, method = 'sheet' }: RoundInput<'add'>,
): Outcome<{ roundId: RoundId }> =>
  kernel.write({ commandId, label: { command: 'addRound', params: { name } } }, (tx) => {
    sheetName(tx.db, sheetId)
    const roundId = RoundId.parse(tx.newId())
    const state = method === 'ballots' ? 'draft' : 'marking'
    tx.db
      .prepare(`INSERT INTO round (id, name, sheet_id, state, method, borders) VALUES (?, ?, ?, ?, ?, ?)`)
      .run(roundId, name, sheetId, state, method, JSON.stringify(DEFAULT_BORDERS))
    if (method === 'ballots') seatLastGroup(tx, roundId)
    return { roundId }
  })

/** Renames a round. @throws Refusal ROUND_NOT_FOUND */
export const renameRound = (
  kernel: Kernel,
  { commandId, roundId, name }: RoundInput<'rename'>,
): Outcome<object> =>
  kernel.write({ commandId, label: { command: 'renameRound', params: { name } } }, (tx) => {
    roundRecord(tx.db, roundId)
    tx.db.prepare('UPDATE round SET name = ? WHERE id = ?').run(name, roundId)
    return {}
  })

/** Deletes a round that was never published; one with ballots only as a draft. @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED */
export function removeRound(kernel: Kernel, { commandId, roundId }: RoundInput<'remove'>): Outcome<object> {
  const { name } = roundRecord(kernel.db, roundId)
  return kernel.write({ commandId, label: { command: 'removeRound', params: { name } } }, (tx) => {
    const { method, state } = roundRecord(tx.db, roundId)
    if (state !== (method === 'ballots' ? 'draft' : 'marking')) throw new Refusal('ROUND_LOCKED', { name })
    if (newestPublication(kernel, roundId).revision > 0) throw new Refusal('ROUND_LOCKED', { name })
    tx.db.prepare('UPDATE round SET deleted = 1 WHERE id = ?').run(roundId)
    return {}
  })
}

/**
 * Applies borders and weights that were tried out, as one command.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_LOCKED, BORDERS_OUT_OF_ORDER, WEIGHTS_NOT_FULL, INDICATOR_NOT_FOUND,
 *   SHEET_HELD
 */
export function applyWhatIf(
  kernel: Kernel,
  { commandId, roundId, borders, weights }: RoundInput<'apply'>,
): Outcome<object> {
  const { name } = roundRecord(kernel.db, roundId)
  return kernel.write({ commandId, label: { command: 'applyWhatIf', params: { name } } }, (tx) => {
    const round = openRecord(tx.db, roundId)
    if (borders) {
      if (!bordersInOrder(borders)) throw new Refusal('BORDERS_OUT_OF_ORDER')
      tx.db.prepare('UPDATE round SET borders = ? WHERE id = ?').run(JSON.stringify(borders), roundId)
    }
    if (weights) {
      refuseHeldSheet(tx.db, round.sheetId)
      const ids = new Set(indicatorsOf(tx.db, round.sheetId).map((indicator) => indicator.id))
      if (weights.some(({ indicatorId }) => !ids.has(indicatorId))) throw new Refusal('INDICATOR_NOT_FOUND')
      const update = tx.db.prepare('UPDATE indicator SET weight = ? WHERE id = ?')
      for (const { indicatorId, weight } of weights) update.run(weight, indicatorId)
      const sum = weightSum(indicatorsOf(tx.db, round.sheetId))
      if (sum !== FULL_WEIGHT) throw new Refusal('WEIGHTS_NOT_FULL', { sum })
    }
    return {}
  })
}
