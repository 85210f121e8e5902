import { accountHead } from '../../accounts/portrait/service/head.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { VisitSheet } from '../contract.ts'
import { type ReadyFacts, readinessOf } from '../rules/readiness.ts'

type Known = Pick<
  VisitSheet,
  | 'objective'
  | 'wished'
  | 'place'
  | 'time'
  | 'minutes'
  | 'leadId'
  | 'theirs'
  | 'topics'
  | 'gifts'
  | 'issues'
  | 'figuresRead'
>

/** How ready a visit is, and what is missing. @param accountId the first account; null for a visit without one */
export function readinessFor(
  kernel: Kernel,
  visit: Known,
  { accountId, approved }: { readonly accountId: AccountId | null; readonly approved: boolean },
): VisitSheet['readiness'] {
  const { objective, wished, place, time, minutes, topics, issues } = visit
  const { points, parts, gaps } = readinessOf({
    objective,
    wished,
    place,
    time,
    minutes,
    topics,
    hasLead: visit.leadId !== null,
    people: visit.theirs.map(({ personId, name, fresh }) => ({ id: personId, name, fresh })),
    issues: { open: issues.length, unread: issues.filter(({ read }) => !read).length },
    figures: knownFigures(kernel, accountId),
    figuresRead: visit.figuresRead,
    approved,
    gifts: visit.gifts.map(({ what, needsApproval, approval }) => ({
      what,
      missing: needsApproval && approval === null,
    })),
  })
  return { points, parts, gaps: gaps.map((gap) => ({ ...gap })) }
}

/** Which figures of an account's head are known. An event without accounts needs none. */
function knownFigures(kernel: Kernel, accountId: AccountId | null): ReadyFacts['figures'] {
  if (accountId === null) return { volume: true, profit: true, share: true, growth: true }
  const { figures } = accountHead(kernel, accountId)
  const isKnown = (figure: keyof typeof figures): boolean => figures[figure]?.value != null
  return {
    volume: isKnown('volume'),
    profit: isKnown('profit'),
    share: isKnown('share'),
    growth: isKnown('growth'),
  }
}
