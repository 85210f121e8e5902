import type { Words } from '../words.ts'
import type { figures as zh } from '../zh/figures.ts'

/** The figures of the VIP channel. */
export const figures = {
  title: 'Figures',
  whose: { label: 'Whose figures', mine: 'Mine', all: 'Department' },
  by: { label: 'Group by', tiers: 'Tier', managers: 'Manager', kinds: 'Kind', months: 'Month' },
  clock: 'Which clock',
  csv: 'Export data',
  table: 'Side by side',
  all: 'All',
  nobody: 'Nobody’s',
  requests: 'Requests',
  firstRate: 'First response on time',
  solutionRate: 'Solved on time',
  reopenRate: 'Reopened',
  promises: 'Promises kept',
  cadence: 'Cadence kept',
  spread: 'half within {{p50}}, nine in ten within {{p90}}',
  ofPromises: '{{kept, number}} of {{all, number}} settled',
  ofDays: 'each account and contact, day by day',
  halfNine: 'Half / nine in ten',
  missedCount: '{{count, number}} missed',
  part: {
    rate: 'on time',
    onTime: 'met in time',
    missed: 'missed',
    pending: 'not due yet',
    p50: 'p50 minutes',
    p90: 'p90 minutes',
  },
  drawn: '{{clock}} on time, by the month in which it was asked, {{from}} to {{until}}',
  findingNone: 'Nothing to count yet: {{clock}}',
  findingOne: '{{clock}}: {{rate}} on time in {{month}}',
  findingSame: '{{clock}}: {{rate}} on time in {{month}}, about as before ({{before}})',
  findingBetter: '{{clock}}: {{rate}} on time in {{month}}, {{points}} points more than before ({{before}})',
  findingWorse: '{{clock}}: {{rate}} on time in {{month}}, {{points}} points less than before ({{before}})',
  how: {
    title: 'How this is counted',
    asked: {
      name: 'What counts',
      rule: 'Requests that were asked in the period, each once: in the month of that day, in the tier of the policy of that day.',
    },
    onTime: {
      name: 'On time',
      rule: 'Met in time of met in time and missed. What is open and already late is missed; what is open and in time doesn’t count yet; nor does what no policy promises.',
    },
    update: {
      name: 'Updates',
      rule: 'The latest stretch of each request: from the last news to the customer to the next, or to the solution.',
    },
    times: {
      name: 'Response and solution',
      rule: 'Working time alone, without waiting for the customer. “Half” is the median p50, “nine in ten” p90, of what was met.',
    },
    reopen: { name: 'Reopened', rule: 'Requests that were opened again at least once, of all.' },
    promises: {
      name: 'Promises kept',
      rule: 'Our promises settled in the period: kept of kept and broken; released ones don’t count.',
    },
    cadence: {
      name: 'Cadence kept',
      rule: 'For accounts with a cadence of visits, executive visits or calls in their policy, each sort of contact day by day: days on which the last real contact (by the work log) was no longer ago than the policy allows, of all days.',
    },
  },
  account: {
    title: 'Effort and figures',
    remark: 'this quarter',
    effort: 'Effort',
    open: 'Open requests',
    noOpen: 'No open requests.',
  },
} as const satisfies Words<typeof zh>
