import { coreName } from '../../../exchange/rules/lookAlikes.ts'

/** Why two may be the same, strongest first. */
export const LIKENESSES = ['email', 'wechat', 'phone', 'name', 'pinyin'] as const
export type Likeness = (typeof LIKENESSES)[number]

/** What two are compared by. */
export interface Comparable {
  readonly id: string
  readonly name: string
  /** spelling of the name, without what companies' names end in */
  readonly pinyin: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly wechats: readonly string[]
  /** people: the accounts they are or were at; two of one name at different ones are not thought the same */
  readonly accountIds: readonly string[] | null
}

/** Two that may be the same, with every reason. */
export interface Pair {
  readonly first: string
  readonly second: string
  readonly likenesses: readonly Likeness[]
}

/** How much a reason weighs when pairs are put in order. */
const WEIGHTS: Record<Likeness, number> = { email: 5, wechat: 5, phone: 4, name: 4, pinyin: 2 }

/**
 * A number that so many share is a switchboard, a name that so many bear says nothing: such a group proposes nothing,
 * and no group can make the work quadratic.
 */
const MOST_ALIKE = 12

/** The key of a pair, the same whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** All pairs that share a name, a sound, a number or an address, likeliest first; `apart` holds {@link pairKey}s. */
export function likelyPairs(all: readonly Comparable[], apart: ReadonlySet<string>): Pair[] {
  const reasons = new Map<string, Set<Likeness>>()
  for (const likeness of LIKENESSES)
    for (const group of groupsBy(all, likeness))
      for (const [at, first] of group.entries())
        for (const second of group.slice(at + 1)) {
          const key = pairKey(first, second)
          if (apart.has(key)) continue
          reasons.set(key, (reasons.get(key) ?? new Set()).add(likeness))
        }
  return [...reasons]
    .map(([key, likenesses]) => {
      const [first = '', second = ''] = key.split(' ')
      return { first, second, likenesses: [...likenesses] }
    })
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.first < b.first ? -1 : 1))
}

const weightOf = ({ likenesses }: Pair): number =>
  likenesses.reduce((sum, likeness) => sum + WEIGHTS[likeness], 0)

/** Ids that share a key of one likeness, two to {@link MOST_ALIKE} each. */
function groupsBy(all: readonly Comparable[], likeness: Likeness): string[][] {
  const groups = new Map<string, Set<string>>()
  for (const one of all)
    for (const key of keysOf(one, likeness)) groups.set(key, (groups.get(key) ?? new Set()).add(one.id))
  return [...groups.values()].filter(({ size }) => size > 1 && size <= MOST_ALIKE).map((group) => [...group])
}

function keysOf(one: Comparable, likeness: Likeness): readonly string[] {
  switch (likeness) {
    case 'email':
      return one.emails.map((email) => email.trim().toLowerCase()).filter((email) => email.includes('@'))
    case 'wechat':
      return one.wechats.map((name) => name.trim().toLowerCase()).filter((name) => name !== '')
    case 'phone':
      return one.phones.map((phone) => phone.replace(/\D/g, '')).filter((digits) => digits.length >= 7)
    case 'name':
      return among(one, coreName(one.name))
    case 'pinyin':
      // Latin names spell themselves: only names with Chinese in them can sound alike and differ
      return CHINESE.test(one.name) ? among(one, one.pinyin) : []
  }
}

/** A name counts among all accounts, but for people only within an account. */
const among = ({ accountIds }: Comparable, name: string): readonly string[] =>
  name === '' ? [] : accountIds === null ? [name] : accountIds.map((accountId) => `${accountId} ${name}`)

const CHINESE = /\p{Script=Han}/u
