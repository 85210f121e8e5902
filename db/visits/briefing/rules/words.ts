/** For whom a brief or minutes are made: the executive, who goes along, the customer. */
export const AUDIENCES = ['executive', 'companions', 'customer'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The sections of a brief, in the order in which they stand where nobody chose another one. */
export const SECTIONS = [
  'summary',
  'people',
  'issues',
  'figures',
  'standing',
  'rivals',
  'whiteSpace',
  'lastVisit',
  'sensitivities',
  'agenda',
  'journey',
] as const
export type Section = (typeof SECTIONS)[number]

/** What of a person is kept masked, and stands in a brief for named readers alone. */
export const SECRETS = ['family', 'health', 'privatePhone', 'warning'] as const
export type Secret = (typeof SECRETS)[number]

/** Figures of an account that a brief shows. */
export const BRIEF_FIGURES = ['volume', 'growth', 'profit', 'share', 'overdue'] as const
export type BriefFigure = (typeof BRIEF_FIGURES)[number]

/** Pages that a brief is printed on: A4, or as narrow as a phone. */
export const PAGES = ['a4', 'phone'] as const
export type PaperPage = (typeof PAGES)[number]

/** What is made of a brief: all of it, or one page of what changed since it was frozen. */
export const PAPERS = ['brief', 'changes'] as const
export type PaperOf = (typeof PAPERS)[number]

/** Whether a frozen brief is what was frozen: as it was, with somebody erased from it by law, or altered. */
export const SEALS = ['intact', 'erased', 'altered'] as const
export type Seal = (typeof SEALS)[number]
