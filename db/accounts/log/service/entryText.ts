import { Refusal } from '../../../kernel/errors.ts'
import { cleanText } from '../rules/cleanText.ts'
import { LOG_LIMITS } from '../rules/limits.ts'

/** A text as an entry keeps it. @throws Refusal ENTRY_EMPTY, ENTRY_TOO_LONG */
export function entryText(typed: string): string {
  const text = cleanText(typed)
  if (text === '') throw new Refusal('ENTRY_EMPTY')
  if (text.length > LOG_LIMITS.text)
    throw new Refusal('ENTRY_TOO_LONG', { length: text.length, max: LOG_LIMITS.text })
  return text
}

/** @throws Refusal ENTRY_IN_FUTURE for a day after `today` (both YYYY-MM-DD) */
export function refuseFuture(day: string, today: string): void {
  if (day > today) throw new Refusal('ENTRY_IN_FUTURE', { day })
}
