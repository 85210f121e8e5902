import { VISIT_LIMITS } from '../../../db/visits/rules/limits.ts'
import { typedWhole } from '../../shared/ledger/typedMoney.ts'

/** The shortest visit, in minutes. */
export const SHORTEST_VISIT = 5

/** Minutes of a visit, or of a topic from one on, as people type them; null where they are none. */
export const typedMinutes = (text: string, from = SHORTEST_VISIT): number | null =>
  typedWhole(text, from, VISIT_LIMITS.minutes)
