import { describe, expect, it } from 'vitest'
import { seasonText } from '../../../../renderer/features/evaluation/cycle/cycleWords.ts'
import { parseView, USUAL_VIEW } from '../../../../renderer/features/evaluation/cycle/rememberedView.ts'
import { i18n } from '../../../../renderer/i18n/i18n.ts'
import { speakForTests } from '../../i18n/speak.ts'

describe('the remembered view', () => {
  it('comes back as it was', () => {
    const view = {
      figure: { name: '年交易额', unit: 'money' },
      perYear: 'newest',
      weights: [60, 40],
    } as const
    expect(parseView(JSON.stringify(view))).toEqual(view)
  })

  it.each([
    null,
    '',
    '[]',
    '{"weights":[50,40],"perYear":"often","figure":{"name":"x","unit":"parsecs"}}',
    '{"weights":"100","figure":7}',
  ])('is the usual one where %j is remembered', (json) => {
    expect(parseView(json)).toEqual(USUAL_VIEW)
  })
})

describe('a seasonal account in words', () => {
  const line = (now: number | null, before: number | null) => ({
    id: '',
    code: '',
    name: '',
    pinyin: '',
    owner: '',
    values: [],
    value: null,
    tier: null,
    thisYear: null,
    verdict: 'even' as const,
    season: { now, before },
  })
  const say = (now: number | null, before: number | null, money = false) =>
    seasonText(
      line(now, before),
      1,
      money ? { name: '年交易额', unit: 'money' } : null,
      'tenThousand',
      i18n.t,
    )

  it('is set beside the same half of last year', async () => {
    await speakForTests('zh')
    expect(say(780, 764)).toBe('上半年 78.0，去年同期 76.4，+1.6')
    expect(say(764, 780)).toBe('上半年 76.4，去年同期 78.0，−1.6')
    expect(say(780, null)).toBe('上半年 78.0，去年同期无数据')
    expect(say(null, 780)).toBe('上半年无数据')
    expect(say(300_000_000, 450_000_000, true)).toBe('上半年 300，去年同期 450，−150')
    expect(seasonText({ ...line(1, 1), season: null }, 1, null, 'yuan', i18n.t)).toBe('')
  })
})
