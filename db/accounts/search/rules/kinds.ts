/** What has a name that is searched. The order numbers the index's ids: add at the end. */
export const NAME_KINDS = [
  'account',
  'accountShort',
  'accountCode',
  'accountTag',
  'person',
  'personTag',
  'member',
  'product',
  'competitor',
  'file',
] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Whose telephone numbers are searched. */
export const TAIL_KINDS = ['account', 'person'] as const
export type TailKind = (typeof TAIL_KINDS)[number]
