import type Database from 'better-sqlite3'
import { chainFrom, type Referral, totalBrought } from '../../../accounts/analysis/rules/referrals.ts'
import { byPinyin, pinyinText } from '../../../accounts/pinyin.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { type Standing, TIERS } from '../../../evaluation/rules/tiers.ts'
import type { ClubLevelId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { InputOf } from '../../ledger/service/rows.ts'
import type { Candidate, club, Level, Membership } from '../contract.ts'
import { MEMBERSHIP_STATES, membershipState } from '../rules/membership.ts'

type StoredMembership = Omit<Membership, 'tier' | 'state' | 'referred' | 'brought'> & {
  readonly orderKey: string
}

/** Levels and memberships of the club. */
export function readClub(kernel: Kernel): { today: string; levels: Level[]; members: Membership[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const members = membershipsOn(db, today)
  const levels = db
    .prepare<[], { id: ClubLevelId; name: string; benefits: string }>(
      'SELECT id, name, benefits FROM club_level WHERE deleted = 0 ORDER BY order_key, id',
    )
    .all()
    .map(({ id, name, benefits }) => ({
      id,
      name,
      benefits: benefitsOf(benefits),
      members: members.filter((one) => one.levelId === id && isRunning(one)).length,
    }))
  return { today, levels, members }
}

const isRunning = ({ state }: Membership): boolean => state === 'running' || state === 'ending'

const benefitsOf = (json: string): string[] => JSON.parse(json)

/** Memberships of accounts that are there: those that run or will first, by level, then by name. */
export function membershipsOn(
  db: Database.Database,
  today: string,
  accountId: string | null = null,
): Membership[] {
  const standings = newestStandings(db)
  const referrals = readReferrals(db)
  const rows = db
    .prepare<object, StoredMembership>(
      `SELECT m.id, m.account_id AS accountId, a.name AS account, m.level_id AS levelId, l.name AS level,
         l.order_key AS orderKey, m.since_on AS sinceOn, m.until_on AS untilOn, m.note
       FROM club_membership m JOIN account a ON a.id = m.account_id AND a.deleted = 0
       JOIN club_level l ON l.id = m.level_id
       WHERE m.deleted = 0 AND (@accountId IS NULL OR m.account_id = @accountId)
       ORDER BY l.order_key, l.id`,
    )
    .all({ accountId })
    .map(({ orderKey, ...row }) => {
      const chain = chainFrom(row.accountId, referrals)
      const membership: Membership = {
        ...row,
        tier: standings.get(row.accountId)?.tier ?? null,
        state: membershipState(row, today),
        referred: chain.filter(({ seen }) => !seen).length,
        brought: totalBrought(chain),
      }
      return { membership, orderKey, over: Number(membership.state === 'over'), name: row.account }
    })
  const spelled = rows.map((row) => ({ ...row, pinyin: pinyinText(row.name) }))
  spelled.sort(
    (a, b) =>
      a.over - b.over || (a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : byPinyin(a, b)),
  )
  return spelled.map(({ membership }) => membership)
}

/** Who brought whom (C4), of accounts that are there. */
const readReferrals = (db: Database.Database): Referral[] =>
  db
    .prepare<[], Referral>(
      `SELECT r.id, r.from_id AS fromId, r.to_id AS toId, r.brought FROM referral r
       JOIN account f ON f.id = r.from_id AND f.deleted = 0 JOIN account t ON t.id = r.to_id AND t.deleted = 0
       WHERE r.deleted = 0`,
    )
    .all()

/** The level at which accounts are members today; the higher one where there are two, as after a merge. */
export function levelsToday(
  db: Database.Database,
  today: string,
): ReadonlyMap<string, { readonly id: ClubLevelId; readonly name: string }> {
  const found = new Map<string, { id: ClubLevelId; name: string }>()
  for (const { accountId, levelId, level, state } of membershipsOn(db, today))
    if (RUNNING.includes(state) && !found.has(accountId)) found.set(accountId, { id: levelId, name: level })
  return found
}

const RUNNING: readonly Membership['state'][] = MEMBERSHIP_STATES.slice(1, 3)

/** Accounts of tiers, and members of levels, to choose from: better tiers first, then by pinyin. */
export function candidates(
  kernel: Kernel,
  { tiers, levelIds }: InputOf<typeof club.candidates>,
): Candidate[] {
  const { db } = kernel
  const levels = levelsToday(db, dayOf(kernel.now()))
  const standings = newestStandings(db)
  const wanted = (accountId: string, tier: Standing | null): boolean => {
    const level = levels.get(accountId)
    return (
      tiers.some((one) => one === tier) || (level !== undefined && levelIds.some((one) => one === level.id))
    )
  }
  const found = db
    .prepare<[], { id: Candidate['accountId']; name: string }>(
      'SELECT id, name FROM account WHERE deleted = 0',
    )
    .all()
    .flatMap(({ id, name }) => {
      const tier = standings.get(id)?.tier ?? null
      return wanted(id, tier) ? [{ id, name, tier, pinyin: pinyinText(name) }] : []
    })
  const rank = (tier: Standing | null): number =>
    tier === null || tier === 'insufficient' ? TIERS.length : TIERS.indexOf(tier)
  found.sort((a, b) => rank(a.tier) - rank(b.tier) || byPinyin(a, b))
  return found.map(({ id, name, tier }) => ({
    accountId: id,
    account: name,
    tier,
    levelId: levels.get(id)?.id ?? null,
  }))
}
