/**
 * A birthday, solar or lunar 农历, with or without its year, kept as one text:
 *
 * | text                | means                                            |
 * |---------------------|--------------------------------------------------|
 * | `1967-03-14`        | solar                                            |
 * | `--03-14`           | solar, year unknown (as vCard writes it)         |
 * | `lunar:1967-10-21`  | 农历一九六七年十月廿一                           |
 * | `lunar:--10-21`     | 农历十月廿一, year unknown                       |
 * | `lunar:2020-04L-08` | 农历二〇二〇年闰四月初八 (L as in RFC 7529)      |
 *
 * Whether such a day exists is the calendar's to say: see ../lunar.ts.
 */
export interface Birthday {
  readonly calendar: 'solar' | 'lunar'
  /** of its own calendar; null where not known */
  readonly year: number | null
  /** 1–12 */
  readonly month: number
  /** whether it is the leap month 闰月 after the month of that number */
  readonly leap: boolean
  /** 1–31, at most 30 where lunar */
  readonly day: number
}

/** What can be wrong with a birthday. */
export const BIRTHDAY_PROBLEMS = [
  /** no date could be read */
  'unreadable',
  /** 三月十四 may be either */
  'whichCalendar',
  'twoBirthdays',
  'noSuchDay',
  /** the 30th of a lunar month that had 29 days in that year */
  'lunarMonthShort',
  /** that year had no such leap month */
  'noLeapMonth',
  'future',
  /** before 1900 or after 2100 */
  'outOfRange',
] as const
export type BirthdayProblem = (typeof BIRTHDAY_PROBLEMS)[number]

export type ReadBirthday =
  | { readonly ok: true; readonly birthday: Birthday }
  | { readonly ok: false; readonly problem: BirthdayProblem }

/** The text that a birthday is kept as. */
export function birthdayCode({ calendar, year, month, leap, day }: Birthday): string {
  const head = year === null ? '-' : String(year).padStart(4, '0')
  return `${calendar === 'lunar' ? 'lunar:' : ''}${head}-${two(month)}${leap ? 'L' : ''}-${two(day)}`
}

/** A birthday as it was kept; undefined for any other text. */
export function readBirthday(code: string): Birthday | undefined {
  const found = CODE.exec(code)?.groups
  if (!found) return undefined
  return {
    calendar: found.lunar ? 'lunar' : 'solar',
    year: found.year === '-' ? null : Number(found.year),
    month: Number(found.month),
    leap: found.leap !== undefined,
    day: Number(found.day),
  }
}

const CODE = /^(?<lunar>lunar:)?(?<year>\d{4}|-)-(?<month>\d\d)(?<leap>L)?-(?<day>\d\d)$/

const DIGITS = '〇一二三四五六七八九'
const NUMERAL = '[一二三四五六七八九]'
const MONTH = `\\d{1,2}|正|元|冬|腊|十[一二]?|${NUMERAL}`
const DAY = `\\d{1,2}|初十|初${NUMERAL}|廿${NUMERAL}?|卅|二十${NUMERAL}?|三十一?|十${NUMERAL}?|${NUMERAL}`
const DATE = new RegExp(
  `(?:(?<year>\\d{4}|[${DIGITS}零]{4})\\s*[年./-]\\s*)?(?<leap>闰|leap)?\\s*(?<month>${MONTH})\\s*(?:月|[./-])\\s*` +
    `(?<day>${DAY})(?<unit>\\s*[日号])?`,
  'g',
)
const LUNAR_WORDS = /农历|阴历|旧历|夏历|lunar/g
const SOLAR_WORDS = /公历|阳历|新历|国历|西历|solar/g
/** Words and signs beside a date that say nothing more. */
const BESIDE = /生日|出生|生于|birthday|born|[\s()[\],，。:：;；、]/g
/** Ways of writing that only the lunar calendar knows. */
const LUNAR_SIGNS = /[闰正冬腊初廿卅]|leap/
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a birthday as people type it: 1967-03-14, 1967.3.14, 19670314, 3月14日, 3/14, 14 Mar 1967, 农历十月廿一,
 * 闰四月初八, 1967年农历十月廿一, 农历1967-10-21, or as it is kept. Whether the day exists is not asked here.
 */
