import { DECIMAL_SCALE } from '../../../accounts/rules/decimal.ts'
import { type FigureUnit, figureToDecimal } from '../../../accounts/rules/figures.ts'
import { BRIEF_WORDS } from '../../../terms/briefing.ts'
import type { Language } from '../../../terms/language.ts'
import { fillIn } from '../../../terms/ranking.ts'

/** Words that a language puts into the slots of a text. */
export const words = (language: Language) => BRIEF_WORDS[language]

const grouped = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits })

/** An amount of fen: `6,842 万元` from ten thousand yuan on, else `980 元`; in English in yuan. */
export function moneyText(fen: number, language: Language): string {
  const yuan = fen / 100
  if (language === 'en') return `CNY ${grouped(yuan, 2)}`
  return Math.abs(yuan) >= TEN_THOUSAND
    ? `${grouped(yuan / TEN_THOUSAND, Math.abs(yuan) >= TEN_THOUSAND * 100 ? 0 : 1)} 万元`
    : `${grouped(yuan, 2)} 元`
}

const TEN_THOUSAND = 10_000

/** A figure in its unit; null is a dash. Growth is told with its sign. */
export function figureText(
  stored: number | null,
  unit: FigureUnit,
  language: Language,
  signed = false,
): string {
  if (stored === null) return '–'
  if (unit === 'money') return moneyText(stored, language)
  const value = grouped(figureToDecimal(stored, unit) / DECIMAL_SCALE, 1)
  const sign = signed && stored > 0 ? '+' : ''
  return `${sign}${value}${UNITS[language][unit]}`
}

const UNITS = {
  zh: { number: '', percent: '%', years: ' 年', days: ' 天' },
  en: { number: '', percent: '%', years: ' years', days: ' days' },
} as const satisfies Record<Language, Record<Exclude<FigureUnit, 'money'>, string>>

/** A score of tenths; null is a dash. */
export const scoreText = (tenths: number | null): string => (tenths === null ? '–' : (tenths / 10).toFixed(1))

/** A change of a score with its sign. */
export const changeText = (tenths: number | null): string =>
  tenths === null ? '–' : `${tenths > 0 ? '+' : ''}${(tenths / 10).toFixed(1)}`

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const satisfies Record<Language, readonly string[]>

/** A day with its weekday: `2026-11-24 周二`. */
export const dayText = (day: string, language: Language): string =>
  `${day} ${WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`.trimEnd()

/** Names in a row; of many the first ones and how many there are. */
export function namesText(names: readonly string[], most: number, language: Language): string {
  const { list, whoMore } = BRIEF_WORDS[language]
  return names.length <= most
    ? names.join(list)
    : fillIn(whoMore, { names: names.slice(0, most).join(list), count: names.length })
}

/** Parts of a line that say something, in a row. */
export const joined = (parts: readonly (string | null | false)[], by: string): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(by)

/** City and place in a line; a place that says its city already is not told it twice. */
export const placeText = ({ city, place }: { readonly city: string; readonly place: string }): string =>
  place.startsWith(city) ? place : joined([city, place], ' ')
