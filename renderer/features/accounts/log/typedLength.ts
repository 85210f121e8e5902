import { cleanText } from '../../../../db/accounts/log/rules/cleanText.ts'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import { plainText } from '../../../../db/accounts/log/rules/mentions.ts'
import { storedText, type TypedText } from '../../../../db/accounts/log/rules/typedMentions.ts'
import type { Problem } from '../../../i18n/problemText.ts'

/** How long a text is as the engine counts it: cleaned, and a mention as it reads. */
export const typedLength = (typed: TypedText): number => plainText(cleanText(storedText(typed))).length

/** A refusal as it still holds for what is typed now: a text that fits by now, or is there by now, isn't refused. */
export function standingProblem(problem: Problem | null, typed: TypedText): Problem | null {
  if (problem?.code === 'ENTRY_EMPTY') return typedLength(typed) === 0 ? problem : null
  if (problem?.code !== 'ENTRY_TOO_LONG') return problem
  const length = typedLength(typed)
  return length > LOG_LIMITS.text ? { ...problem, data: { length, max: LOG_LIMITS.text } } : null
}
