/** What is found, in the order in which it is shown. */
export const GROUPS = ['accounts', 'people', 'promises', 'entries', 'files', 'members', 'tags'] as const
export type Group = (typeof GROUPS)[number]

/** Where to look: everywhere, or in one group. */
export const SCOPES = ['all', ...GROUPS] as const
export type Scope = (typeof SCOPES)[number]
