/** Points of a whole sheet (C6). */
export const WHOLE_SHEET = 100
/** From this many points marked on, a visit has a score, scaled over what was marked. */
export const ENOUGH_MARKED = 80

/** An item of a sheet: what is looked at, and how many points it is worth. */
export interface Item {
  readonly key: string
  readonly text: string
  /** above nought, whole */
  readonly points: number
}

/** Points as they are typed for an item: empty for none yet, undefined for what it can't be given. */
export function readPoints(typed: string, most: number): number | null | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  return /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

/** An item as a visit found it; `given` null where it was not marked. */
export interface MarkedItem extends Item {
  readonly given: number | null
}

/** What the points of a sheet's items add up to. */
export const sheetPoints = (items: readonly Pick<Item, 'points'>[]): number =>
  items.reduce((sum, { points }) => sum + points, 0)

/** How a visit scored, in tenths of a point; `score` null where too little of it was marked. */
export interface Scored {
  readonly score: number | null
  /** points of the items that were marked */
  readonly marked: number
  /** items that were not */
  readonly unmarked: number
}

/** C6: the points given, scaled over the marked items where at least {@link ENOUGH_MARKED} points of them are marked. */
export function scoreOf(marks: readonly Pick<MarkedItem, 'points' | 'given'>[]): Scored {
  let given = 0
  let marked = 0
  let unmarked = 0
  for (const mark of marks)
    if (mark.given === null) unmarked += 1
    else {
      given += mark.given
      marked += mark.points
    }
  const enough = marked >= ENOUGH_MARKED
  return { score: enough ? Math.round((given * 10 * WHOLE_SHEET) / marked) : null, marked, unmarked }
}

/** A visit with what the trend is drawn from. */
export interface Visited {
  readonly id: string
  readonly place: string
  /** YYYY-MM-DD */
  readonly day: string
  /** tenths of a point */
  readonly score: number | null
  readonly marks: readonly MarkedItem[]
}

/** The visits of a place that have a score, the oldest first. */
export interface Trend {
  readonly place: string
  readonly points: readonly { readonly id: string; readonly day: string; readonly score: number }[]
  /** the last score less the first, tenths of a point */
  readonly change: number
}

/** The trend of each place (C6), the one with most visits first, then by name. */
export function trends(visits: readonly Visited[]): Trend[] {
  const places = Map.groupBy(visits, ({ place }) => place)
  return [...places]
    .flatMap(([place, all]): Trend[] => {
      const points = all
        .flatMap(({ id, day, score }) => (score === null ? [] : [{ id, day, score }]))
        .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
      const first = points[0]
      const last = points.at(-1)
      return first && last ? [{ place, points, change: last.score - first.score }] : []
    })
    .sort((a, b) => b.points.length - a.points.length || (a.place < b.place ? -1 : 1))
}

/** How an item did over all visits. */
export interface ItemResult {
  readonly text: string
  /** visits on which it was marked */
  readonly visits: number
  /** points given of those to be had, tenths of a percent */
  readonly share: number
}

/** Items by what they got of their points over all visits, the weakest first; items of the same words count as one. */
export function weakestItems(visits: readonly Pick<Visited, 'marks'>[]): ItemResult[] {
  const sums = new Map<string, { visits: number; given: number; points: number }>()
  for (const { marks } of visits)
    for (const { text, points, given } of marks) {
      if (given === null) continue
      const sum = sums.get(text) ?? { visits: 0, given: 0, points: 0 }
      sums.set(text, { visits: sum.visits + 1, given: sum.given + given, points: sum.points + points })
    }
  return [...sums]
    .map(([text, { visits: count, given, points }]) => ({
      text,
      visits: count,
      share: points === 0 ? 0 : Math.round((given * 1_000) / points),
    }))
    .sort((a, b) => a.share - b.share || (a.text < b.text ? -1 : 1))
}
