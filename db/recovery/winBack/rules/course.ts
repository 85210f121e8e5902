import { addMonths } from '../../orders/rules/baseline.ts'
import { OUTCOME_MONTHS, type OutcomeMonths, type WinBackDecision, type WinBackOutcome } from './words.ts'

/** Where a lost account stands: nobody asked why, asked but undecided, then as it was decided and as it came. */
export const WIN_BACK_STATES = [
  'unasked',
  'undecided',
  'trying',
  'back',
  'lostAgain',
  'left',
  'parting',
  'parted',
] as const
export type WinBackState = (typeof WIN_BACK_STATES)[number]

/** What of a lost account says where it stands. */
export interface WinBackFacts {
  readonly asked: boolean
  readonly decision: WinBackDecision | null
  readonly outcomes: Readonly<Partial<Record<OutcomeMonths, { readonly outcome: WinBackOutcome }>>>
  /** steps that aren't done */
  readonly open: number
}

/** Where a lost account stands. It is lost for good only after a year: half a year may be a start. */
export function winBackState({ asked, decision, outcomes, open }: WinBackFacts): WinBackState {
  switch (decision) {
    case null:
      return asked ? 'undecided' : 'unasked'
    case 'leave':
      return 'left'
    case 'courtesy':
      return open > 0 ? 'parting' : 'parted'
    case 'try': {
      const newest = outcomes[12] ?? outcomes[6]
      if (newest?.outcome === 'back') return 'back'
      return outcomes[12] ? 'lostAgain' : 'trying'
    }
  }
}

/** Whether there is still something to do about it. */
export const isWinBackOpen = (state: WinBackState): boolean =>
  state === 'unasked' || state === 'undecided' || state === 'trying' || state === 'parting'

/** The day on which it is looked at again; a day that the month lacks is its last. @param decidedOn YYYY-MM-DD */
export function outcomeDue(decidedOn: string, months: OutcomeMonths): string {
  const month = addMonths(decidedOn.slice(0, 7), months)
  const [year = 0, one = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, one, 0)).getUTCDate()
  return `${month}-${String(Math.min(last, Number(decidedOn.slice(8)))).padStart(2, '0')}`
}

/** The looks at a lost account that we try to win back, with their days; none where we don't. */
export const outcomesDue = (
  decision: { readonly decision: WinBackDecision; readonly on: string } | null,
): { readonly months: OutcomeMonths; readonly dueOn: string }[] =>
  decision?.decision === 'try'
    ? OUTCOME_MONTHS.map((months) => ({ months, dueOn: outcomeDue(decision.on, months) }))
    : []
