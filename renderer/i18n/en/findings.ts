import type { Words } from '../words.ts'
import type { findings as zh } from '../zh/findings.ts'

/** What a revealed round says about its evaluators, and about how firm its tiers are. */
export const findings = {
  csv: 'Export CSV',
  again: 'Work it out again',
  cancelled: 'It was stopped before it was done.',
  firmness: {
    panel: 'What a tier hangs on',
    none: 'Select an account to see what its tier hangs on.',
    how: 'For each account everything is tried: one mark of one evaluator, one evaluator less, one weight; the least that moves it counts.',
    finding:
      'Of {{accounts}} accounts, one grade of one mark would move {{oneGrade}}, one evaluator less {{oneEvaluator}}; least firm is {{first}}',
    findingNone: 'All {{accounts}} tiers are firm: no single mark, evaluator or weight would move one',
    drawn: 'Odds: the {{count}} evaluators drawn anew {{draws}} times, with replacement, and pooled again.',
    noOdds: 'With fewer than five evaluators no odds are given.',
    border: 'border {{border}}',
    decided: 'The tier isn’t one of the score (exception or carried over), so no mark moves it.',
    markCell: '{{evaluator}} {{indicator}} {{from}}→{{to}}: {{score}} {{tier}}',
    weightCell: '{{indicator}} {{from}}→{{to}}: {{score}} {{tier}}',
    noMark: 'No single mark would move it.',
    noMovers: 'No evaluator’s absence would move it.',
    noWeight: 'No single weight would move it.',
    needed: 'Without any of {{count}} more, too little would be marked for a tier.',
    column: {
      border: 'From border',
      mark: 'One mark that moves it',
      movers: 'Moves without',
      weight: 'One weight that moves it',
      odds: 'Odds of each tier',
    },
  },
  fairness: {
    leaderOnly: 'Fairness is for the leader: who marks high or low, who is kind to their own accounts.',
    enter: 'The leader enters',
    title: '{{count}} things worth a question',
    nothing: 'Nothing worth a question among {{count}} evaluators',
    only: 'Numbers to ask about, nothing more: no mark is changed.',
    drawn: 'Dot: mean difference from the others; line: its 95% interval; over cells that both marked.',
    kind: {
      lenient: 'Lenient',
      severe: 'Severe',
      ownDrift: 'Own accounts',
      flat: 'Flat',
      lastMinute: 'Last minute',
    },
    lenient: '{{name}} marks {{by}} above the others (95% interval {{low}}…{{high}}, {{accounts}} accounts)',
    severe: '{{name}} marks {{by}} below the others (95% interval {{low}}…{{high}}, {{accounts}} accounts)',
    ownDrift:
      '{{name}} is kind to own accounts: against the others {{ownOffset}} on {{own}} own ones, {{otherOffset}} on {{other}} more, {{drift}} apart',
    flat: '{{name}} gives {{share}} of accounts one mark throughout, the others {{others}} ({{accounts}} accounts)',
    lastMinute:
      '{{late}} of the {{cells}} cells of {{name}} ({{share}}) were marked in the last {{hours}} hours, {{pace}} a minute',
    lower: 'severe',
    higher: 'lenient',
    ownOf: '{{count}} own',
    others: 'others {{share}}',
    perMinute: '{{pace}} a minute',
    column: {
      evaluator: 'Evaluator',
      offset: 'From the others (95%)',
      drift: 'Own accounts higher by',
      flat: 'One mark throughout',
      late: 'In the last two hours',
    },
    csv: {
      low: '95% from',
      high: '95% to',
      accounts: 'Shared accounts',
      ownOffset: 'Own accounts',
      otherOffset: 'Other accounts',
      othersFlat: 'Others: one mark throughout',
      pace: 'Cells a minute at last',
    },
  },
} as const satisfies Words<typeof zh>
