/** What a list may hold: customers, the people of customers, entries of the work log. */
export const LIST_KINDS = ['accounts', 'people', 'log'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** What the columns of a list of people may fill (A2): the fields of a person, and where they work. */
export const PERSON_USES = [
  'name',
  'company',
  'title',
  'department',
  'since',
  'gender',
  'phone',
  'privatePhone',
  'email',
  'wechat',
  'birthday',
  /** a second column of birthdays, mostly the lunar one beside the solar one: both must be the same day */
  'otherBirthday',
  'nativePlace',
  'career',
  'tradeSince',
  'interests',
  'rhythm',
  'family',
  'health',
  'idNumber',
  'attitude',
  'decisionRole',
  'influence',
  'brandsView',
  'preconditions',
  'greeting',
  'note',
  'tags',
  'basis',
  'retainUntil',
] as const
export type PersonUse = (typeof PERSON_USES)[number]

/** What the columns of a work log may fill. */
export const ENTRY_USES = [
  'account',
  'people',
  'channel',
  'day',
  'text',
  'nextStep',
  'nextOn',
  'member',
] as const
export type EntryUse = (typeof ENTRY_USES)[number]
