import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { standingReader } from '../../../accounts/service/standings.ts'
import { readSettings } from '../../../department/settings.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { holdersReader } from '../../tasks/service/holders.ts'
import type { TodayItem } from '../contract.ts'
import { LINES, type Section, type Whose } from '../rules/sections.ts'

/** A look at the day: whose work, at which moment. */
export interface Ask {
  readonly db: Database.Database
  /** epoch ms */
  readonly now: number
  /** YYYY-MM-DD in the laptop's time zone */
  readonly today: string
  readonly whose: Whose
  /** named values of every query */
  readonly params: AskParams
  /** how many lines of each list at most; as many as it opens with where absent */
  readonly lines: LinesAsked
  /** null for an account that has no tier */
  readonly tierOf: (accountId: string | null) => Tier | null
}

type LinesAsked = Partial<Readonly<Record<Section, number | undefined>>>

interface AskParams {
  /** this laptop's user, and whoever gets what belongs to nobody */
  readonly me: MemberId | null
  readonly head: string | null
  readonly now: number
  readonly today: string
  /** the last of the next seven days */
  readonly week: string
  /** when today began and ends, and the seventh day ends: epoch ms */
  readonly dayStart: number
  readonly dayEnd: number
  readonly weekEnd: number
  /** when today began, ISO-8601 UTC */
  readonly dayStartIso: string
}

/** Days that are near enough to be shown. */
export const NEAR_DAYS = 7

/** A look at the kernel's day. */
export function askOf(
  { db, now: clock }: Pick<Kernel, 'db' | 'now'>,
  whose: Whose,
  lines: LinesAsked = {},
): Ask {
  const now = clock()
  const today = dayOf(now)
  const week = addDays(today, NEAR_DAYS)
  const dayStart = startOf(today)
  const standing = standingReader(db)
  return {
    db,
    now,
    today,
    whose,
    lines,
    params: {
      me: readSettings(db).me,
      head: holdersReader(db).head,
      now,
      today,
      week,
      dayStart,
      dayEnd: startOf(addDays(today, 1)),
      weekEnd: startOf(addDays(week, 1)),
      dayStartIso: new Date(dayStart).toISOString(),
    },
    tierOf(accountId) {
      const tier = accountId === null ? undefined : standing(accountId)?.tier
      return tier === undefined || tier === 'insufficient' ? null : tier
    },
  }
}

/** How many lines of a list are asked for at most. */
export const mostLines = ({ lines }: Ask, section: Section): number => lines[section] ?? LINES.first

/** When a day (YYYY-MM-DD) begins on this laptop, epoch ms. */
export function startOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).getTime()
}

/** Whether a row's account is there, or it has none. */
export const thereSql = (account: string): string =>
  `(${account} IS NULL OR ${account} NOT IN (SELECT id FROM account WHERE deleted = 1))`

/**
 * Whether a row is this laptop's user's: by its owner while they are with us, else by who holds its account, else the
 * head's. The holder is looked for only where there is no owner.
 */
export const mineSql = (owner: string, account: string): string =>
  `(${owner} = @me OR ((${owner} IS NULL OR ${owner} NOT IN (SELECT id FROM member WHERE deleted = 0))
    AND coalesce((SELECT h.id FROM account g JOIN member h ON h.id = g.owner_id AND h.deleted = 0
        WHERE g.id = ${account}),
      (SELECT s.member_id FROM group_seat s JOIN member h ON h.id = s.member_id AND h.deleted = 0
        WHERE s.account_id = ${account} AND s.deleted = 0 ORDER BY s.id LIMIT 1), @head) = @me))`

/** A line with what it doesn't say left empty. */
export const itemOf = (given: Pick<TodayItem, 'kind' | 'id' | 'what'> & Partial<TodayItem>): TodayItem => ({
  of: null,
  why: null,
  task: null,
  clock: null,
  caseClock: null,
  accountId: null,
  account: null,
  tier: null,
  person: null,
  who: null,
  role: '',
  dueOn: null,
  dueTime: '',
  dueAt: null,
  lateMinutes: null,
  since: null,
  done: false,
  count: null,
  ...given,
})

/** How many lines of a kind stand where. */
export interface Counts {
  readonly late: number
  readonly today: number
  readonly next7: number
  readonly waiting: number
  readonly done: number
}

/** No lines anywhere. */
export const NONE: Counts = { late: 0, today: 0, next7: 0, waiting: 0, done: 0 }

/** A kind of lines. */
export interface Source {
  count(ask: Ask): Counts
  /** the first open ones of a list */
  lines(ask: Ask, section: Section): TodayItem[]
  /** the first of those that were done today */
  done(ask: Ask): TodayItem[]
}
