import { PAPER_KINDS, PAPER_LANGUAGES, type PaperKind } from '../../../../db/recovery/papers/rules/words.ts'
import type { CaseEventKind, CaseState } from '../../../../db/recovery/rules/states.ts'

/** The paper that is usually written next, by where its case stands. */
export const USUAL_PAPER = {
  recorded: 'acknowledgement',
  acknowledged: 'interim',
  graded: 'interim',
  contained: 'interim',
  checked: 'interim',
  agreed: 'interim',
  approved: 'interim',
  carriedOut: 'answer',
  told: 'answer',
  watched: 'report8d',
  closed: 'caseFile',
  escalated: 'interim',
  withdrawn: 'caseFile',
} as const satisfies Record<CaseState, PaperKind>

/** What happens to a case once its customer has such a paper. */
export const STEP_AFTER = {
  acknowledgement: 'acknowledge',
  interim: 'interim',
  answer: 'tell',
  report8d: null,
  caseFile: null,
} as const satisfies Record<PaperKind, CaseEventKind | null>

/** The paper that an address names; undefined where it names none. */
export const paperIn = (search: URLSearchParams): PaperKind | undefined =>
  PAPER_KINDS.find((kind) => kind === search.get('paper'))

/** The language that an address names; undefined where it names none. */
export const languageIn = (search: URLSearchParams): (typeof PAPER_LANGUAGES)[number] | undefined =>
  PAPER_LANGUAGES.find((language) => language === search.get('language'))
