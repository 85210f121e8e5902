import type { Language } from '../../../terms/language.ts'

/** Papers 函件 about a case, in the order in which they are written. Only the case file 案卷 is for us alone. */
export const PAPER_KINDS = ['acknowledgement', 'interim', 'answer', 'report8d', 'caseFile'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** The languages in which papers are written. */
export const PAPER_LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[]

/** Whether a paper stays inside: then it may say what no customer reads. */
export const isInside = (paper: PaperKind): boolean => paper === 'caseFile'
