/** What a case of service recovery 服务补救 began with. A hunch is a worry that nobody has spoken yet. */
export const CASE_KINDS = [
  'complaint',
  'incident',
  'brokenPromise',
  'lostOrder',
  'lostAccount',
  'survey',
  'hunch',
] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** What a case is about. */
export const CASE_CATEGORIES = [
  'product',
  'delivery',
  'service',
  'price',
  'contract',
  'accounts',
  'people',
  'other',
] as const
export type CaseCategory = (typeof CASE_CATEGORIES)[number]

/** The seven causes for which accounts leave 流失原因 (B3), in the domain's order. */
export const LOSS_CAUSES = [
  'peopleLeft',
  'brokenFaith',
  'smallSlighted',
  'strategyChanged',
  'foulRival',
  'strongerRival',
  'unresolved',
] as const
export type LossCause = (typeof LOSS_CAUSES)[number]

/** The three forces (B3): ours is asked first. */
export const FORCES = ['ours', 'customer', 'rival'] as const
export type Force = (typeof FORCES)[number]

/** What is done to make it right. `extra` is what is more than satisfying (B5), `improvement` keeps it from coming back. */
export const REMEDY_KINDS = ['exchange', 'compensation', 'service', 'extra', 'improvement'] as const
export type RemedyKind = (typeof REMEDY_KINDS)[number]

/** What the customer says to what was done. */
export const CUSTOMER_ANSWERS = ['accepts', 'partly', 'refuses'] as const
export type CustomerAnswer = (typeof CUSTOMER_ANSWERS)[number]

/** An action takes the cause away, or keeps it from coming up elsewhere (8D). */
export const ACTION_KINDS = ['corrective', 'preventive'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/** Days after an action was carried out on which it is looked at whether it works. */
export const CHECK_DAYS = [30, 90, 180] as const
export type CheckDays = (typeof CHECK_DAYS)[number]

/** How a survey asks: how likely they are to recommend us, 0–10; or how content they are, 1–5. */
export const SURVEY_KINDS = ['recommend', 'content'] as const
