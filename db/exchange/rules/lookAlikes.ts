/** An account that exists, as look-alikes are found by. */
export interface Lookable {
  readonly name: string
  readonly phone: string
}

/** Why two accounts may be the same. */
export type Likeness = 'name' | 'pinyin' | 'phone'

const SUFFIX = /(?:股份|有限|责任|集团|总|分|公司|商行|co|ltd|inc|llc|corp|company|group|limited)+$/i

/** The part of a firm's name that tells it from others: 南浔木业有限公司 is 南浔木业. */
export function coreName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,()（）·'"-]/g, '')
  return plain.replace(SUFFIX, '') || plain
}

/** Finds, for a name and phone, an existing account that is probably the same. */
export function lookAlikeFinder(
  existing: readonly Lookable[],
  pinyinOf: (name: string) => string,
): (name: string, phone: string) => { readonly name: string; readonly likeness: Likeness } | null {
  const byName = new Map(existing.map((account) => [coreName(account.name), account.name]))
  const byPhone = new Map(
    existing.flatMap(({ phone, name }) =>
      digits(phone).length >= 7 ? [[digits(phone), name] as const] : [],
    ),
  )
  // Latin names spell themselves: only names with Chinese in them can sound alike and differ
  const byPinyin = new Map(
    existing.flatMap(({ name }) => (CHINESE.test(name) ? [[pinyinOf(coreName(name)), name] as const] : [])),
  )
  return (name, phone) => {
    const same = byName.get(coreName(name))
    if (same !== undefined) return { name: same, likeness: 'name' }
    const reached = byPhone.get(digits(phone))
    if (reached !== undefined) return { name: reached, likeness: 'phone' }
    const sounds = CHINESE.test(name) ? byPinyin.get(pinyinOf(coreName(name))) : undefined
    return sounds === undefined ? null : { name: sounds, likeness: 'pinyin' }
  }
}

const CHINESE = /\p{Script=Han}/u
const digits = (phone: string): string => phone.replace(/\D/g, '')

/** Whether two names differ in one character only: replaced, missing or added. Same names don't count. */
export function oneCharacterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (a === b || short.length < 2 || long.length - short.length > 1) return false
  const at = short.findIndex((char, index) => char !== long[index])
  if (at === -1) return true
  const rest = short.slice(short.length === long.length ? at + 1 : at)
  return rest.join('') === long.slice(at + 1).join('')
}
