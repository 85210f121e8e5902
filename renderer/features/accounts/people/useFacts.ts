import type { PersonEdit, PersonPage, PersonValue } from '../../../../db/accounts/people/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'

export type FactField = PersonEdit['field']

/** Saves one fact; answers with what stood in the way, or null. */
export type SaveFact = (field: FactField, before: PersonValue, after: PersonValue) => Promise<Problem | null>

/** What can be done to the facts of a person. */
export function useFacts(personId: PersonPage['id']) {
  const edit = useCommand(engine.people.edit, { toast: false, tellProblem: false })
  const confirm = useCommand(engine.people.confirm)
  const save: SaveFact = async (field, before, after) => {
    const outcome = await edit.run({ fields: [{ personId, field, before, after }] })
    return outcome.ok ? null : outcome.problem
  }
  return {
    save,
    /** says that a fact is still so */
    confirm: (field: string): void => void confirm.run({ personId, fields: [field] }),
  }
}
