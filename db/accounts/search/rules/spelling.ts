import { isHan, isSpoken } from './grams.ts'
import { isSyllable, LONGEST_SYLLABLE } from './syllables.ts'

/**
 * The reading of each character of a folded name, from its full spelling and its initials as the index keeps them:
 * `xian` with `xa` is xi-an, with `x` xian. No syllable holds another's beginning at its end, so there is one way at most;
 * null where there is none, as with characters nobody reads.
 */
export function spelledOut(
  chars: readonly string[],
  pinyin: string,
  initials: string,
): readonly string[] | null {
  const firsts = [...initials]
  const walk = (place: number, at: number, heard: number): string[] | null => {
    const char = chars[place]
    if (char === undefined) return at === pinyin.length && heard === firsts.length ? [] : null
    if (!isSpoken(char)) return before(char, walk(place + 1, at, heard))
    const first = firsts[heard]
    if (first === undefined || !pinyin.startsWith(first, at)) return null
    if (pinyin.startsWith(char, at)) return before(char, walk(place + 1, at + char.length, heard + 1))
    if (!isHan(char)) return null
    for (let length = Math.min(LONGEST_SYLLABLE, pinyin.length - at); length > 0; length -= 1) {
      const syllable = pinyin.slice(at, at + length)
      const rest = isSyllable(syllable) ? walk(place + 1, at + length, heard + 1) : null
      if (rest) return before(syllable, rest)
    }
    return null
  }
  return walk(0, 0, 0)
}

function before(first: string, rest: string[] | null): string[] | null {
  rest?.unshift(first)
  return rest
}
