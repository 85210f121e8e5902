/** What a vCard tells of a person, as far as we keep it. Empty where it says nothing. */
export interface Card {
  readonly name: string
  readonly company: string
  readonly department: string
  readonly title: string
  readonly phones: readonly string[]
  /** at home */
  readonly privatePhones: readonly string[]
  readonly emails: readonly string[]
  readonly wechat: string
  /** as people write it, or as it is kept (accounts/people/rules/birthday.ts) */
  readonly birthday: string
  /** a second one that a card states otherwise: never ours, for the preview to complain of */
  readonly otherBirthday: string
  /** M, F or empty */
  readonly gender: string
  readonly note: string
}

/** The property in which our own cards keep a birthday that BDAY can't tell: a lunar one. */
export const OWN_BIRTHDAY = 'X-YUSHUI-BIRTHDAY'
/** How the column of a card's second birthday is headed where cards are read as a list. */
export const SECOND_BIRTHDAY = 'BDAY 2'
/** The year that phones write for an unknown one, and the parameter that says so. */
export const NO_YEAR = { year: '1604', parameter: 'X-APPLE-OMIT-YEAR' } as const
