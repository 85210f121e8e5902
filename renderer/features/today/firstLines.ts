import { SECTIONS, type Section } from '../../../db/channel/today/rules/sections.ts'

/**
 * The lines of all lists that stand within the first so many, list after list: what a window has room for as the page is
 * opened. A list whose turn doesn't come has none.
 */
export function firstLines<Item>(
  lists: Readonly<Record<Section, { readonly items: readonly Item[] }>>,
  most: number,
): Record<Section, readonly Item[]> {
  const first: Record<Section, readonly Item[]> = { late: [], today: [], next7: [], waiting: [] }
  let left = most
  for (const section of SECTIONS) {
    first[section] = lists[section].items.slice(0, left)
    left -= first[section].length
  }
  return first
}
