import type { AccountGap } from '../../../../db/accounts/portrait/contract.ts'
import type { AccountFact } from '../../../../db/accounts/portrait/rules/facts.ts'

/** Where each fact of an account is filled in: a tab of its page, with the field to go to where it has one. */
const TABS: Readonly<Partial<Record<AccountFact, string>>> = {
  people: '?new=person',
  decisionMaker: '?field=decisionRole',
  contact: '?new=entry',
  group: '/details?field=group',
  figures: '/details?field=figures',
  wallet: '/analysis?field=wallet',
  rivals: '/analysis?field=rivals',
  swot: '/analysis?field=swot',
  stickiness: '/analysis?field=stickiness',
  value: '/analysis?field=value',
  decision: '/analysis?field=decision',
}

/** The address where what an archive lacks can be filled in. */
export function gapRoute(accountId: string, gap: AccountGap): string {
  if (gap.of === 'person') return `/people/${gap.personId}?field=${gap.parts[0] ?? ''}`
  return `/accounts/${accountId}${TABS[gap.fact] ?? `/details?field=${gap.fact}`}`
}
