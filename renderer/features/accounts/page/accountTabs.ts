/** The tabs of an account's page, in their order; each is a path below the account's own but the first, which is it. */
export const ACCOUNT_TABS = [
  'portrait',
  'log',
  'promises',
  'tasks',
  'map',
  'analysis',
  'details',
  'files',
  'standings',
  'channel',
  'visits',
  'recovery',
] as const
export type AccountTab = (typeof ACCOUNT_TABS)[number]
