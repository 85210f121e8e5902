import type Database from 'better-sqlite3'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId, PublicationId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { dayOf } from '../../rules/days.ts'
import { newestPublication } from '../../service/standings.ts'
import { completenessOf } from './completeness.ts'

/** How many accounts an average is taken of, at most: a thousand tell it within a point. */
const SAMPLE = 1_000

/** The accounts of a tier: how many there are, and which stand for all of them. */
interface Chosen {
  /** what they were chosen by: holds as long as that stays */
  readonly by: string
  readonly accounts: number
  readonly ids: readonly AccountId[]
}

/**
 * The average completeness of the accounts of a tier (null: of those that aren't graded), percent, whole; null where
 * there are none. Of more than a thousand accounts it is that of a thousand, chosen by the random part of their ids, so
 * always the same ones; these, and how many there are, are looked up anew once a day, after publishing, and when
 * accounts were added.
 */
export function tierAverage(kernel: Kernel, tier: Tier | null): Average {
  const today = dayOf(kernel.now())
  const at = `${today} ${kernel.newestHlc()}`
  const averages = averagesOf(kernel.db)
  const before = averages.get(tier)
  if (before?.at === at) return before.average
  const average = averageNow(kernel.db, tier, today)
  averages.set(tier, { at, average })
  return average
}

interface Average {
  readonly percent: number | null
  readonly accounts: number
}

function averageNow(db: Database.Database, tier: Tier | null, today: string): Average {
  const { accounts, ids } = chosenOf(db, tier, today)
  const found = [...completenessOf(db, ids, today).values()]
  if (found.length === 0) return { percent: null, accounts: 0 }
  return { percent: Math.round(found.reduce((sum, percent) => sum + percent, 0) / found.length), accounts }
}

/** What was computed last, as long as nothing is written and the day stays. */
const averagesOf = perFile(() => new Map<Tier | null, { readonly at: string; readonly average: Average }>())

const chosenBefore = perFile(() => new Map<Tier | null, Chosen>())

function chosenOf(db: Database.Database, tier: Tier | null, today: string): Chosen {
  const publication = newestPublication(db)
  const { newest } = statementsOf(db)
  const by = `${today} ${publication} ${newest.get()}`
  const remembered = chosenBefore(db)
  const before = remembered.get(tier)
  if (before?.by === by) return before
  const all = idsOf(db, tier, publication)
  const chosen: Chosen = { by, accounts: all.length, ids: all.slice(0, SAMPLE) }
  // a few are read anew each time: deleting one is seen in their number at once
  if (all.length > SAMPLE) remembered.set(tier, chosen)
  else remembered.delete(tier)
  return chosen
}

/** The accounts of a tier by the last digits of their UUIDv7, which are random. */
function idsOf(db: Database.Database, tier: Tier | null, publication: PublicationId | null): AccountId[] {
  const { graded, ungraded, all } = statementsOf(db)
  if (tier !== null) return publication === null ? [] : graded.all(publication, tier)
  return publication === null ? all.all() : ungraded.all(publication)
}

const RANDOM_PART = 'substr(a.id, -12)'

const statementsOf = perFile((db) => ({
  newest: db.prepare<[], number | null>('SELECT max(rowid) FROM account').pluck(),
  graded: db
    .prepare<[PublicationId, Tier], AccountId>(
      `SELECT a.id FROM result r CROSS JOIN account a ON a.id = r.account_id AND a.deleted = 0
       WHERE r.publication_id = ? AND r.standing = ? AND r.deleted = 0 ORDER BY ${RANDOM_PART}`,
    )
    .pluck(),
  ungraded: db
    .prepare<[PublicationId], AccountId>(
      `SELECT a.id FROM account a WHERE a.deleted = 0 AND NOT EXISTS (
         SELECT 1 FROM result r WHERE r.account_id = a.id AND +r.publication_id = ? AND r.deleted = 0
           AND r.standing <> 'insufficient') ORDER BY ${RANDOM_PART}`,
    )
    .pluck(),
  all: db
    .prepare<[], AccountId>(`SELECT a.id FROM account a WHERE a.deleted = 0 ORDER BY ${RANDOM_PART}`)
    .pluck(),
}))
