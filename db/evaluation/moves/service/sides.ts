import type { PublicationId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Publication, ResultRow } from '../../contract.ts'
import { readPublication } from '../../service/publishing.ts'
import type { Under } from '../contract.ts'
import { type Plan, planOf } from '../rules/plan.ts'
import { replay } from '../rules/replay.ts'
import { type FixedTier, type Side, type SideRow, sideIndicator } from '../rules/side.ts'

/** Two publications as they were, the sides that are compared, and how one sheet becomes the other. */
export interface Pair {
  readonly older: Publication
  readonly newer: Publication
  /** as published */
  readonly published: { readonly from: Side; readonly to: Side }
  /** as compared: one of them replayed under the other's sheet where that was asked for */
  readonly plan: Plan
}

/** Reads two publications for a comparison. @throws Refusal PUBLICATION_NOT_FOUND */
export function readPair(
  kernel: Kernel,
  input: { readonly fromId: PublicationId; readonly toId: PublicationId; readonly under: Under },
): Pair {
  const older = readPublication(kernel, input.fromId)
  const newer = readPublication(kernel, input.toId)
  const from = sideOf(older)
  const to = sideOf(newer)
  return {
    older,
    newer,
    published: { from, to },
    plan: planOf(
      input.under === 'to' ? replay(from, to) : from,
      input.under === 'from' ? replay(to, from) : to,
    ),
  }
}

/** A publication as the rules compare it. */
export const sideOf = ({
  indicators,
  figures,
  borders,
  evaluators,
  pooling,
  results,
}: Publication): Side => ({
  indicators: indicators.map(({ id, code, name, weight, standards }, at) =>
    sideIndicator({ id, code, name, weight, standards, figure: figures[at] ?? null }),
  ),
  borders,
  evaluators,
  pooling,
  rows: results.map(sideRow),
})

const sideRow = (result: ResultRow): SideRow => ({
  accountId: result.accountId,
  marks: result.marks.map((mark) => (mark === null ? null : Math.round(mark * 100))),
  figures: result.figures,
  ballots: result.ballots,
  agreed: result.agreed,
  score: result.score,
  standing: result.standing,
  fixed: fixedOf(result),
})

/** The tier that was fixed for an account; an approved change is what its score earned, and fixes nothing. */
export function fixedOf({ exception, decision }: ResultRow): (FixedTier & Because) | null {
  if (exception) return { kind: 'exception', ...exceptionFacts(exception) }
  if (decision === null || decision.kind === 'approved') return null
  const { kind, tier, reason, by } = decision
  return { kind, tier, reason, by }
}

interface Because {
  readonly reason: string
  readonly by: string
}

const exceptionFacts = ({ tier, reason, approver }: NonNullable<ResultRow['exception']>) => ({
  tier,
  reason,
  by: approver,
})
