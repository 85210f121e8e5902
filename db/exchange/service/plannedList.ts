import type { Tx } from '../../kernel/unit.ts'
import type { ImportPreview } from '../contract.ts'
import { breathe } from '../read/limits.ts'
import type { PlannedLines } from '../rules/importTerms.ts'

/** A list that was planned, whatever it holds. */
export interface PlannedList {
  readonly outline: PlannedLines
  /** names of companies that become prospects */
  readonly newCompanies: readonly string[]
  lookAlikes(): ImportPreview['lookAlikes']
  /** writes it inside a command; tells what came into being besides the rows */
  write(tx: Tx): { readonly members: number; readonly figures: number; readonly companies: number }
}

/** A list with everything it meets in the data. */
export interface ListImport {
  /** name of the command that writes it */
  readonly command: 'importAccounts' | 'importPeople' | 'importEntries'
  /** plans it in steps that yield the number of rows done */
  steps(): Generator<number, PlannedList>
}

/** Plans a list while others are answered in between. @throws the signal's reason when aborted */
export async function plannedPaced(list: ListImport, signal: AbortSignal | undefined): Promise<PlannedList> {
  const steps = list.steps()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await breathe({ signal })
  }
}
