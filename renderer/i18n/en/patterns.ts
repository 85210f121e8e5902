import type { Words } from '../words.ts'
import type { patterns as zh } from '../zh/patterns.ts'

/** Words of the patterns over all cases. */
export const patterns = {
  title: 'Patterns',
  empty:
    'No cases in this time. As cases are recorded, this shows what comes again, where, and what it costs.',
  toCases: 'Record cases',
  head: {
    came: 'Came',
    ended: '{{count, number}} closed',
    rate: 'Recovery rate',
    ofTold: '{{recovered, number}} of {{told, number}} that can be told',
    noneTold: 'none that can be told yet',
    days: 'Time to trust (median)',
    daysValue: '{{days, number}} {{days, plural(one: day; other: days)}}',
    kept: 'Money kept',
    keptRemark: 'at risk of recovered cases',
    cost: 'Cost of poor service',
    costRemark: 'remedies {{paid}}, customers’ loss {{loss}}',
    risk: 'Money still at risk',
    riskRemark: 'of cases not recovered; no part of the cost',
    before: '{{value}} before',
    none: '–',
  },
  compared:
    '{{from}} to {{until}}, compared with as many days before, {{beforeFrom}} to {{beforeUntil}}; withdrawn cases don’t count',
  by: {
    label: 'Group by',
    rootCause: 'Root cause',
    category: 'Category',
    lossCause: 'Seven causes',
    product: 'Product',
    place: 'Place',
    responsible: 'Responsible',
    account: 'Account',
  },
  measure: { label: 'Count what', count: 'Cases', money: 'Cost' },
  pareto: {
    finding: 'The top {{count, number}} by {{by}} have {{share}} of the {{measure}}; most: {{name}}',
    findingOne: '{{name}} alone has {{share}} of the {{measure}}',
    none: 'Nothing to compare yet by {{by}}: the cases of this time don’t say, or cost nothing',
    drawn:
      'Bars are shares, the line is the share from the top down to here, dashed is 80%; a name leads to its cases',
    of: { count: 'cases', money: 'cost' },
    count: 'Cases',
    money: 'Cost',
    share: 'Share',
    cumulative: 'Together',
    rest: '{{count, number}} more',
    unknown: '{{by}} not named',
    line: '80%',
    open: 'Cases of {{name}}',
  },
  heat: {
    finding:
      'Most in {{month}}: {{count, number}} {{count, plural(one: case; other: cases)}}, {{most, number}} of them {{name}}',
    none: 'No cases in this time',
    drawn: 'Cases that came by month; the figure is their number, darker is more; a cell leads to its cases',
    cell: '{{name}} {{month}}: {{count, number}}',
    sum: 'All',
  },
  clusters: {
    finding:
      '{{count, number}} {{count, plural(one: thing comes; other: things come)}} more often than usual; the latest: {{name}}',
    none: 'Nothing came more often than usual in the last 90 days',
    drawn:
      'Three or more in the 90 days from {{from}} to {{until}}, where by the year before so many have a chance below 2% (Poisson); open ones count too',
    all: 'All {{count, number}}',
    alike: 'What they share',
    kind: {
      rootCause: 'Root cause {{name}}',
      product: '{{name}} · {{category}}',
      place: '{{name}} · {{category}}',
      responsible: 'Responsible {{name}}',
    },
    why: 'Why it is flagged',
    because:
      '{{count, number}} in 90 days; {{earlier, number}} in the year before, by which {{expected, number}} were to be expected; chance of so many {{chance}}',
    open: 'Open',
    newest: 'The latest',
    newestAt: 'Last came',
    see: 'See {{count, plural(one: it; other: all)}} ({{count, number}})',
  },
  png: 'Export picture',
  xlsx: 'Export workbook',
  how: {
    title: 'How it is counted',
    came: 'Cases that came in this time; closed ones by the day on which they were closed.',
    rate: 'Of the cases whose customer was told in this time, and long enough ago for three months of orders to be over: the share that is as content as before with orders back at nine tenths. Without scores or orders they count as not recovered.',
    days: 'Days from when a case came until the customer accepted (while it is watched) or it was closed; the median.',
    cost: 'Of the cases that came in this time: what remedies cost (those given up left out) and what customers lost.',
  },
  only: 'Only: {{what}}',
  onlyDays: '{{from}} to {{until}}',
  onlyClear: 'Show all',
} as const satisfies Words<typeof zh>
