/**
 * Fractional order keys: text that sorts between two others, so that moving a row changes that row alone.
 * Digits are base 36; a key never ends in 0, so there is always room before it.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A key after `before` and before `after`; null stands for the ends. Throws where `before` is not before `after`. */
export function orderKeyBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after)
    throw new Error(`no key between ${before} and ${after}`)
  let key = ''
  let bounded = after !== null
  for (let at = 0; ; at += 1) {
    const low = digitAt(before, at, 0)
    const high = bounded ? digitAt(after, at, 0) : DIGITS.length
    // at the end of the list the next digit will do: appending keeps keys short
    if (high - low > 1)
      return key + DIGITS[bounded || before === null ? Math.floor((low + high) / 2) : low + 1]
    // no room at this digit: keep the lower one; once it is below the upper bound's, that bound no longer binds
    key += DIGITS[low]
    bounded = bounded && high === low
  }
}

/** `count` keys in order, after `before`. */
export function orderKeysAfter(before: string | null, count: number): string[] {
  const keys: string[] = []
  for (let i = 0; i < count; i += 1) keys.push(orderKeyBetween(keys.at(-1) ?? before, null))
  return keys
}

const digitAt = (key: string | null, at: number, otherwise: number): number => {
  const digit = key?.[at]
  return digit === undefined ? otherwise : DIGITS.indexOf(digit)
}
