import type { Words } from '../words.ts'
import type { ledgerError as zh } from '../zh/ledgerErrors.ts'

/** Refusals of the channel's ledgers, in the three sentences of `errors.ts`. */
export const ledgerError = {
  DAYS_OUT_OF_ORDER: {
    what: 'The days are in the wrong order.',
    why: '{{second}} is before {{first}}.',
    next: 'Change one of them and try again.',
  },
  DAY_TO_COME: {
    what: 'Not saved.',
    why: '{{day}} has not come yet, so nothing can have happened on it.',
    next: 'Write today or an earlier day.',
  },
  DAY_OUT_OF_RANGE: {
    what: 'Nothing was saved.',
    why: '{{day}} is too far from today: it must lie between {{from}} and {{until}}.',
    next: 'Check the year, correct it and try again.',
  },
  PROOF_STANDS: {
    what: 'The correction can’t be taken back.',
    why: '{{code}} is proven, and the proof rests on it.',
    next: 'Withdraw the proof first.',
  },
  NOT_CORRECTED: {
    what: 'It can’t be proven yet.',
    why: 'The correction of {{code}} isn’t carried out.',
    next: 'Note the day on which it was corrected first.',
  },
  TOLD_ALREADY: {
    what: 'The outcome can’t be taken back.',
    why: '{{accounts, number}} {{accounts, plural(one: account was; other: accounts were)}} told of it.',
    next: 'Note them as not told first.',
  },
  NOT_DECIDED: {
    what: 'There is nothing to tell yet.',
    why: 'The consultation has no outcome.',
    next: 'Record the outcome first.',
  },
  LEVEL_USED: {
    what: 'The level “{{name}}” can’t be deleted.',
    why: 'The memberships of {{accounts, number}} {{accounts, plural(one: account; other: accounts)}} use it.',
    next: 'Move these members to another level first.',
  },
  MEMBERSHIP_OVERLAPS: {
    what: 'The membership was not saved.',
    why: '“{{name}}” is a member at “{{level}}” on some of these days.',
    next: 'Change the days of that membership, or its level.',
  },
  EVENT_CANCELLED: {
    what: 'Nobody was invited.',
    why: 'The event “{{name}}” is called off.',
    next: 'Put it on again first.',
  },
  RULE_USED: {
    what: 'Kind and unit of the rule “{{name}}” can’t be changed.',
    why: '{{entries, number}} {{entries, plural(one: entry was; other: entries were)}} made by it.',
    next: 'Make a new rule and give this one a last day.',
  },
  RULE_NOT_VALID: {
    what: 'Not entered.',
    why: 'The rule “{{name}}” doesn’t hold on {{day}}.',
    next: 'Choose another day or another rule.',
  },
  NOTHING_EARNED: {
    what: 'Not entered.',
    why: 'By the rule “{{name}}” this amount earns nothing.',
    next: 'Check the amount; what stays below the threshold needn’t be entered.',
  },
  PENALTY_NEEDS_REASON: {
    what: 'Not entered.',
    why: 'A penalty needs its reason.',
    next: 'Write the reason and try again.',
  },
  POINTS_SHORT: {
    what: 'Not paid out: there are too few points.',
    why: 'The balance is {{balance, number}} {{balance, plural(one: point; other: points)}}, {{wanted, number}} {{wanted, plural(one: was; other: were)}} wanted.',
    next: 'Pay out fewer, or enter what was earned first.',
  },
  SHEET_POINTS: {
    what: 'The sheet was not saved.',
    why: 'Its points add up to {{points, number}}, not to 100.',
    next: 'Change the points and try again.',
  },
  POINTS_TOO_MANY: {
    what: 'Not marked.',
    why: '“{{name}}” is worth {{points, number}} {{points, plural(one: point; other: points)}} at most, {{given, number}} {{given, plural(one: was; other: were)}} given.',
    next: 'Give fewer points and try again.',
  },
} as const satisfies Words<typeof zh>
