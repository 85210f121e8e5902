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
    ofProven:
      '{{recovered, number}} of {{proven, number}} proven either way; {{notYet, number}} not proven yet',
    days: 'Time to trust (median)',
    daysRemark: 'of cases proven recovered, until the customer accepted',
    daysValue: '{{days, number}} {{days, plural(one: day; other: days)}}',
    kept: 'Money kept',
    keptRemark: 'at risk of cases proven recovered',
    cost: 'Cost of poor service',
    costRemark: 'delivered remedies {{paid}}, customers’ loss {{loss}}',
    risk: 'Money still at risk',
    riskRemark: 'of cases open, not proven yet, or not recovered; no part of the cost',
    before: '{{value}} before',
    none: '–',
  },
  compared:
    '{{from}} to {{until}}, compared with as many days before, {{beforeFrom}} to {{beforeUntil}}; withdrawn cases don’t count',
  notCompared:
    '{{from}} to {{until}}; no case came before, so there is nothing to compare with; withdrawn cases don’t count',
  cut: 'You chose {{from}} to {{until}}; only its days from {{earliest}} up to today are counted.',
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
    rate: 'Of the cases that came in this time: recovered ÷ (recovered + not recovered), as the page of each case says. As content as before with the orders of three months after they were told back at nine tenths is recovered; either of these not back is not recovered. What isn’t proven yet, open cases too, counts neither way and is told beside it; “–” where nothing is proven.',
    days: 'Of the cases that came in this time and are proven recovered: days from when they came until the customer accepted; the median. “–” where there are none.',
    kept: 'What was at risk of the cases that came in this time and are proven recovered.',
    cost: 'Of the cases that came in this time: what delivered remedies cost and what customers lost. What is agreed but not delivered, or was given up, doesn’t count.',
    risk: 'What is at risk of the cases that came in this time and aren’t proven recovered: open ones, those not proven yet, and those not recovered; withdrawn ones don’t count.',
  },
  only: 'Only: {{what}}',
  onlyDays: '{{from}} to {{until}}',
  onlyClear: 'Show all',
} as const satisfies Words<typeof zh>
