import { isHan } from './grams.ts'

/**
 * Where a folded word stands in a folded text, as [from, to). Where Chinese characters, letters and digits meet, the
 * text may have a blank that nobody types: `uv面漆` finds `uv 面漆`.
 */
export const wordPlaces = (text: string, word: string): [number, number][] =>
  word === ''
    ? []
    : [...text.matchAll(patternOf(word))].map((match) => [match.index, match.index + match[0].length])

/** Whether a folded text holds a folded word, in the same sense. */
export const holdsWord = (text: string, word: string): boolean =>
  text.includes(word) || wordPlaces(text, word).length > 0

const SYNTAX = /[\\^$.*+?()[\]{}|/]/

function patternOf(word: string): RegExp {
  let source = ''
  let before: Script | null = null
  for (const char of word) {
    const script = scriptOf(char)
    if (before !== null && script !== null && before !== script) source += String.raw`\s?`
    source += char.replace(SYNTAX, String.raw`\$&`)
    before = script
  }
  return new RegExp(source, 'gu')
}

type Script = 'han' | 'letter' | 'digit'

function scriptOf(char: string): Script | null {
  if (isHan(char)) return 'han'
  if (/\p{N}/u.test(char)) return 'digit'
  return /\p{L}/u.test(char) ? 'letter' : null
}
