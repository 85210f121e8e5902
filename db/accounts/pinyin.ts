import { pinyin } from 'pinyin-pro'

/**
 * What a name is sorted and found by: full spelling without tones, a blank, initials; lower case, ü as v. Letters and
 * digits stand for themselves: `ABC贸易` gives `abcmaoyi abcmy`.
 */
export const pinyinText = (name: string): string => remembered(accountNames, name, spell)

/** The same for a person, whose family name may be read differently: 单 is shan, 曾 is zeng. */
export const personPinyin = (name: string): string => remembered(personNames, name, spellPerson)

/** Orders by pinyin, then by name. */
export const byPinyin = (
  a: { readonly pinyin: string; readonly name: string },
  b: { readonly pinyin: string; readonly name: string },
): number => compare(a.pinyin, b.pinyin) || compare(a.name, b.name)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// spelling 10,000 names takes as long as reading the accounts themselves, and depends on nothing but the name
const accountNames = new Map<string, string>()
const personNames = new Map<string, string>()
const MOST_REMEMBERED = 50_000

function remembered(known: Map<string, string>, name: string, spellName: (name: string) => string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const text = spellName(name)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(name, text)
  return text
}

/** The reading of each character of a folded name; letters, digits and signs stand for themselves. */
export const syllablesOf = (folded: string): string[] =>
  plain(pinyin(folded, { toneType: 'none', type: 'array' }))

/** The same for a person, whose family name may be read differently. */
export const personSyllables = (folded: string): string[] =>
  plain(pinyin(folded, { toneType: 'none', type: 'array', mode: 'surname', surname: 'head' }))

const plain = (pieces: readonly string[]): string[] => pieces.map((piece) => piece.replaceAll('ü', 'v'))

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()
const spell = (name: string): string => join(syllablesOf(folded(name)))
const spellPerson = (name: string): string => join(personSyllables(folded(name)))

/** Syllables (and single letters, digits, signs) as full spelling and initials. */
function join(pieces: readonly string[]): string {
  const spoken = pieces.filter((piece) => WORD.test(piece))
  return `${spoken.join('')} ${spoken.map((piece) => String.fromCodePoint(piece.codePointAt(0) ?? 32)).join('')}`
}

const WORD = /^[\p{L}\p{N}]/u
