import { CASE_LIMITS } from '../../../db/recovery/rules/limits.ts'
import { typedFen } from '../../shared/ledger/typedMoney.ts'

/** An amount in yuan as people type it, in fen; null for none, undefined where it is no amount that can be. */
export function typedAmount(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const fen = typedFen(text, 'yuan')
  return fen === null || fen > CASE_LIMITS.amount ? undefined : fen
}
