import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Birthday,
  birthdayCode,
  birthdayText,
  parseBirthday,
  readBirthday,
} from '../../../db/accounts/people/rules/birthday.ts'

const coded = (text: string): string => {
  const read = parseBirthday(text)
  return read.ok ? birthdayCode(read.birthday) : read.problem
}

describe('birthdays as people type them', () => {
  it.each([
    ['1967-03-14', '1967-03-14'],
    [' 1967/3/14 ', '1967-03-14'],
    ['1967.3.14', '1967-03-14'],
    ['19670314', '1967-03-14'],
    ['1967年3月14日', '1967-03-14'],
    ['１９６７年３月１４日', '1967-03-14'],
    ['生日：1967年3月14日', '1967-03-14'],
    ['3月14日', '--03-14'],
    ['3月14号', '--03-14'],
    ['3/14', '--03-14'],
    ['三月十四日', '--03-14'],
    ['公历三月十四', '--03-14'],
    ['14 Mar 1967', '1967-03-14'],
    ['March 14, 1967', '1967-03-14'],
    ['14th March', '--03-14'],
    ['农历十月廿一', 'lunar:--10-21'],
    ['十月廿一', 'lunar:--10-21'],
    ['阴历10月21', 'lunar:--10-21'],
    ['农历三月十四', 'lunar:--03-14'],
    ['1967年农历十月廿一', 'lunar:1967-10-21'],
    ['农历1967-10-21', 'lunar:1967-10-21'],
    ['一九六七年十月廿一', 'lunar:1967-10-21'],
    ['1967-10-21（农历）', 'lunar:1967-10-21'],
    ['闰四月初八', 'lunar:--04L-08'],
    ['农历二〇二〇年闰四月初八', 'lunar:2020-04L-08'],
    ['正月初一', 'lunar:--01-01'],
    ['冬月十一', 'lunar:--11-11'],
    ['腊月三十', 'lunar:--12-30'],
    ['农历十一月二十', 'lunar:--11-20'],
    ['十二月廿九', 'lunar:--12-29'],
    ['lunar leap 4-8', 'lunar:--04L-08'],
    ['lunar:2020-04L-08', 'lunar:2020-04L-08'],
  ])('reads %s as %s', (text, code) => {
    expect(coded(text)).toBe(code)
  })

  it.each([
    ['1967-03-14 3月15日', 'twoBirthdays'],
    ['3月14日、农历二月初四', 'twoBirthdays'],
    ['1967-11-22（农历十月廿一）', 'twoBirthdays'],
    ['三月十四', 'whichCalendar'],
    ['公历农历三月十四', 'whichCalendar'],
    ['公历闰四月八日', 'noLeapMonth'],
    ['春天', 'unreadable'],
    ['67年3月14日', 'unreadable'],
    ['3月', 'unreadable'],
    ['大约3月14日', 'unreadable'],
    ['', 'unreadable'],
  ])('refuses %s as %s', (text, problem) => {
    expect(coded(text)).toBe(problem)
  })
})

const birthdays: fc.Arbitrary<Birthday> = fc
  .record({
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2100 })),
    month: fc.integer({ min: 1, max: 12 }),
    leap: fc.boolean(),
    day: fc.integer({ min: 1, max: 30 }),
  })
  .map((birthday) => ({ ...birthday, leap: birthday.leap && birthday.calendar === 'lunar' }))

describe('birthdays as they are kept and shown', () => {
  it('come back from their code and from their words in both languages', () => {
    fc.assert(
      fc.property(birthdays, (birthday) => {
        expect(readBirthday(birthdayCode(birthday))).toEqual(birthday)
        for (const language of ['zh', 'en'] as const)
          expect(parseBirthday(birthdayText(birthday, language))).toEqual({ ok: true, birthday })
      }),
    )
  })

  it('are worded as Chinese and English do', () => {
    const words = (code: string): (string | undefined)[] => {
      const birthday = readBirthday(code)
      return birthday ? [birthdayText(birthday, 'zh'), birthdayText(birthday, 'en')] : []
    }
    expect(words('1967-03-14')).toEqual(['1967年3月14日', '14 Mar 1967'])
    expect(words('lunar:--10-21')).toEqual(['农历十月廿一', 'lunar 10-21'])
    expect(words('lunar:2020-04L-08')).toEqual(['农历2020年闰四月初八', 'lunar 2020-leap 4-8'])
    expect(words('lunar:--12-30')).toEqual(['农历腊月三十', 'lunar 12-30'])
  })
})
