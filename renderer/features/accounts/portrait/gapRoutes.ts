import type { AccountGap } from '../../../../db/accounts/portrait/contract.ts'
import type { AccountFact } from '../../../../db/accounts/portrait/rules/facts.ts'

/** Where each fact of an account is filled in: a tab of its page, with the field to go to where it has one. */
const TABS: Readonly<Partial<Record<AccountFact, string>>> = {
  people: '',
  decisionMaker: '',
  contact: '/log',
  group: '/details',
  figures: '/details',
  wallet: '/analysis',
  rivals: '/analysis',
  swot: '/analysis',
  stickiness: '/analysis',
  value: '/analysis',
  decision: '/analysis',
}

/** The address where what an archive lacks can be filled in. */
export function gapRoute(accountId: string, gap: AccountGap): string {
  if (gap.of === 'person') return `/people/${gap.personId}?field=${gap.parts[0] ?? ''}`
  return `/accounts/${accountId}${TABS[gap.fact] ?? `/details?field=${gap.fact}`}`
}
