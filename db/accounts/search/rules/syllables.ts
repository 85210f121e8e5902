/** Every syllable of pinyin without tones, ü as v, by its initial. */
const BY_INITIAL: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
}

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(BY_INITIAL).flatMap(([initial, finals]) =>
    finals.split(' ').map((final) => initial + final),
  ),
)

/** Whether letters are a whole syllable. */
export const isSyllable = (letters: string): boolean => SYLLABLES.has(letters)

/** Initials that are typed with two letters. */
const DOUBLE: ReadonlySet<string> = new Set(['zh', 'ch', 'sh'])
/** Letters of the longest syllables, such as zhuang. */
export const LONGEST_SYLLABLE = 6
/** Ways of reading a run of letters that are tried; people type far fewer. */
const MOST_READINGS = 40
/** Letters that no syllable begins with: they stand for a character only where a name has Latin letters. */
const NO_INITIAL: ReadonlySet<string> = new Set(['i', 'u', 'v'])

/** A stretch of typed letters that stands for one character: a whole syllable, or the beginning of one. */
export interface Unit {
  readonly letters: string
  readonly whole: boolean
}

/**
 * The ways of reading letters as characters, whole syllables first: `xian` is 先 or 西安, `hyue` is 恒岳. Only the last
 * unit may stop in the middle of a syllable.
 */
export function readingsOf(letters: string): Unit[][] {
  const found: Unit[][] = []
  const read = (at: number, units: readonly Unit[]): void => {
    if (found.length >= MOST_READINGS) return
    if (at === letters.length) {
      found.push([...units])
      return
    }
    const rest = letters.slice(at)
    for (let length = Math.min(LONGEST_SYLLABLE, rest.length); length > 0; length -= 1) {
      const piece = rest.slice(0, length)
      if (SYLLABLES.has(piece)) read(at + length, [...units, { letters: piece, whole: true }])
      else if (length === 1 || DOUBLE.has(piece) || (length === rest.length && startsSyllable(piece)))
        read(at + length, [...units, { letters: piece, whole: false }])
    }
  }
  read(0, [])
  return found
}

/**
 * The readings that people mean, of all that there are: the shortest and those one unit longer, and letter by letter.
 * `jiangying` is 江影, hardly 家南国英.
 */
export function likelyReadings(letters: string): Unit[][] {
  const read = readingsOf(letters)
  const all = read.some((units) => units.length === letters.length)
    ? read
    : [...read, Array.from(letters, (letter) => ({ letters: letter, whole: false }))]
  const possible = all.filter((units) => !units.some(isOdd))
  const readings = possible.length === 0 ? all : possible
  const shortest = Math.min(...readings.map((units) => units.length))
  return readings.filter((units) => units.length <= shortest + 1 || units.length === letters.length)
}

const isOdd = ({ letters, whole }: Unit): boolean => !whole && NO_INITIAL.has(letters)

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1))),
)
const startsSyllable = (piece: string): boolean => BEGINNINGS.has(piece)
