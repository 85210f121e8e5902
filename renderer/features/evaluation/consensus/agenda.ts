import type { ConsensusModel } from './consensusModel.ts'
import { outcomesOf, tiersBetween } from './outcomes.ts'

/** A cell that the meeting talks about. */
export interface AgendaCell {
  readonly row: number
  readonly column: number
  /** how many tiers its five marks lead to */
  readonly tiers: number
  /** highest minus lowest mark */
  readonly range: number
}

/**
 * The cells in discord, agreed on or not, in the order in which a meeting takes them: those that decide a tier first,
 * then those over which the marks lie furthest apart, then account by account.
 */
export function agendaOf(model: ConsensusModel): AgendaCell[] {
  const cells: AgendaCell[] = []
  model.data.accounts.ids.forEach((_, row) => {
    model.weights.forEach((_weight, column) => {
      if (!model.isDiscord(row, column)) return
      const tiers = tiersBetween(outcomesOf(model, row, column))
      cells.push({ row, column, tiers, range: model.range(row, column) })
    })
  })
  return cells.sort((a, b) => b.tiers - a.tiers || b.range - a.range || a.row - b.row || a.column - b.column)
}

/** Where a meeting begins: at the first cell without an agreement; past the last one where there is none. */
export function firstOpen(model: ConsensusModel, agenda: readonly AgendaCell[]): number {
  const at = agenda.findIndex(({ row, column }) => model.agreement(row, column) === null)
  return at === -1 ? agenda.length : at
}
