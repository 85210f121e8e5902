import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Channel } from '../../log/rules/channels.ts'
import { contactInterval } from '../../map/rules/intervals.ts'
import { standingOn } from '../../promises/service/read.ts'
import { dayOf, daysBetween } from '../../rules/days.ts'
import type { Cycle, Kind, Lifecycle } from '../../rules/fields.ts'
import { listFigures } from '../../service/figures.ts'
import { readFigures } from '../../service/figureValues.ts'
import { rankedIn, standingsIn } from '../../service/standings.ts'
import type { AccountHead, HeadFigure } from '../contract.ts'
import { headFigures } from '../rules/headFigures.ts'
import { tiersOf } from './holdings.ts'

/** How many rounds the trend of the score shows. */
const MOST_ROUNDS = 8

/** The head of an account's page. @throws Refusal ACCOUNT_NOT_FOUND */
export function accountHead(kernel: Kernel, accountId: AccountId): AccountHead {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const row = ownRow(db, accountId)
  if (!row) throw new Refusal('ACCOUNT_NOT_FOUND')
  const { ownerId, owner, figures, ...fields } = row
  const promises = standingOn(db, { accountId }, today)
  return {
    today,
    ...fields,
    ...scoreOf(db, accountId),
    figures: figuresOf(db, figures),
    promises: promises.ours,
    contact: newestContact(db, accountId, today),
    interval: contactInterval(tiersOf(db, [accountId]).get(accountId) ?? null),
    next: nextStep(db, accountId),
    owner: ownerId === null ? null : { id: ownerId, name: owner ?? '' },
    group: workingGroup(db, accountId),
    counts: {
      log: count(db, 'log_entry', accountId),
      promises: promises.ours.all.open + promises.theirs.all.open,
    },
  }
}

interface OwnRow {
  readonly lifecycle: Lifecycle | null
  readonly kind: Kind | null
  readonly cycle: Cycle | null
  readonly region: string
  readonly cooperationSince: string | null
  readonly ownerId: MemberId | null
  readonly owner: string | null
  readonly figures: string
}

const ownRow = (db: Database.Database, accountId: AccountId): OwnRow | undefined =>
  db
    .prepare<[AccountId], OwnRow>(
      `SELECT a.lifecycle, a.kind, a.cycle, a.region, a.cooperation_since AS cooperationSince,
         m.id AS ownerId, m.name AS owner, a.figures
       FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
       WHERE a.id = ? AND a.deleted = 0`,
    )
    .get(accountId)

/** Where it stood in the newest round that it was in, and how its score moved from round to round. */
function scoreOf(
  db: Database.Database,
  accountId: AccountId,
): Pick<AccountHead, 'score' | 'change' | 'rank' | 'ranked' | 'trend'> {
  const standings = standingsIn(db, accountId)
  const [newest, before] = standings
  const score = newest?.score ?? null
  const trend = standings.slice(0, MOST_ROUNDS).flatMap((standing) => {
    const { roundName, score: then } = standing
    return then === null ? [] : [{ roundName, score: then }]
  })
  return {
    score,
    change: score === null || before?.score == null ? null : score - before.score,
    rank: newest?.rank ?? null,
    ranked: newest ? rankedIn(db, newest.publicationId) : null,
    trend: trend.reverse(),
  }
}

function figuresOf(db: Database.Database, json: string): AccountHead['figures'] {
  const values = readFigures(json)
  const found = headFigures(listFigures(db))
  const shown = (figure: (typeof found)['volume']): HeadFigure | null =>
    figure && { id: figure.id, name: figure.name, unit: figure.unit, value: values[figure.id] ?? null }
  const { volume, profit, share, growth } = found
  return { volume: shown(volume), profit: shown(profit), share: shown(share), growth: shown(growth) }
}

function newestContact(db: Database.Database, accountId: AccountId, today: string): AccountHead['contact'] {
  const entry = db
    .prepare<[AccountId], { on: string; channel: Channel; member: string | null }>(
      `SELECT e.happened_on AS "on", e.channel, m.name AS member
       FROM log_entry e LEFT JOIN member m ON m.id = e.member_id
       WHERE e.account_id = ? AND e.deleted = 0 ORDER BY e.happened_on DESC, e.recorded_at DESC LIMIT 1`,
    )
    .get(accountId)
  return entry ? { ...entry, days: daysBetween(entry.on, today) } : null
}

const nextStep = (db: Database.Database, accountId: AccountId): AccountHead['next'] =>
  db
    .prepare<[AccountId], { on: string; what: string; by: string | null }>(
      `SELECT e.next_on AS "on", e.next_step AS what, m.name AS "by"
       FROM log_entry e LEFT JOIN member m ON m.id = e.next_by
       WHERE e.account_id = ? AND e.deleted = 0 AND e.next_on IS NOT NULL AND e.next_done_on IS NULL
       ORDER BY e.next_on, e.id LIMIT 1`,
    )
    .get(accountId) ?? null

const workingGroup = (db: Database.Database, accountId: AccountId): AccountHead['group'] =>
  db
    .prepare<[AccountId], { name: string; function: string }>(
      `SELECT m.name, s.function FROM group_seat s JOIN member m ON m.id = s.member_id AND m.deleted = 0
       WHERE s.account_id = ? AND s.deleted = 0 ORDER BY s.id`,
    )
    .all(accountId)

const count = (db: Database.Database, table: 'log_entry', accountId: AccountId): number =>
  db
    .prepare<[AccountId], number>(`SELECT count(*) FROM ${table} WHERE account_id = ? AND deleted = 0`)
    .pluck()
    .get(accountId) ?? 0
