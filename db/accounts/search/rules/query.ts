import { fold, initialsGram, isHan, RUNS, syllableGram } from './grams.ts'
import { likelyReadings, type Unit } from './syllables.ts'

/** What somebody typed, as it is compared. */
export interface Query {
  /** the whole text, folded, blanks evened out */
  readonly text: string
  /** its words: all of them must fit */
  readonly words: readonly string[]
  /** its digits, where it looks like (the end of) a telephone number; four at least */
  readonly digits: string | null
}

const MOST_WORDS = 6

/** Reads what was typed: width and case don't count, ü may be typed as v. */
export function readQuery(typed: string): Query {
  const text = fold(typed).replaceAll(/\s+/g, ' ').replaceAll('ü', 'v')
  const digits = /^[+\d][\d\s()-]*$/.test(text) ? text.replaceAll(/\D/g, '') : ''
  return {
    text,
    words: text
      .split(' ')
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS),
    digits: digits.length >= 4 ? digits : null,
  }
}

const quoted = (gram: string): string => `"${gram}"`
const all = (grams: readonly string[]): string => [...new Set(grams)].map(quoted).join(' ')

/** Pairs of neighbours of a run of Chinese characters, or the one character. */
function hanGrams(run: string): string[] {
  const chars = [...run]
  return chars.length === 1 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`)
}

/**
 * What the full-text index of texts is asked for; null where there is nothing to ask. Words that are not Chinese are
 * taken whole, or with `openEnd` as beginnings of words. `mark` is that of the texts, see textGrams.
 */
export function textExpression(words: readonly string[], mark: string, openEnd: boolean): string | null {
  const parts = words.flatMap((word) =>
    [...word.matchAll(RUNS)].map(([run]) => {
      if (isHan(run)) return all(hanGrams(run).map((gram) => mark + gram))
      return openEnd && run.length > 1 ? `${quoted(mark + run)}*` : quoted(mark + run)
    }),
  )
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' AND ')
}

/**
 * What the full-text index of names is asked for, so that names holding all words in their middle are among the
 * answers; null where only the beginnings of names are worth looking at, as with a single letter.
 */
export function nameExpression(words: readonly string[]): string | null {
  const parts = words.flatMap((word) => wordExpression(word) ?? [])
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' AND ')
}

function wordExpression(word: string): string | null {
  const parts = [...word.matchAll(RUNS)].flatMap(([run]) => {
    if (isHan(run)) return [all(hanGrams(run))]
    const ways = likelyReadings(run)
      .map(unitGrams)
      .filter((grams) => grams.length > 0)
    return ways.length === 0 ? [] : [ways.map((grams) => `(${all(grams)})`).join(' OR ')]
  })
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' AND ')
}

function unitGrams(units: readonly Unit[]): string[] {
  return units.flatMap(({ letters, whole }, at) => {
    const before = units[at - 1]?.letters[0]
    const pair = before === undefined ? [] : [initialsGram(before, letters[0] ?? '')]
    return whole && letters.length > 1 ? [...pair, syllableGram(letters)] : pair
  })
}