export function parseBirthday(typed: string): ReadBirthday {
  const kept = readBirthday(typed.trim())
  if (kept) return { ok: true, birthday: kept }
  const plain = inDigits(typed.normalize('NFKC').toLowerCase().trim())
  const lunarWords = plain.match(LUNAR_WORDS)?.length ?? 0
  const solarWords = plain.match(SOLAR_WORDS)?.length ?? 0
  const text = plain.replaceAll(LUNAR_WORDS, ' ').replaceAll(SOLAR_WORDS, ' ')
  const dates = [...text.matchAll(DATE)]
  if (dates.length > 1) return failed('twoBirthdays')
  const [date] = dates
  if (!date?.groups || text.replace(date[0], '').replaceAll(BESIDE, '') !== '') return failed('unreadable')
  if (lunarWords > 0 && solarWords > 0) return failed('whichCalendar')
  const { year, leap, month = '', day = '', unit } = date.groups
  const lunar = lunarWords > 0 || (solarWords === 0 && LUNAR_SIGNS.test(date[0]))
  // 三月十四 is lunar to some and solar to others; 三月十四日 and 3月14 are solar
  const either = !lunar && solarWords === 0 && unit === undefined && !/\d/.test(day)
  if (either) return failed('whichCalendar')
  if (!lunar && leap !== undefined) return failed('noLeapMonth')
  return {
    ok: true,
    birthday: {
      calendar: lunar ? 'lunar' : 'solar',
      year: year === undefined ? null : yearNumber(year),
      month: monthNumber(month),
      leap: leap !== undefined,
      day: dayNumber(day),
    },
  }
}

const failed = (problem: BirthdayProblem): ReadBirthday => ({ ok: false, problem })

/** Ways of writing dates that are turned into digits and dashes first: 19670314, 14 Mar 1967, March 14, 1967. */
const inDigits = (text: string): string =>
  text
    .replaceAll(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g, '$1-$2-$3')
    .replaceAll(/\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?(?:,?\s+(\d{4}))?/g, englishDate)
    .replaceAll(
      /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?/g,
      (whole, name, day, year) => englishDate(whole, day, name, year),
    )

function englishDate(whole: string, day: string, name: string, year: string | undefined): string {
  const month = MONTH_NAMES.indexOf(name) + 1
  return month === 0 ? whole : `${year === undefined ? '' : `${year}-`}${month}-${day}`
}

const yearNumber = (text: string): number =>
  Number(Array.from(text.replaceAll('零', '〇'), (char) => digitOf(char) ?? char).join(''))

const digitOf = (char: string): number | undefined => {
  const at = DIGITS.indexOf(char)
  return at < 0 ? undefined : at
}

const MONTH_WORDS: Readonly<Record<string, number>> = { 正: 1, 元: 1, 冬: 11, 腊: 12 }
const monthNumber = (text: string): number => MONTH_WORDS[text] ?? numberOf(text)
const dayNumber = (text: string): number =>
  numberOf(text.replace('初', '').replace('廿', '二十').replace('卅', '三十'))

/** 1–31 in digits or as 二十一. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : (digitOf(tens ?? '') ?? 0)) : 0
  return ten * 10 + (ones === '' ? 0 : (digitOf(ones ?? '') ?? 0))
}

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A birthday in words: `1967年3月14日`, `农历十月廿一`, `农历2020年闰四月初八`; `14 Mar 1967`, `lunar month 10 day 21`.
 * `parseBirthday` reads each of them again.
 */
export function birthdayText(birthday: Birthday, language: 'zh' | 'en'): string {
  const { calendar, year, month, leap, day } = birthday
  if (language === 'en') {
    if (calendar === 'solar')
      return `${day} ${ENGLISH_MONTHS[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`
    return `lunar ${year === null ? '' : `${year}-`}${leap ? 'leap ' : ''}${month}-${day}`
  }
  if (calendar === 'solar') return `${year === null ? '' : `${year}年`}${month}月${day}日`
  return `农历${year === null ? '' : `${year}年`}${leap ? '闰' : ''}${LUNAR_MONTHS[month - 1] ?? ''}月${lunarDay(day)}`
}

/** 初一 … 初十, 十一 … 十九, 二十, 廿一 … 廿九, 三十 */
function lunarDay(day: number): string {
  const ones = DIGITS[day % 10] ?? ''
  if (day <= 10) return `初${day === 10 ? '十' : ones}`
  if (day < 20) return `十${ones}`
  if (day % 10 === 0) return day === 20 ? '二十' : '三十'
  return `廿${ones}`
}

const two = (number: number): string => String(number).padStart(2, '0')
