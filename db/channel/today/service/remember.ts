import type { Kernel } from '../../../kernel/kernel.ts'

interface Held<Value> {
  readonly key: string
  readonly value: Value
}

/** Answers to one question that are kept at most: mine, all, of yesterday. */
const MOST_HELD = 4

/**
 * A question whose answer holds until somebody changes what it is read from: what costs more than a few milliseconds is
 * worked out once, not with every look at the day. `keyOf` tells what else it depends on, such as the day.
 * @param tables the shared tables that it is read from
 */
export function remembered<Asked, Value>(
  tables: readonly string[],
  keyOf: (asked: Asked) => string,
  work: (asked: Asked) => Value,
): (kernel: Kernel, asked: Asked) => Value {
  const sources = new Set(tables)
  const known = new WeakMap<Kernel, Held<Value>[]>()
  const heldBy = (kernel: Kernel): Held<Value>[] => {
    const before = known.get(kernel)
    if (before) return before
    const held: Held<Value>[] = []
    known.set(kernel, held)
    kernel.feed.listen(({ txnId, tables: changed }) => {
      if (txnId === null || changed.some((table) => sources.has(table))) held.length = 0
    })
    return held
  }
  return (kernel, asked) => {
    const held = heldBy(kernel)
    const key = keyOf(asked)
    const found = held.find((one) => one.key === key)
    if (found) return found.value
    const value = work(asked)
    held.unshift({ key, value })
    held.length = Math.min(held.length, MOST_HELD)
    return value
  }
}
