/** Text as it is compared: width and case don't count. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

const HAN = /\p{Script=Han}/u

/** Whether a character is Chinese; the usual ones are told by their number, which is much faster than by a pattern. */
export function isHan(char: string): boolean {
  const point = char.codePointAt(0) ?? 0
  if (point >= 0x4e00 && point <= 0x9fff) return true
  return point > 0x2e7f && HAN.test(char)
}

/** Runs of Chinese characters, and words of letters and digits, as they stand in a folded text. */
export const RUNS = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu

/**
 * What a text is found by in the full-text index: Chinese characters, pairs of them, other words. No repeats. `mark` goes
 * before each: texts with another mark are not even looked at, however many of them hold the words.
 */
export function textGrams(folded: string, mark: string): string[] {
  const grams = new Set<string>()
  for (const [run] of folded.matchAll(RUNS)) {
    if (!isHan(run)) {
      grams.add(mark + run)
      continue
    }
    let before = ''
    for (const char of run) {
      grams.add(mark + char)
      if (before !== '') grams.add(mark + before + char)
      before = char
    }
  }
  return [...grams]
}

/** A gram of two neighbours' initials. */
export const initialsGram = (first: string, second: string): string => `.${first}${second}`
/** A gram of a syllable. */
export const syllableGram = (syllable: string): string => `_${syllable}`

const LETTER = /^[\p{L}\p{N}]/u

/** Letters and digits are spoken, signs and blanks are not. */
export function isSpoken(piece: string): boolean {
  const point = piece.codePointAt(0) ?? 0
  return (point >= 0x61 && point <= 0x7a) || LETTER.test(piece)
}

/**
 * What a name is found by where it doesn't begin with what was typed: Chinese characters, pairs of them, syllables,
 * pairs of initials. `spoken` has the reading of each character of the folded name.
 */
export function nameGrams(folded: string, spoken: readonly string[]): string[] {
  const grams = new Set<string>()
  let han = ''
  let initial = ''
  for (const [at, char] of [...folded].entries()) {
    const reading = spoken[at] ?? char
    const chinese = isHan(char)
    if (chinese) {
      grams.add(char)
      if (han !== '') grams.add(han + char)
      grams.add(syllableGram(reading))
    }
    han = chinese ? char : ''
    if (!isSpoken(reading)) continue
    const [first = ''] = reading
    if (initial !== '') grams.add(initialsGram(initial, first))
    initial = first
  }
  return [...grams]
}

/** The telephone numbers of a field, as digits: blanks, dashes and brackets belong to a number; four digits at least. */
export const phoneDigits = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(/\d[\d\s()-]{2,}\d/g)]
    .map(([number]) => number.replaceAll(/\D/g, ''))
    .filter((digits) => digits.length >= 4)

/** Digits from the end, so that a tail is a prefix. */
export const reversed = (digits: string): string => [...digits].reverse().join('')
