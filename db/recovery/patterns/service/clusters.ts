import type Database from 'better-sqlite3'
import type { CaseId } from '../../../kernel/ids.ts'
import type { Cluster } from '../contract.ts'
import { signOf } from '../rules/clusters.ts'
import type { Alike, AlikeTally } from './groups.ts'
import { namesOf } from './names.ts'

/** By what cases may be alike, what says most about why first. */
export type AlikeKind = Cluster['alike']['kind']
export const ALIKE_KINDS = [
  'rootCause',
  'product',
  'place',
  'responsible',
] as const satisfies readonly AlikeKind[]

/** Clusters that are shown at most, and cases that each tells by name. */
const MOST_CLUSTERS = 30
const NEWEST = 3

interface Found extends Alike, Pick<Cluster, 'expected' | 'chance' | 'newestAt'> {
  readonly kind: AlikeKind
}

/**
 * The clusters among cases that are alike, the newest first; the same cases are told once, by what says most of why.
 * @param days of the past that cases are known of
 */
export function clustersOf(
  db: Database.Database,
  tallies: Readonly<Record<AlikeKind, AlikeTally>>,
  days: number,
): Cluster[] {
  const told = new Set<string>()
  const found: Found[] = []
  for (const kind of ALIKE_KINDS)
    for (const alike of tallies[kind].candidates) {
      const sign = signOf({ recent: alike.recent.length, earlier: alike.earlier, days })
      const same = alike.recent.map(({ id }) => id).join()
      if (sign === null || told.has(same)) continue
      told.add(same)
      const newestAt = Math.max(...alike.recent.map(({ cameAt }) => Date.parse(cameAt)))
      found.push({ ...alike, ...sign, kind, newestAt })
    }
  const shown = found.sort((one, other) => other.newestAt - one.newestAt).slice(0, MOST_CLUSTERS)
  const named = namer(db, shown)
  const cases = db.prepare<[CaseId], Cluster['newest'][number]>(
    'SELECT id, code, title FROM recovery_case WHERE id = ?',
  )
  return shown.map((cluster) => {
    const { recent, earlier, expected, chance, newestAt } = cluster
    const newest = recent.toSorted((one, other) => (one.cameAt < other.cameAt ? 1 : -1)).slice(0, NEWEST)
    return {
      alike: named(cluster),
      count: recent.length,
      open: recent.filter(({ open }) => open).length,
      earlier,
      expected,
      chance,
      newestAt,
      newest: newest.flatMap(({ id }) => cases.get(id) ?? []),
    }
  })
}

/** Names what the cases of a cluster have in common. */
function namer(db: Database.Database, found: readonly Found[]): (found: Found) => Cluster['alike'] {
  const nameIn = (by: AlikeKind) =>
    namesOf(
      db,
      by,
      found.flatMap(({ kind, key }) => (kind === by ? [key] : [])),
    )
  const names = {
    rootCause: nameIn('rootCause'),
    product: nameIn('product'),
    place: nameIn('place'),
    responsible: nameIn('responsible'),
  }
  return ({ kind, key, beside }) => {
    const name = names[kind](key)
    return kind === 'product' || kind === 'place'
      ? { kind, key, name, category: beside }
      : { kind, key, name }
  }
}
