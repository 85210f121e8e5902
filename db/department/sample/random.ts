/** A source of repeatable chance: the same seed gives the same sample on every laptop. */
export interface Chance {
  /** a whole number from `low` to `high`, both included */
  between(low: number, high: number): number
  /** one of a list; throws where it is empty */
  pick<Item>(items: readonly Item[]): Item
  /** true so often, from 0 to 1 */
  happens(probability: number): boolean
}

/**
 * Chance from a text, by mulberry32: 32 bits of state, more than enough for sentences. Every account draws from a
 * seed of its own, so that a sentence added to one doesn't move the story of all others.
 */
export function chanceOf(seed: string): Chance {
  let state = hashed(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error(`nothing to pick from for ${seed}`)
      return item
    },
    happens: (probability) => next() < probability,
  }
}

/** FNV-1a over UTF-16 units. */
function hashed(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
