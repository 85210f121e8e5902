/** What a tier can bring with it (A9): what an account is entitled to, and terms that it has to accept. */
export const ENTITLEMENTS = [
  'team',
  'history',
  'talks',
  'rivals',
  'guarantee',
  'payment',
  'priority',
  'early',
  'custom',
  'visits',
  'opinion',
  'complaints',
  'guest',
  'share',
  'prices',
  'growth',
  'volume',
  'review',
  'standard',
  'prepaid',
  'charges',
] as const
export type Entitlement = (typeof ENTITLEMENTS)[number]

/** Terms that an account has to accept: having one of them is a loss, being rid of it a gain. */
const BURDENS: ReadonlySet<Entitlement> = new Set(['standard', 'prepaid', 'charges'])

/** Whether it is a term to be accepted rather than something to be glad of. */
export const isBurden = (entitlement: Entitlement): boolean => BURDENS.has(entitlement)
