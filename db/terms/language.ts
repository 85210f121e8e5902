/** The languages of the product, Chinese first. */
export type Language = 'zh' | 'en'

/** One word or text in each language. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>
