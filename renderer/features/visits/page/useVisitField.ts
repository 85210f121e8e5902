import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** Fields of a visit that are saved one by one. */
type Field =
  | 'title'
  | 'direction'
  | 'kind'
  | 'tripId'
  | 'time'
  | 'minutes'
  | 'city'
  | 'place'
  | 'travel'
  | 'interpreter'
  | 'ownerId'
  | 'objective'
  | 'wished'
  | 'unsaid'
  | 'sensitivities'
  | 'budget'

/** Saves single fields of a visit; false where one was refused. */
export function useVisitField(
  visit: VisitSheet,
): (field: Field, after: string | number | null) => Promise<boolean> {
  const change = useCommand(engine.visits.change, { toast: false })
  return async (field, after) =>
    (await change.run({ edits: [{ id: visit.id, field, before: visit[field], after }] })).ok
}
