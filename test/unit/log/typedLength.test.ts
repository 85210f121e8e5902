import { describe, expect, it } from 'vitest'
import { LOG_LIMITS } from '../../../db/accounts/log/rules/limits.ts'
import { storedText, type TypedText } from '../../../db/accounts/log/rules/typedMentions.ts'
import { entryText } from '../../../db/accounts/log/service/entryText.ts'
import { standingProblem, typedLength } from '../../../renderer/features/accounts/log/typedLength.ts'

const typed = (text: string): TypedText => ({
  text,
  mentions: [{ kind: 'person', id: '01890000-0000-7000-8000-000000000001', label: '唐海平' }],
})

/** The length that the engine tells as it refuses. */
function refusedLength(text: TypedText): number {
  try {
    entryText(storedText(text))
  } catch (error) {
    if (error instanceof Error && 'data' in error) return Object(error.data).length
  }
  return 0
}

describe('the length of a typed text', () => {
  it('is the one that the engine refuses', () => {
    const long = '长'.repeat(LOG_LIMITS.text)
    for (const text of [`${long}。\n`, ` @唐海平\r\n${long}\u200b`, `${long}\n\n\n\n${long}`])
      expect(typedLength(typed(text))).toBe(refusedLength(typed(text)))
    expect(typedLength(typed(`${long}\n`))).toBe(LOG_LIMITS.text)
  })

  it('ends the refusal as soon as it fits, and is told as it is by now', () => {
    const problem = { code: 'ENTRY_TOO_LONG', data: { length: 105_022, max: LOG_LIMITS.text } }
    const told = (length: number) => standingProblem(problem, typed('长'.repeat(length)))
    expect(told(LOG_LIMITS.text)).toBeNull()
    expect(told(LOG_LIMITS.text + 1)?.data).toEqual({ length: LOG_LIMITS.text + 1, max: LOG_LIMITS.text })
  })

  it('leaves other refusals, but for an empty text that isn’t any more', () => {
    const future = { code: 'ENTRY_IN_FUTURE', data: { day: '2027-01-01' } }
    const empty = { code: 'ENTRY_EMPTY', data: {} }
    expect(standingProblem(future, typed('见'))).toBe(future)
    expect(standingProblem(empty, typed(' '))).toBe(empty)
    expect(standingProblem(empty, typed('见'))).toBeNull()
    expect(standingProblem(null, typed('见'))).toBeNull()
  })
})
