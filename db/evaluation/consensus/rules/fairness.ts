import { type FlatnessFigures, flatnessOf } from './flatness.ts'
import { type Pace, type PaceFigures, paceOf } from './pace.ts'
import type { Poll } from './poll.ts'
import { differencesOf, type OwnFigures, ownFiguresOf, type SeverityFigures, severityOf } from './severity.ts'

/** Half a mark on average: five points of a score that was marked like that throughout, a quarter of a tier. Less is taste. */
export const WORTH_A_WORD = 0.5

/** Accounts below which an offset says more about these accounts than about the evaluator. */
export const SEVERITY_ACCOUNTS = 8

/** Own accounts, and others, below which their comparison rests on one or two of them. */
export const DRIFT_ACCOUNTS = 3

/** Standard errors that a drift must exceed: about one in forty of the blameless would show so much by chance. */
export const DRIFT_ERRORS = 2

/** The part of accounts marked alike throughout from which it is a habit rather than a few plain accounts. */
export const FLAT_SHARE = 0.6

/** Accounts from which such a part means something; all of them in smaller rounds. */
export const FLAT_ACCOUNTS = 10

/** How many times the others' part it must be: some accounts are as good in everything, and everybody sees it. */
export const FLAT_TIMES = 2

/** The part of the cells that came in the last {@link LAST_MINUTES}: the larger half. */
export const LATE_SHARE = 0.5

/** Cells from which haste can be told from a short list that is soon done. */
export const LATE_CELLS = 40

/** Cells a minute: three seconds each are less than it takes to read a name and a standard (A5) and to choose. */
export const LATE_PACE = 20

/** Something about how an evaluator marked that deserves a question; never a reason to change a mark by itself. */
export type FairnessFinding = {
  readonly evaluator: number
  /** how many times its threshold the figure is (of two figures, the one that exceeds its own less): 1 and more */
  readonly strength: number
} & (
  | ({ readonly kind: 'lenient' | 'severe' } & SeverityFigures)
  | ({ readonly kind: 'ownDrift' } & OwnFigures)
  | ({ readonly kind: 'flat' } & FlatnessFigures)
  | ({ readonly kind: 'lastMinute' } & PaceFigures)
)

/** What there is to say of one evaluator, finding or not; null where there is nothing to measure. */
export interface EvaluatorFigures {
  readonly evaluator: number
  readonly severity: SeverityFigures | null
  readonly own: OwnFigures | null
  readonly flatness: FlatnessFigures | null
  readonly pace: PaceFigures | null
}

/** The findings of a round about its evaluators, and the figures of all of them. */
export interface Fairness {
  /** strongest first; equal ones by evaluator */
  readonly findings: readonly FairnessFinding[]
  /** one per evaluator, in the poll's order */
  readonly evaluators: readonly EvaluatorFigures[]
}

/**
 * How the evaluators of a round marked (A1: one person's view never decides): lenient or severe, drifting on their own
 * accounts, without a difference between indicators, in haste at the last minute. Marks are in whole marks with
 * fractions; nothing is corrected.
 * @param pace one per evaluator, in the poll's order; those left out have no figures of pace
 */
export function fairnessFindings(poll: Poll, pace: readonly Pace[]): Fairness {
  const flatness = flatnessOf(poll)
  const evaluators = differencesOf(poll).map((differences, evaluator): EvaluatorFigures => {
    const marking = pace[evaluator]
    return {
      evaluator,
      severity: severityOf(differences),
      own: ownFiguresOf(differences),
      flatness: flatness[evaluator] ?? null,
      pace: marking === undefined ? null : paceOf(marking),
    }
  })
  const findings = evaluators
    .flatMap((figures) => findingsOf(figures, poll.accounts))
    .sort((a, b) => b.strength - a.strength || a.evaluator - b.evaluator)
  return { findings, evaluators }
}

const findingsOf = (figures: EvaluatorFigures, accounts: number): FairnessFinding[] =>
  [
    severityFinding(figures),
    driftFinding(figures),
    flatFinding(figures, accounts),
    paceFinding(figures),
  ].filter((finding) => finding !== null)

function severityFinding({ evaluator, severity }: EvaluatorFigures): FairnessFinding | null {
  if (severity === null || severity.interval === null || severity.accounts < SEVERITY_ACCOUNTS) return null
  const { offset, interval } = severity
  const strength = Math.abs(offset) / WORTH_A_WORD
  if (strength < 1 || (interval.low <= 0 && interval.high >= 0)) return null
  return { kind: offset > 0 ? 'lenient' : 'severe', evaluator, strength, ...severity }
}

/** Upwards only (A1): who is harder on their own accounts than the others are takes nothing from anybody. */
function driftFinding({ evaluator, own }: EvaluatorFigures): FairnessFinding | null {
  if (own === null || own.error === null || Math.min(own.ownAccounts, own.otherAccounts) < DRIFT_ACCOUNTS)
    return null
  const strength = own.drift / WORTH_A_WORD
  if (strength < 1 || own.drift <= DRIFT_ERRORS * own.error) return null
  return { kind: 'ownDrift', evaluator, strength, ...own }
}

function flatFinding({ evaluator, flatness }: EvaluatorFigures, accounts: number): FairnessFinding | null {
  if (flatness === null || flatness.othersFlatShare === null) return null
  if (flatness.accounts < Math.min(FLAT_ACCOUNTS, accounts)) return null
  const { flatShare, othersFlatShare } = flatness
  if (flatShare < FLAT_SHARE || flatShare < FLAT_TIMES * othersFlatShare) return null
  const strength = Math.min(flatShare / FLAT_SHARE, flatShare / othersFlatShare / FLAT_TIMES)
  return { kind: 'flat', evaluator, strength, ...flatness }
}

function paceFinding({ evaluator, pace }: EvaluatorFigures): FairnessFinding | null {
  if (pace === null || pace.cells < LATE_CELLS) return null
  const strength = Math.min(pace.lateShare / LATE_SHARE, pace.pace / LATE_PACE)
  return strength < 1 ? null : { kind: 'lastMinute', evaluator, strength, ...pace }
}
