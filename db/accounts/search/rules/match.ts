import { isSpoken } from './grams.ts'

/** How a name or text was found, best first. */
export const HOWS = [
  'exact',
  'start',
  'phone',
  'pinyin',
  'initials',
  'mixed',
  'inside',
  'pinyinInside',
  'text',
] as const
export type How = (typeof HOWS)[number]

/** Where and how a word fits a name. */
export interface Fit {
  readonly how: How
  /** the characters that it stands for, counted in code points of the folded name */
  readonly at: readonly number[]
}

/** Place of a way of finding in the order of results; ways that say as much stand at the same place. */
export const rankOf = (how: How): number => RANKS[how]

const RANKS: Readonly<Record<How, number>> = {
  exact: 0,
  phone: 0,
  start: 1,
  pinyin: 2,
  initials: 2,
  mixed: 3,
  inside: 4,
  pinyinInside: 5,
  text: 6,
}

/**
 * How a folded word fits a folded name: as it stands, or read as pinyin — full (`hengyue`), by initials (`hy`), mixed
 * with each other and with characters (`hw技术`). `spoken` has the reading of each character.
 */
export function fitName(word: string, chars: readonly string[], spoken: () => readonly string[]): Fit | null {
  if (word === '') return null
  const literal = placeOf(word, chars)
  if (literal === 0) {
    const length = [...word].length
    return { how: length === chars.length ? 'exact' : 'start', at: span(0, length) }
  }
  const heard = LATIN.test(word) ? spokenFit(word, chars, spoken()) : null
  if (literal !== null && (heard === null || heard.how === 'pinyinInside'))
    return { how: 'inside', at: span(literal, [...word].length) }
  return heard
}

const LATIN = /[a-z]/

function placeOf(word: string, chars: readonly string[]): number | null {
  const at = chars.join('').indexOf(word)
  return at < 0 ? null : [...chars.join('').slice(0, at)].length
}

const span = (from: number, length: number): number[] => Array.from({ length }, (_, at) => from + at)

interface Step {
  readonly at: number
  readonly kind: 'char' | 'whole' | 'part'
}

function spokenFit(word: string, chars: readonly string[], spoken: readonly string[]): Fit | null {
  for (let start = 0; start < chars.length; start += 1) {
    if (!isSpoken(chars[start] ?? '')) continue
    const steps = stepsFrom(word, chars, spoken, start)
    if (!steps) continue
    const at = steps.map((step) => step.at)
    return { how: start === firstSpoken(chars) ? howOf(steps, chars, spoken) : 'pinyinInside', at }
  }
  return null
}

const firstSpoken = (chars: readonly string[]): number => chars.findIndex(isSpoken)

function howOf(steps: readonly Step[], chars: readonly string[], spoken: readonly string[]): How {
  // a letter or digit of the name says nothing about how the rest was typed
  const telling = steps.filter(({ at }) => chars[at] !== spoken[at])
  if (telling.some(({ kind }) => kind === 'char')) return 'mixed'
  if (telling.every(({ kind }, place) => kind === 'whole' || (place > 0 && place === telling.length - 1)))
    return telling.every(({ kind }) => kind === 'part') ? 'initials' : 'pinyin'
  return telling.every(({ kind }) => kind === 'part') ? 'initials' : 'mixed'
}

/** The characters from a place on that a word stands for, one after the other; null where it stands for others. */
function stepsFrom(
  word: string,
  chars: readonly string[],
  spoken: readonly string[],
  start: number,
): Step[] | null {
  const dead = new Set<string>()
  const walk = (at: number, from: number): Step[] | null => {
    if (from === word.length) return []
    const char = chars[at]
    if (char === undefined || dead.has(`${at} ${from}`)) return null
    const reading = spoken[at] ?? char
    if (!isSpoken(char) && !word.startsWith(char, from)) return walk(at + 1, from)
    for (const [length, kind] of waysOf(word, from, char, reading)) {
      const rest = walk(at + 1, from + length)
      if (rest) return [{ at, kind }, ...rest]
    }
    dead.add(`${at} ${from}`)
    return null
  }
  return walk(start, 0)
}

function waysOf(word: string, from: number, char: string, reading: string): [number, Step['kind']][] {
  const ways: [number, Step['kind']][] = []
  if (word.startsWith(char, from)) ways.push([char.length, 'char'])
  if (reading === char) return ways
  if (word.startsWith(reading, from)) ways.push([reading.length, 'whole'])
  for (let length = reading.length - 1; length > 0; length -= 1) {
    if (!word.startsWith(reading.slice(0, length), from)) continue
    const isInitial = length === 1 || (length === 2 && reading[1] === 'h')
    if (isInitial || from + length === word.length) ways.push([length, 'part'])
  }
  return ways
}

/**
 * Where each code point of a folded name begins in the name as it is written, in UTF-16 units, so that matches can be
 * shown in it: `㈱` is three characters folded and one written.
 */
export function writtenAt(name: string): number[] {
  const places: number[] = []
  const lead = name.length - name.trimStart().length
  let at = lead
  for (const char of name.trim()) {
    for (const _ of char.normalize('NFKC').toLowerCase()) places.push(at)
    at += char.length
  }
  return places
}
