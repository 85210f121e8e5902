// zh-CN collation sorts Chinese by pinyin, the rest as usual, and "2" before "10"
const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Orders two texts of a column as people do: Chinese by pinyin, numbers within a text by their size. */
export const compareTexts = (a: string, b: string): number => compareCodes(a, b) || collator.compare(a, b)

const ZERO = 48
const NINE = 57
/** Signs that collation puts in the order of their numbers, and before digits. */
const SIGNS: ReadonlySet<number> = new Set([...' -./'].map((sign) => sign.charCodeAt(0)))

/**
 * The same for codes such as `K-00123`, ten times as fast as the collator with its numbers; 0 where two are equal but
 * for case and leading noughts, or hold anything else: then the collator says.
 */
function compareCodes(a: string, b: string): number {
  let at = 0
  let beside = 0
  while (at < a.length && beside < b.length) {
    const left = rankOf(a.charCodeAt(at))
    const right = rankOf(b.charCodeAt(beside))
    if (left < 0 || right < 0) return 0
    if (isDigit(left) && isDigit(right)) {
      const endLeft = numberEnd(a, at)
      const endRight = numberEnd(b, beside)
      const order = compareNumbers(a, at, endLeft, b, beside, endRight)
      if (order !== 0) return plainFrom(a, endLeft) && plainFrom(b, endRight) ? order : 0
      at = endLeft
      beside = endRight
    } else if (left === right) {
      at += 1
      beside += 1
    } else return plainFrom(a, at) && plainFrom(b, beside) ? left - right : 0
  }
  const rest = a.length - at - (b.length - beside)
  return plainFrom(a, at) && plainFrom(b, beside) ? rest : 0
}

/** A place in the order of characters, upper case as lower; -1 for what the collator has to order. */
function rankOf(code: number): number {
  if (isDigit(code) || (code >= 97 && code <= 122)) return code
  if (code >= 65 && code <= 90) return code + 32
  return SIGNS.has(code) ? code : -1
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE

function numberEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1
  return end
}

function compareNumbers(a: string, fromA: number, endA: number, b: string, fromB: number, endB: number) {
  let left = fromA
  let right = fromB
  while (left < endA - 1 && a.charCodeAt(left) === ZERO) left += 1
  while (right < endB - 1 && b.charCodeAt(right) === ZERO) right += 1
  const longer = endA - left - (endB - right)
  if (longer !== 0) return longer
  for (; left < endA; left += 1, right += 1) {
    const order = a.charCodeAt(left) - b.charCodeAt(right)
    if (order !== 0) return order
  }
  return 0
}

/** Whether a text holds nothing but codes' characters from a place on. */
function plainFrom(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) if (rankOf(text.charCodeAt(at)) < 0) return false
  return true
}

/** Digits that the length of a number may have in a key: more than any code has. */
const LONGEST_NUMBER = 40

/**
 * A text that stands to other keys, character by character, as its code stands to other codes in {@link compareTexts}
 * but for case and leading noughts; null for what is no code, or has a number of more than 40 digits.
 */
export function codeKey(text: string): string | null {
  let key = ''
  for (let at = 0; at < text.length; ) {
    const rank = rankOf(text.charCodeAt(at))
    if (rank < 0) return null
    if (!isDigit(rank)) {
      key += String.fromCharCode(rank)
      at += 1
      continue
    }
    const end = numberEnd(text, at)
    while (at < end - 1 && text.charCodeAt(at) === ZERO) at += 1
    if (end - at > LONGEST_NUMBER) return null
    // the longer number is the larger one; its length stands after signs and before letters, as digits do
    key += String.fromCharCode(ZERO + end - at) + text.slice(at, end)
    at = end
  }
  return key
}
