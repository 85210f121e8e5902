/** A2: how a person stands towards us, from the one who fights for us to the one who fights us. */
export const ATTITUDES = ['champion', 'friendly', 'neutral', 'cool', 'opponent'] as const
export type Attitude = (typeof ATTITUDES)[number]

/** What a person does when their firm buys. */
export const DECISION_ROLES = ['decides', 'approves', 'influences', 'uses', 'keepsGate'] as const
export type DecisionRole = (typeof DECISION_ROLES)[number]

/** How a person is addressed. */
export const GENDERS = ['male', 'female'] as const
export type Gender = (typeof GENDERS)[number]

/** How well one of ours knows a person: not yet, knows, works with, is trusted by, is close to. */
export const DEPTHS = [0, 1, 2, 3, 4] as const
export type Depth = (typeof DEPTHS)[number]

/** Lines between people of an account: reports to, has influence on, is at odds with. */
export const RELATIONS = ['reports', 'influences', 'conflicts'] as const
export type Relation = (typeof RELATIONS)[number]

/** Facts about a person that are masked until clicked; each reveal is recorded. */
export const SENSITIVE_FIELDS = ['privatePhone', 'family', 'health', 'idNumber', 'warningSigns'] as const
export type SensitiveField = (typeof SENSITIVE_FIELDS)[number]

/** The same without warning signs, which are rows of their own: fields of a person that get and list never tell. */
export const MASKED_FIELDS = ['privatePhone', 'family', 'health', 'idNumber'] as const
export type MaskedField = (typeof MASKED_FIELDS)[number]

/** Longest texts that a person's fields may hold, in characters. */
export const PERSON_LIMITS = { name: 100, short: 100, tags: 30, note: 4_000 } as const

/** Most people that a text narrows the list to: the best ones. */
export const MOST_FOUND = 100
