import { Refusal } from '../../../kernel/errors.ts'
import { cleanText } from '../rules/cleanText.ts'
import { LOG_LIMITS } from '../rules/limits.ts'
import { plainText } from '../rules/mentions.ts'

/** A text as an entry keeps it, no longer than its limit as it reads. @throws Refusal ENTRY_EMPTY, ENTRY_TOO_LONG */
export function entryText(typed: string): string {
  const text = cleanText(typed)
  if (text === '') throw new Refusal('ENTRY_EMPTY')
  const { length } = plainText(text)
  if (length > LOG_LIMITS.text) throw new Refusal('ENTRY_TOO_LONG', { length, max: LOG_LIMITS.text })
  return text
}

/** @throws Refusal ENTRY_IN_FUTURE for a day after `today` (both YYYY-MM-DD) */
export function refuseFuture(day: string, today: string): void {
  if (day > today) throw new Refusal('ENTRY_IN_FUTURE', { day })
}
