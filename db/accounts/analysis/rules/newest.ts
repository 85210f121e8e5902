/** Something that somebody judged on a day; judgements are never overwritten, the newest counts. */
export interface Judged {
  readonly id: string
  /** YYYY-MM-DD */
  readonly notedOn: string
}

/** Newest first: by day, within a day the one written last (its id grew later). */
export const newestFirst = (a: Judged, b: Judged): number =>
  a.notedOn !== b.notedOn ? (a.notedOn < b.notedOn ? 1 : -1) : a.id < b.id ? 1 : a.id > b.id ? -1 : 0

/** The newest judgement of each thing that is judged. */
export function newestOf<Item extends Judged, Key>(
  judged: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, Item> {
  const newest = new Map<Key, Item>()
  for (const item of judged) {
    const known = newest.get(keyOf(item))
    if (!known || newestFirst(item, known) < 0) newest.set(keyOf(item), item)
  }
  return newest
}
