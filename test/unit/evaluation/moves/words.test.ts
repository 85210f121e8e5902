import { describe, expect, it } from 'vitest'
import type { PublishedRound } from '../../../../db/evaluation/moves/contract.ts'
import { PublicationId, RoundId } from '../../../../db/kernel/ids.ts'
import { splitSentence } from '../../../../renderer/features/evaluation/moves/reasonText.ts'
import { chosenRounds } from '../../../../renderer/features/evaluation/moves/useMovesPlace.ts'
import { i18n } from '../../../../renderer/i18n/i18n.ts'
import { speakForTests } from '../../i18n/speak.ts'

const line = (name: string, change: 'added' | 'bands' | null = null) => ({
  name,
  change,
  weightFrom: 1_000,
  weightTo: 1_000,
})
const lines = [line('忠诚度'), line('信用'), line('年交易额', 'bands'), line('规模'), line('潜力', 'added')]
const say = (change: number, reasons: Parameters<typeof splitSentence>[1]) =>
  splitSentence(change, reasons, lines, i18n.t)

describe('the sentence of a split', () => {
  it('names the marks that moved it', async () => {
    await speakForTests('zh')
    expect(say(-24, [{ part: 'marks', line: 0, change: -24 }])).toBe('跌 2.4 分：忠诚度 −2.4')
    expect(
      say(12, [
        { part: 'sheet', line: 2, change: -28 },
        { part: 'sheet', line: 4, change: 20 },
        { part: 'weights', line: null, change: 20 },
      ]),
    ).toBe('涨 1.2 分：年交易额改了区间 −2.8，新增潜力 +2.0，权重 +2.0')
    expect(say(0, [])).toBe('总分没变，各科目也没变')
  })

  it('sums up what it does not name, and never one reason alone', async () => {
    await speakForTests('en')
    const reasons = [40, 30, 20, 10, 5].map((change, at) => ({ part: 'marks' as const, line: at, change }))
    expect(say(105, reasons)).toBe('Up 10.5: 忠诚度 +4.0, 信用 +3.0, 年交易额 +2.0, 2 more +1.5')
    expect(say(100, reasons.slice(0, 4))).toBe('Up 10.0: 忠诚度 +4.0, 信用 +3.0, 年交易额 +2.0, 规模 +1.0')
  })
})

describe('the rounds that are compared', () => {
  const round = (id: number, roundId: number, isNewest = true): PublishedRound => ({
    id: PublicationId.parse(`00000000-0000-7000-8000-00000000000${id}`),
    roundId: RoundId.parse(`00000000-0000-7000-9000-00000000000${roundId}`),
    roundName: `round ${roundId}`,
    revision: 1,
    publishedAt: '2026-07-01T00:00:00Z',
    isNewest,
  })
  const rounds = [round(5, 3), round(4, 3, false), round(3, 2), round(2, 2, false), round(1, 1)]
  const chosen = (from: string | null, to: string | null) => {
    const pair = chosenRounds(rounds, { from, to })
    return pair && [pair.from.id.slice(-1), pair.to.id.slice(-1)]
  }

  it('are the newest and the round before it, unless the address says otherwise', () => {
    expect(chosen(null, null)).toEqual(['3', '5'])
    expect(chosen(null, rounds[2]?.id ?? '')).toEqual(['1', '3'])
    expect(chosen(rounds[4]?.id ?? '', null)).toEqual(['1', '5'])
    expect(chosen('gone', 'gone')).toEqual(['3', '5'])
  })

  it('are revisions of one round where there is no other, and none of a single publication', () => {
    expect(chosenRounds(rounds.slice(0, 2), { from: null, to: null })?.from.id).toBe(rounds[1]?.id)
    expect(chosenRounds(rounds.slice(0, 1), { from: null, to: null })).toBeNull()
  })
})
