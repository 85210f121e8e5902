import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatDay,
  formatFigure,
  formatMoment,
  formatMoney,
  formatNumber,
  formatScore,
  formatSigned,
  formatWeight,
} from '../../../renderer/ui/format.ts'

describe('days and moments', () => {
  it('writes a day with its weekday in either language', () => {
    expect(formatDay('2026-11-22T04:00:00Z', 'zh')).toBe('2026-11-22 周日')
    expect(formatDay('2026-11-22T04:00:00Z', 'en')).toBe('2026-11-22 Sun')
  })

  it('uses the day of the laptop, not of UTC', () => {
    expect(formatDay('2026-11-22T17:00:00Z', 'zh')).toBe('2026-11-23 周一')
  })

  it('shortens today and this year', () => {
    const now = new Date('2026-11-24T02:00:00Z')
    expect(formatMoment('2026-11-24T01:45:00Z', 'zh', '今天', now)).toBe('今天 09:45')
    expect(formatMoment('2026-11-21T01:05:00Z', 'zh', '今天', now)).toBe('11-21 周六 09:05')
    expect(formatMoment('2025-12-31T01:05:00Z', 'zh', '今天', now)).toBe('2025-12-31 周三 09:05')
  })
})

describe('numbers', () => {
  it('separates thousands and writes a true minus', () => {
    expect(formatNumber(1_234_567.5)).toBe('1,234,567.5')
    expect(formatNumber(-38)).toBe('−38')
    expect(formatNumber(-0.0001)).toBe('0')
  })

  it('shows money in yuan or 万元, exactly', () => {
    expect(formatMoney(6_842_000_000, 'tenThousand')).toBe('6,842')
    expect(formatMoney(6_842_000_000, 'yuan')).toBe('68,420,000')
    expect(formatMoney(1, 'tenThousand')).toBe('0.000001')
    expect(formatMoney(-123_45, 'yuan')).toBe('−123.45')
  })

  it('shows figures in their unit and blanks as blanks', () => {
    expect(formatFigure(12_000, 'years', 'yuan')).toBe('12')
    expect(formatFigure(12_500, 'percent', 'yuan')).toBe('12.5')
    expect(formatFigure(null, 'money', 'yuan')).toBe('')
  })

  it('writes scores, weights, changes and sizes', () => {
    expect([formatScore(812), formatScore(800), formatScore(null)]).toEqual(['81.2', '80.0', '–'])
    expect([formatWeight(1_200), formatWeight(1_250)]).toEqual(['12%', '12.5%'])
    expect([formatSigned(2), formatSigned(-1.2), formatSigned(0)]).toEqual(['+2', '−1.2', '0'])
    expect([formatBytes(900), formatBytes(2_048), formatBytes(5_452_595)]).toEqual([
      '900 B',
      '2 KB',
      '5.2 MB',
    ])
  })
})
