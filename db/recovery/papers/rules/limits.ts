import { CASE_LIMITS } from '../../rules/limits.ts'

/** Longest texts of papers in characters. A line that is written anew may hold all that a customer said. */
export const PAPER_LIMITS = { content: 20_000, line: CASE_LIMITS.words + CASE_LIMITS.text } as const
