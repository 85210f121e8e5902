import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { isOpen } from '../../../../db/recovery/rules/states.ts'

/** Whether a case is only read, but for what is learnt afterwards: it is over, or worked on as another one. */
export const isLocked = ({ state, mergedInto }: CaseSheet): boolean => mergedInto !== null || !isOpen(state)
