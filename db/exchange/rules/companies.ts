import { fold } from '../../evaluation/rules/sheet.ts'
import { coreName, oneCharacterOff } from './lookAlikes.ts'

/** A company as lists may name it. */
export interface NamedCompany {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly code: string
}

/** What a company's name in a list comes to; `close` is the name of one that is probably meant. */
export type FoundCompany =
  | { readonly kind: 'found'; readonly company: NamedCompany }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'unknown'; readonly close: string | null }

const CHINESE = /\p{Script=Han}/u

/**
 * Finds companies by name, code or short name, else by what is left of the name without its legal form. Names that
 * only sound the same or differ in one character are proposed, not taken.
 */
export function companyFinder(
  companies: readonly NamedCompany[],
  pinyinOf: (name: string) => string,
): (text: string) => FoundCompany {
  const keys = [
    ({ name }: NamedCompany) => fold(name),
    ({ code }: NamedCompany) => fold(code),
    ({ shortName }: NamedCompany) => fold(shortName),
    ({ name }: NamedCompany) => coreName(name),
  ]
  const indices = keys.map((keyOf) => Map.groupBy(companies, keyOf))
  const cores = companies.map(({ name }) => ({ name, core: coreName(name) }))
  let bySound: ReadonlyMap<string, string> | undefined
  const close = (text: string): string | null => {
    const core = coreName(text)
    // spelling 100,000 names takes a second: only who meets an unknown company waits for it
    bySound ??= new Map(
      cores.flatMap(({ name, core: one }) => (CHINESE.test(one) ? [[pinyinOf(one), name] as const] : [])),
    )
    const sounds = CHINESE.test(core) ? bySound.get(pinyinOf(core)) : undefined
    return sounds ?? cores.find((one) => oneCharacterOff(one.core, core))?.name ?? null
  }
  const known = new Map<string, FoundCompany>()
  const find = (text: string): FoundCompany => {
    for (const [at, index] of indices.entries()) {
      const found = index.get(at === keys.length - 1 ? coreName(text) : fold(text)) ?? []
      const [company] = found
      if (company && found.length === 1) return { kind: 'found', company }
      if (found.length > 1) return { kind: 'several', count: found.length }
    }
    return { kind: 'unknown', close: close(text) }
  }
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const found = find(text)
    known.set(text, found)
    return found
  }
}
