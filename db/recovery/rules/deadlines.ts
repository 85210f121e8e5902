import type { Severity } from './severity.ts'

/** The clocks of a case: the first answer, holding the harm, news in between, the solution. */
export const CASE_CLOCKS = ['answer', 'contain', 'interim', 'solution'] as const
export type CaseClock = (typeof CASE_CLOCKS)[number]

const HOUR = 60
/** A working day of the clocks: they run in working time, of which most calendars give eight hours a day. */
const DAY = 8 * HOUR

/**
 * Working minutes that each clock has by severity; null where nothing is due. 1 is urgent 紧急, 2 major 严重, 3 and 4 are
 * normal 一般 and minor 轻微. Only the two gravest have to be contained, within four hours.
 */
export const TIMES: Readonly<Record<Severity, Readonly<Record<CaseClock, number | null>>>> = {
  1: { answer: 2 * HOUR, contain: 4 * HOUR, interim: null, solution: 24 * HOUR },
  2: { answer: 12 * HOUR, contain: 4 * HOUR, interim: 2 * DAY, solution: 5 * DAY },
  3: { answer: 24 * HOUR, contain: null, interim: null, solution: 3 * DAY },
  4: { answer: 24 * HOUR, contain: null, interim: null, solution: 3 * DAY },
}
