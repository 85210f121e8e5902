/** The languages of the product, Chinese first. */
export type Language = 'zh' | 'en'

/** What the name of a file says that is meant for a phone's page. */
export const PHONE_FILE_WORD = { zh: '手机版', en: 'phone' } as const satisfies Record<Language, string>

/** One word or text in each language. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>
