/** One person reports to another. */
export interface Reports {
  readonly fromId: string
  readonly toId: string
}

/**
 * The circle that a further line would close, from the one who reports over their superiors back to them (so the first
 * and the last are the same); null where it closes none. `reports` itself may hold circles.
 */
export function circleClosedBy(reports: readonly Reports[], added: Reports): readonly string[] | null {
  const { fromId, toId } = added
  if (fromId === toId) return [fromId, toId]
  const superiors = superiorsOf(reports)
  const cameFrom = new Map<string, string>([[toId, fromId]])
  const waiting = [toId]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
    for (const superior of superiors.get(id) ?? []) {
      if (superior === fromId) return wayBack(cameFrom, id, fromId)
      if (cameFrom.has(superior)) continue
      cameFrom.set(superior, id)
      waiting.push(superior)
    }
  return null
}

/** The superiors of each person, in the order of the lines. */
export function superiorsOf(reports: readonly Reports[]): ReadonlyMap<string, readonly string[]> {
  const superiors = new Map<string, string[]>()
  for (const { fromId, toId } of reports) {
    const known = superiors.get(fromId)
    if (known) known.push(toId)
    else superiors.set(fromId, [toId])
  }
  return superiors
}

function wayBack(cameFrom: ReadonlyMap<string, string>, last: string, first: string): readonly string[] {
  const way = [first]
  for (let id = last; id !== first; id = cameFrom.get(id) ?? first) way.unshift(id)
  return [first, ...way]
}
