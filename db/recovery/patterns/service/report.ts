import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { byMonth, type Span } from '../../../channel/rules/periods.ts'
import { remembered } from '../../../channel/today/service/remember.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { CLUSTER_DAYS } from '../rules/clusters.ts'
import { countedSpan, spanBefore } from '../rules/spans.ts'
import { caseBook } from './caseBook.ts'
import { clustersOf } from './clusters.ts'
import { heatsOf, paretosOf } from './shown.ts'
import { tallyCases } from './tally.ts'

/** Months of the heat map at most: the newest of the span. */
const MOST_MONTHS = 24

/** What patterns are read from. */
const SOURCES = ['recovery_case', 'case_remedy', 'root_cause', 'product', 'member', 'account', 'order_month']

/** What a span of days shows, compared with as many days before it. Worked out once until something of it changes. */
export const patternsReport = (kernel: Kernel, span: Span) =>
  report(kernel, { kernel, today: dayOf(kernel.now()), ...span })

interface Asked extends Span {
  readonly kernel: Kernel
  readonly today: string
}

const report = remembered(
  SOURCES,
  ({ today, from, until }: Asked) => `${today} ${from} ${until}`,
  ({ kernel, today, ...asked }: Asked) => {
    const { db } = kernel
    const span = countedSpan(asked, today)
    const before = spanBefore(span)
    const recent = { from: addDays(span.until, 1 - CLUSTER_DAYS), until: span.until }
    const months = byMonth(span).slice(-MOST_MONTHS)
    const tallies = tallyCases(db, caseBook(kernel, today), { span, before, months, recent })
    const comparable = tallies.firstDay !== null && tallies.firstDay <= before.until
    return {
      today,
      span,
      head: tallies.head.head,
      before: comparable ? { ...before, head: tallies.headBefore.head } : null,
      paretos: paretosOf(db, tallies.groups),
      months: months.map((month) => month.from.slice(0, 7)),
      heat: heatsOf(db, tallies.groups),
      clusterSpan: recent,
      clusters: clustersOf(db, tallies.alike, tallies.daysKnown),
    }
  },
)
