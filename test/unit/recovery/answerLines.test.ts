import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnswerLine,
  changedLine,
  isTyped,
  keepLines,
  keptLines,
  unreadLine,
  withBlanks,
  withChanges,
  withoutLines,
  withRefusals,
  writtenAnswer,
} from '../../../renderer/features/recovery/surveys/answerLines.ts'
import { faultOf, isMistaken, isReady } from '../../../renderer/features/recovery/surveys/lineFaults.ts'

const filled = (line: AnswerLine, account: string, score: number | null): AnswerLine =>
  changedLine(changedLine(line, 'account', account), 'score', score)

describe('lines of answers that are being typed', () => {
  it('are complete with an account and a score; a question is a column of its own', () => {
    const [line] = withBlanks([])
    if (!line) throw new Error('no line')
    expect(isTyped(line)).toBe(false)
    expect(isReady(changedLine(line, 'account', '甲'))).toBe(false)
    const whole = changedLine(changedLine(filled(line, '甲', 0), 'q1', 4), 'q2', 5)
    expect(isReady(whole)).toBe(true)
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
    // a draft of an older version
    const { unread: _unread, refused: _refused, ...older } = filled(one, '甲', 8)
    expect(keptLines(JSON.stringify([older]))).toEqual([filled(one, '甲', 8)])
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

  it('say why they are not written down, and never lose a text that can’t be read', () => {
    const [blank] = withBlanks([])
    if (!blank) throw new Error('no line')
    const whole = filled(blank, '甲', 9)
    expect(faultOf(blank)).toBeNull()
    expect(faultOf(filled(blank, '', 9))).toEqual({ kind: 'accountMissing' })
    expect(faultOf(filled(blank, '甲', null))).toEqual({ kind: 'scoreMissing' })
    expect(faultOf(whole)).toEqual({ kind: 'waiting' })
    const unread = unreadLine(whole, 'score', '11')
    expect(unread).toMatchObject({ score: null, unread: { score: '11' } })
    expect(faultOf(unread)).toEqual({ kind: 'unread', column: 'score', text: '11' })
    // an optional column that can't be read keeps the line back too
    expect(isReady(unreadLine(whole, 'q1', '9'))).toBe(false)
    expect(faultOf(changedLine(unread, 'score', 10))).toEqual({ kind: 'waiting' })
    expect(keptLines(keepLines([unreadLine(blank, 'score', '十一')]) ?? '')).toMatchObject([
      { unread: { score: '十一' } },
    ])
  })

  it('keep the refusal of the engine until they are changed; one changed meanwhile doesn’t get it', () => {
    const [one, other] = withBlanks([])
    if (!one || !other) throw new Error('no lines')
    const refusal = { code: 'ANSWER_ACCOUNT_UNKNOWN', data: { name: '甲' } } as const
    const sent = [filled(one, '甲', 9), filled(other, '甲', 8)]
    const mended = changedLine(filled(other, '甲', 8), 'account', '乙')
    const refusals = new Map(sent.map((line) => [line, refusal]))
    const [refused, changed] = withRefusals([...sent.slice(0, 1), mended], refusals)
    if (!refused || !changed) throw new Error('lines are lost')
    expect(faultOf(refused)).toEqual({ kind: 'refused', refusal })
    expect(faultOf(changed)).toEqual({ kind: 'waiting' })
    expect(faultOf(changedLine(refused, 'words', '好'))).toEqual({ kind: 'waiting' })
    expect([refused, changed, filled(one, '', 9)].map(isMistaken)).toEqual([true, false, false])
  })

  it('are ready only where they have no fault of their own', () => {
    const text = fc.constantFrom('', '甲')
    const score = fc.option(fc.nat(10))
    const bad = fc.option(fc.constantFrom('score', 'q1', 'words', 'answeredOn'))
    fc.assert(
      fc.property(text, score, bad, (account, points, column) => {
        const [blank] = withBlanks([])
        if (!blank) return
        const line = filled(blank, account, points)
        const made = column === null ? line : unreadLine(line, column, '？')
        expect(isReady(made)).toBe(faultOf(made)?.kind === 'waiting')
      }),
    )
  })
})
