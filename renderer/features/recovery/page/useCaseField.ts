import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** Fields of a case that are saved one by one. */
type Field =
  | 'title'
  | 'category'
  | 'kind'
  | 'way'
  | 'personId'
  | 'happenedOn'
  | 'words'
  | 'remedyAsked'
  | 'productId'
  | 'atRisk'
  | 'loss'
  | 'place'
  | 'responsibleId'
  | 'ownerId'
  | 'investigatorId'
  | 'escapeCause'
  | 'explanation'
  | 'contentBefore'
  | 'contentThen'
  | 'contentAfter'

/** Saves single fields of a case; false where one was refused. */
export function useCaseField(
  sheet: CaseSheet,
): (field: Field, after: string | number | null) => Promise<boolean> {
  const change = useCommand(engine.cases.change, { toast: false })
  return async (field, after) =>
    (await change.run({ edits: [{ id: sheet.id, field, before: sheet[field], after }] })).ok
}
