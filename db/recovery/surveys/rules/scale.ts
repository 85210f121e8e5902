import type { SURVEY_KINDS } from '../../rules/words.ts'

/** How a survey asks its headline question: how likely they are to recommend us 0–10, or how content they are 1–5. */
export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** The lowest and highest score of each kind's headline question. */
export const SCALES = {
  recommend: { from: 0, to: 10 },
  content: { from: 1, to: 5 },
} as const satisfies Record<SurveyKind, { readonly from: number; readonly to: number }>

/** The scale of the further questions: five points, five being best. */
export const FIVE = { from: 1, to: 5 } as const

/** Most further questions of a survey. */
export const MOST_QUESTIONS = 12

/** Most answers that are written down in one step. */
export const MOST_AT_ONCE = 5_000

/** Promoters give at least so much of ten, detractors at most so much. */
export const PROMOTER_FROM = 9
export const DETRACTOR_TO = 6
/** Content customers give at least so much of five, discontented ones at most so much. */
export const CONTENT_FROM = 4
export const DISCONTENT_TO = 2

/** Whether a score fits its scale: a whole number between its ends. */
export const fitsScale = (
  score: number,
  { from, to }: { readonly from: number; readonly to: number },
): boolean => Number.isInteger(score) && score >= from && score <= to

/** Whether an answer asks for a case of service recovery: a detractor's, or a discontented customer's. */
export const isBadScore = (kind: SurveyKind, score: number): boolean =>
  score <= (kind === 'recommend' ? DETRACTOR_TO : DISCONTENT_TO)

/** Every score that can be given, the lowest first. */
export const scoresOf = (kind: SurveyKind): number[] => {
  const { from, to } = SCALES[kind]
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
