import type Database from 'better-sqlite3'
import { addDays, dayOf, daysBetween } from '../../../accounts/rules/days.ts'
import { dayStart } from '../../../channel/figures/service/requestRows.ts'
import type { Span } from '../../../channel/rules/periods.ts'
import { HISTORY_DAYS } from '../rules/clusters.ts'
import type { Dimension } from '../rules/dimensions.ts'
import { HeadTally } from '../rules/head.ts'
import type { CaseBook } from './caseBook.ts'
import type { CaseFact } from './caseFacts.ts'
import type { AlikeKind } from './clusters.ts'
import { AlikeTally, GroupTally } from './groups.ts'

/** What is asked of all cases. */
export interface PatternSpans {
  readonly span: Span
  readonly before: Span
  /** parts of the span, oldest first */
  readonly months: readonly Span[]
  /** days in which cases that are alike are a sign */
  readonly recent: Span
}

/** All cases added up. The seven causes aren't among the groups: they follow from the root causes. */
export interface CaseTallies {
  readonly head: HeadTally
  readonly headBefore: HeadTally
  readonly groups: Readonly<Record<Exclude<Dimension, 'lossCause'>, GroupTally>>
  readonly alike: Readonly<Record<AlikeKind, AlikeTally>>
  /** days before the recent ones that cases are known of, at most a year */
  readonly daysKnown: number
  /** YYYY-MM-DD on which the first case came; null where none did */
  readonly firstDay: string | null
}

/** A span as instants: from the first on, before the second. */
interface Stretch {
  readonly text: { readonly from: string; readonly end: string }
  readonly ms: { readonly from: number; readonly end: number }
}

const stretchOf = ({ from, until }: Span): Stretch => {
  const text = { from: dayStart(from), end: dayStart(addDays(until, 1)) }
  return { text, ms: { from: Date.parse(text.from), end: Date.parse(text.end) } }
}

/** Adds all cases up; withdrawn ones turned out to be none. */
export function tallyCases(db: Database.Database, book: CaseBook, spans: PatternSpans): CaseTallies {
  const [span, before, recent] = [stretchOf(spans.span), stretchOf(spans.before), stretchOf(spans.recent)]
  const past = dayStart(addDays(spans.recent.from, -HISTORY_DAYS))
  const months = spans.months.map(({ from }) => dayStart(from))
  const tallies = emptyTallies(months.length)
  const count = headCounter(book)
  const gone = new Set(db.prepare<[], string>('SELECT id FROM account WHERE deleted = 1').pluck().all())
  let first: string | null = null
  for (const fact of book.facts) {
    const { cameAt } = fact
    if (cameAt >= span.text.end || fact.state === 'withdrawn' || gone.has(fact.accountId)) continue
    if (first === null || cameAt < first) first = cameAt
    const costs = { paid: book.paid(fact.id), loss: fact.loss ?? 0 }
    count(tallies.head, span, fact, costs)
    count(tallies.headBefore, before, fact, costs)
    if (cameAt >= span.text.from)
      addToGroups(tallies.groups, fact, costs.paid + costs.loss, placeOf(cameAt, months))
    if (cameAt >= past) addAlike(tallies.alike, fact, recent.text.from)
  }
  const firstDay = first === null ? null : dayOf(Date.parse(first))
  const daysKnown = firstDay === null ? 0 : Math.max(0, daysBetween(firstDay, spans.recent.from))
  return { ...tallies, daysKnown: Math.min(HISTORY_DAYS, daysKnown), firstDay }
}

const emptyTallies = (months: number): Omit<CaseTallies, 'daysKnown' | 'firstDay'> => ({
  head: new HeadTally(),
  headBefore: new HeadTally(),
  groups: {
    rootCause: new GroupTally(months),
    category: new GroupTally(months),
    product: new GroupTally(months),
    place: new GroupTally(),
    responsible: new GroupTally(),
    account: new GroupTally(),
  },
  alike: {
    rootCause: new AlikeTally(),
    product: new AlikeTally(),
    place: new AlikeTally(),
    responsible: new AlikeTally(),
  },
})

/** What a case cost, fen. */
interface Costs {
  readonly paid: number
  readonly loss: number
}

/** Counts a case to the head figures of a stretch: by the day on which it came, and that on which it was closed. */
function headCounter(book: CaseBook) {
  return (head: HeadTally, { text, ms }: Stretch, fact: CaseFact, costs: Costs): void => {
    const { cameAt, endedAt } = fact
    if (endedAt !== null && endedAt >= ms.from && endedAt < ms.end) head.ended()
    if (cameAt < text.from || cameAt >= text.end) return
    const atRisk = fact.atRisk ?? 0
    head.came({ ...costs, cameAt: Date.parse(cameAt), atRisk, trust: book.trust(fact) })
  }
}

/** The last of the months that began by then; −1 where none had. */
function placeOf(cameAt: string, months: readonly string[]): number {
  let [low, high] = [0, months.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((months[middle] ?? '') <= cameAt) low = middle + 1
    else high = middle
  }
  return low - 1
}

function addToGroups(
  { rootCause, category, product, place, responsible, account }: CaseTallies['groups'],
  fact: CaseFact,
  money: number,
  month: number,
): void {
  rootCause.add(fact.rootCauseId, money, month)
  category.add(fact.category, money, month)
  product.add(fact.productId, money, month)
  place.add(fact.place, money)
  responsible.add(fact.responsibleId, money)
  account.add(fact.accountId, money)
}

function addAlike(
  { rootCause, product, place, responsible }: CaseTallies['alike'],
  fact: CaseFact,
  recentFrom: string,
): void {
  const { id, cameAt, endedAt, category } = fact
  const recent = cameAt < recentFrom ? null : { id, cameAt, open: endedAt === null }
  rootCause.add(fact.rootCauseId, '', recent)
  product.add(fact.productId, category, recent)
  place.add(fact.place, category, recent)
  responsible.add(fact.responsibleId, '', recent)
}
