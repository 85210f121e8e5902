/** How an account was lost: each asks for another way back, or for none. */
export const DEFECTIONS = ['pushedOnPurpose', 'pushedByMistake', 'pulled', 'bought', 'movedAway'] as const
export type Defection = (typeof DEFECTIONS)[number]

/** What was decided about a lost account: win it back, leave it, or part with courtesy 客气地分手 (A9). */
export const WIN_BACK_DECISIONS = ['try', 'leave', 'courtesy'] as const
export type WinBackDecision = (typeof WIN_BACK_DECISIONS)[number]

/** What became of a lost account when it was looked at again. */
export const WIN_BACK_OUTCOMES = ['back', 'partly', 'away'] as const
export type WinBackOutcome = (typeof WIN_BACK_OUTCOMES)[number]

/** Months after the decision on which a lost account is looked at again. */
export const OUTCOME_MONTHS = [6, 12] as const
export type OutcomeMonths = (typeof OUTCOME_MONTHS)[number]

/** Questions of the interview guide, in the order in which they are asked: listening first, what we want last (E2). */
export const GUIDE = ['firstThought', 'lastStraw', 'unheard', 'rivalGave', 'wouldReturn', 'whoTalks'] as const
export type GuideQuestion = (typeof GUIDE)[number]
