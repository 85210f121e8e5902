import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnswerLine,
  changedLine,
  isComplete,
  isTyped,
  keepLines,
  keptLines,
  withBlanks,
  withChanges,
  withoutLines,
  writtenAnswer,
} from '../../../renderer/features/recovery/surveys/answerLines.ts'

const filled = (line: AnswerLine, account: string, score: number | null): AnswerLine =>
  changedLine(changedLine(line, 'account', account), 'score', score)

describe('lines of answers that are being typed', () => {
  it('are complete with an account and a score; a question is a column of its own', () => {
    const [line] = withBlanks([])
    if (!line) throw new Error('no line')
    expect(isTyped(line)).toBe(false)
    expect(isComplete(changedLine(line, 'account', '甲'))).toBe(false)
    const whole = changedLine(changedLine(filled(line, '甲', 0), 'q1', 4), 'q2', 5)
    expect(isComplete(whole)).toBe(true)
    expect(changedLine(whole, 'q1', null).answers).toEqual({ q2: 5 })
    expect(writtenAnswer(whole, '2026-11-24')).toMatchObject({
      ...{ answerId: null, account: '甲', score: 0, answers: { q1: 4, q2: 5 }, answeredOn: '2026-11-24' },
    })
  })

  it('outlive a reload as they were typed; what isn’t a line is passed over', () => {
    const [one, other] = withBlanks([])
    if (!one || !other) throw new Error('no lines')
    const typed = [filled(one, '甲', null), other]
    expect(keptLines(keepLines(typed) ?? '')).toEqual([typed[0]])
    expect(keepLines([other])).toBeNull()
    expect(keptLines('[{"id":"typed-1"},3]')).toEqual([])
    expect(keptLines('{}')).toBeNull()
  })

  it('keep their ids while others are written down, and some empty ones always stand ready at the end', () => {
    const pick = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 15 })
    fc.assert(
      fc.property(pick, (steps) => {
        let lines = withBlanks([])
        for (const [at, written] of steps) {
          const line = lines[at % lines.length]
          if (!line) return
          const before = lines.map(({ id }) => id)
          lines = withBlanks(withChanges(lines, [filled(line, '甲', written ? 3 : null)]))
          if (written) lines = withoutLines(lines, new Set([line.id]))
          const kept = before.filter((id) => !written || id !== line.id)
          expect(lines.map(({ id }) => id).slice(0, kept.length)).toEqual(kept)
        }
        const ids = lines.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(lines.filter((line) => !isTyped(line)).length).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})
