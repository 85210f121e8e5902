import { solarToLunar } from '../../../accounts/people/lunar.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { readSettings } from '../../../department/settings.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { TodayAside, TodayBallot, TodayItem, TodayList, TodayPage } from '../contract.ts'
import { orderOf, type Section, type Whose } from '../rules/sections.ts'
import { type Ask, askOf, mostLines } from './ask.ts'
import { ballotLines, ballotsToFill } from './ballots.ts'
import { birthdaysNear } from './birthdays.ts'
import { CASE_LINES } from './cases.ts'
import { DUE_WORK } from './dueWork.ts'
import { keptOf } from './kept.ts'
import { lateRequests, REQUEST_LINES } from './requests.ts'
import { accountsAtRisk } from './risks.ts'
import { visitsToday } from './visits.ts'

const SOURCES = [REQUEST_LINES, CASE_LINES, ...DUE_WORK]

/** The lists of Today. */
export function openToday(
  kernel: Kernel,
  { whose, lines }: { readonly whose: Whose; readonly lines?: Ask['lines'] | undefined },
): TodayPage {
  const ask = askOf(kernel, whose, lines)
  const ballots = ballotsToFill(kernel, ask)
  return { now: ask.now, today: ask.today, lists: listsOf(ask, ballots), ballots }
}

/** What stands beside the lists: of one's own accounts, of the whole department's for who owns none. */
export function openAside(kernel: Kernel, { whose }: { readonly whose: Whose }): TodayAside {
  const ask = askOf(kernel, ownsAccounts(kernel) ? whose : 'all')
  const { month, leap, day } = solarToLunar(ask.today)
  return {
    today: ask.today,
    lunar: { month, leap, day },
    visits: visitsToday(kernel),
    birthdays: birthdaysNear(kernel, ask),
    risks: accountsAtRisk(kernel, ask),
    kept: keptOf(kernel, ask),
  }
}

const ownsAccounts = ({ db }: Kernel): boolean =>
  db
    .prepare<[string | null]>('SELECT 1 FROM account WHERE owner_id = ? AND deleted = 0 LIMIT 1')
    .get(readSettings(db).me) !== undefined

function listsOf(ask: Ask, ballots: readonly TodayBallot[]): TodayPage['lists'] {
  const sources = SOURCES.map((source) => ({ source, counts: source.count(ask) }))
  const ofBallots = ballotLines(ask, ballots)
  const list = (section: Section): TodayList => {
    const found = sources.flatMap(({ source, counts }) =>
      counts[section] === 0 ? [] : source.lines(ask, section),
    )
    const isToday = section === 'today'
    const done = isToday
      ? sources.flatMap(({ source, counts }) => (counts.done === 0 ? [] : source.done(ask)))
      : []
    const items = [...done.slice(0, MOST_DONE), ...found, ...ofBallots[section]]
      .map((item) => ({ item, order: section === 'waiting' ? sinceOf(item) : orderOf(item, dayOf) }))
      .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
      .map(({ item }) => item)
    return {
      open: sources.reduce((sum, { counts }) => sum + counts[section], ofBallots[section].length),
      done: isToday ? sources.reduce((sum, { counts }) => sum + counts.done, 0) : 0,
      items: items.slice(0, mostLines(ask, section)),
    }
  }
  return { late: list('late'), today: list('today'), next7: list('next7'), waiting: list('waiting') }
}

/** What was done is worth a look, and must not push out what is to be done. */
const MOST_DONE = 10

/** Orders what waits: the longest first. */
const sinceOf = ({ since }: TodayItem): string => (since === null ? '9' : new Date(since).toISOString())

/** What the rail counts. */
export function readBadges(kernel: Kernel) {
  const known = askOf(kernel, 'mine')
  const ask = known.params.me === null ? askOf(kernel, 'all') : known
  const late = SOURCES.reduce((sum, source) => sum + source.count(ask).late, 0)
  return { late, lateRequests: lateRequests(ask), me: ask.params.me }
}
