import { foldHeader } from './headers.ts'

/** The keys of some words by the words of both languages, by themselves and by what else people write. */
export function wordKeys<Key extends string>(
  words: readonly Readonly<Record<Key, string>>[],
  others?: Readonly<Partial<Record<Key, readonly string[]>>>,
): ReadonlyMap<string, Key> {
  const [first] = words
  const keys = Object.keys(first ?? {}).filter((key): key is Key => first !== undefined && key in first)
  return new Map(
    keys.flatMap((key) =>
      [key, ...words.map((one) => one[key]), ...(others?.[key] ?? [])].map(
        (word) => [foldHeader(word), key] as const,
      ),
    ),
  )
}
