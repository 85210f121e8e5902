/** B1: how an account cooperates. A quiet off-season of a seasonal account is not churn. */
export const CYCLES = ['oneOff', 'phased', 'seasonal', 'longTerm'] as const
export type Cycle = (typeof CYCLES)[number]

/** E1: trading accounts resell, production accounts use the goods themselves. */
export const KINDS = ['trading', 'production'] as const
export type Kind = (typeof KINDS)[number]

/** Where an account is in its life with us. A dormant one may come back; one let go was parted with on purpose (A9). */
export const LIFECYCLES = ['prospect', 'active', 'dormant', 'lost', 'wonBack', 'letGo'] as const
export type Lifecycle = (typeof LIFECYCLES)[number]

/** B4.5: the way of selling that fits an account. */
export const SELLING_MODES = ['direct', 'club', 'consultative', 'customised'] as const
export type SellingMode = (typeof SELLING_MODES)[number]

/** E1: how technical what we sell an account is. High content asks for social ties, low for financial benefits. */
export const TECHNICAL_CONTENTS = ['high', 'medium', 'low'] as const
export type TechnicalContent = (typeof TECHNICAL_CONTENTS)[number]

/** What a department may add to accounts and people: a colleague is the `person` of a field. */
export const CUSTOM_KINDS = ['text', 'number', 'date', 'choice', 'person'] as const
export type CustomKind = (typeof CUSTOM_KINDS)[number]

/** What a custom field is kept of. */
export const CUSTOM_SUBJECTS = ['account', 'person'] as const
export type CustomSubject = (typeof CUSTOM_SUBJECTS)[number]

/** Longest texts that an account's fields may hold, in characters, and how many tags. */
export const FIELD_LIMITS = {
  code: 64,
  name: 200,
  short: 100,
  long: 300,
  note: 4_000,
  tag: 40,
  tags: 50,
} as const
