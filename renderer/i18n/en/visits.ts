import {
  ANSWER_WORDS,
  DIRECTION_WORDS,
  MEMBER_PART_WORDS,
  NOTE_KIND_WORDS,
  REACH_WORDS,
  VISIT_KIND_WORDS,
  VISIT_STATE_WORDS,
} from '../../../db/terms/visits.ts'
import type { Words } from '../words.ts'
import type { visits as zh } from '../zh/visits.ts'

/** Words of the executive visits (A9). */
export const visits = {
  title: 'Visits',
  tab: { year: 'Year', list: 'List' },
  new: 'New visit',
  empty: 'No visits yet. Say who meets whom and what for, then prepare it step by step.',
  state: VISIT_STATE_WORDS.en,
  kind: VISIT_KIND_WORDS.en,
  direction: DIRECTION_WORDS.en,
  part: MEMBER_PART_WORDS.en,
  answer: ANSWER_WORDS.en,
  reach: REACH_WORDS.en,
  note: NOTE_KIND_WORDS.en,
  missed: 'Missed',
  column: {
    code: 'Code',
    account: 'Account',
    tier: 'Tier',
    objective: 'Objective',
    day: 'Day',
    time: 'Time',
    minutes: 'Minutes',
    kind: 'Kind',
    direction: 'Direction',
    state: 'State',
    lead: 'Led by',
    owner: 'Prepared by',
    city: 'City',
    trip: 'Trip',
    reach: 'Outcome',
  },
  notTime: '“{{text}}” is no time, such as 14:30',
  notMinutes: '“{{text}}” is no whole number of minutes from 5 to 4320',
  andMore: '{{name}} and others, {{count, number}} in all',
} as const satisfies Words<typeof zh>
