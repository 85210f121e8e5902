import { LEVELS } from '../../requests/rules/levels.ts'

/**
 * What a notice 提醒 says of something that has an end: `due` on its day, for what is due on a day; the levels of a
 * request's clock; `late` for both.
 */
export const NOTICE_LEVELS = ['due', ...LEVELS] as const
export type NoticeLevel = (typeof NOTICE_LEVELS)[number]

/** When something reaches a level, epoch ms. Levels that it can't reach any more are left out. */
export interface Reach {
  readonly level: NoticeLevel
  readonly at: number
}

/** Something that may be told of: a clock of a request in one of its runs, or a day on which something is due. */
export interface Watch {
  /** record, clock and run: what begins anew is told of anew */
  readonly key: string
  /** in the order in which they are reached */
  readonly reaches: readonly Reach[]
}

/** What a moment brings: the one level to be told of, and all that lie behind and needn't be told any more. */
export interface Told {
  readonly level: NoticeLevel | null
  readonly given: readonly NoticeLevel[]
}

/** Who comes back after longer than this finds it in the lists, not in notices. */
export const STALE_MS = 7 * 86_400_000

/** The key under which a notice is given, once and for all. */
export const noticeKey = (watch: string, level: NoticeLevel): string => `${watch}:${level}`

/**
 * What is to be told of something at a moment: the highest level that it has reached, unless that was given before;
 * lower ones that went by unseen, while the laptop slept say, count as given. Whatever the clock does afterwards, set
 * back or on, nothing is told twice, because what was given stays given.
 */
export function toldOf({ reaches }: Watch, wasGiven: (level: NoticeLevel) => boolean, now: number): Told {
  const reached = reaches.filter(({ at }) => at <= now)
  const given = reached.filter(({ level }) => !wasGiven(level)).map(({ level }) => level)
  const highest = reached.at(-1)
  if (!highest || given.length === 0) return NOTHING
  // a higher one was told before: the clock was set back, and only lower ones are reached again
  const passed = reaches.some(({ level, at }) => at > now && wasGiven(level))
  const isNews = !wasGiven(highest.level) && !passed && now - highest.at <= STALE_MS
  return { level: isNews ? highest.level : null, given }
}

const NOTHING: Told = { level: null, given: [] }
