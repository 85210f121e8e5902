/** What an account is found by. */
export interface Findable {
  readonly name: string
  readonly code: string
  /** full spelling, a blank, initials; lower case */
  readonly pinyin: string
}

/** How a text fits an account, best first: a name or code that is it, that begins with it, that holds it; or none. */
export const FITS = ['exact', 'start', 'inside'] as const
export type Fit = (typeof FITS)[number]

/** The words of a search as they are compared: width and case don't count. */
export const searchWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

/**
 * How well all words fit an account by name, code or pinyin; undefined where one of them doesn't. `hyjj`, `hengyue`
 * and `恒岳` all find 恒岳家居. No words fit everything.
 */
export function fitOf(words: readonly string[], account: Findable): Fit | undefined {
  const name = plain(account.name)
  const code = plain(account.code)
  const [full = '', initials = ''] = account.pinyin.split(' ')
  const texts = [name, code, full, initials]
  if (!words.every((word) => texts.some((text) => text.includes(word)))) return undefined
  const [first = ''] = words
  if (words.length === 1 && texts.includes(first)) return 'exact'
  return texts.some((text) => text.startsWith(first)) ? 'start' : 'inside'
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
