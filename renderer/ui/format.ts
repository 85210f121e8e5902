import type { FigureUnit } from '../../db/accounts/rules/figures.ts'
import { storedScale } from '../../db/accounts/rules/figures.ts'

/** The languages that the screens speak. */
export type Language = 'zh' | 'en'

/** Whether money is shown in yuan or in ten thousands of yuan (元, 万元). */
export type MoneyUnit = 'yuan' | 'tenThousand'

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

const two = (value: number): string => String(value).padStart(2, '0')

/** A day as `2026-11-22 周日`, in the laptop's time zone. Takes an ISO instant or a Date. */
export function formatDay(at: string | Date, language: Language): string {
  const date = new Date(at)
  const weekday = WEEKDAYS[language][date.getDay()] ?? ''
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${weekday}`
}

/** The time of day as `09:45`, in the laptop's time zone. */
export function formatTime(at: string | Date): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** A moment for people: the word for today with the time, `11-21 周六 09:45` this year, with the year otherwise. */
export function formatMoment(
  at: string | Date,
  language: Language,
  todayWord: string,
  now: Date = new Date(),
): string {
  const date = new Date(at)
  if (date.toDateString() === now.toDateString()) return `${todayWord} ${formatTime(date)}`
  const day = formatDay(date, language)
  return `${date.getFullYear() === now.getFullYear() ? day.slice(5) : day} ${formatTime(date)}`
}

const numberFormats = new Map<number, Intl.NumberFormat>()

/** Made once: `toLocaleString` makes one for each number. */
function numberFormat(decimals: number): Intl.NumberFormat {
  const known = numberFormats.get(decimals)
  if (known) return known
  const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals })
  numberFormats.set(decimals, format)
  return format
}

/** A number with thousands separators, a true minus sign, and at most `decimals` decimals (trailing noughts go). */
export function formatNumber(value: number, decimals = 3): string {
  const text = numberFormat(decimals).format(Math.abs(value))
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `−${text}` : text
}

/**
 * Fen as an amount in the chosen unit, without the unit's name: 684,200,000 fen are `6,842,000` yuan and `684.2` 万元.
 * Always exact: an amount that isn't round in 万元 shows up to six decimals.
 */
export const formatMoney = (fen: number, unit: MoneyUnit): string =>
  unit === 'yuan' ? formatNumber(fen / 100, 2) : formatNumber(fen / 1_000_000, 6)

/** The same with an explicit plus: for changes. */
export const formatSigned = (value: number, decimals = 1): string =>
  value > 0 ? `+${formatNumber(value, decimals)}` : formatNumber(value, decimals)

/** A stored figure in its unit, without the unit's name. Money in the chosen unit; the rest up to three decimals. */
export function formatFigure(stored: number | null, unit: FigureUnit, money: MoneyUnit): string {
  if (stored === null) return ''
  return unit === 'money' ? formatMoney(stored, money) : formatNumber(stored / storedScale(unit))
}

/** A score in tenths of a point as `81.2`; an en dash where there is none. */
export const formatScore = (tenths: number | null): string =>
  tenths === null ? '–' : (tenths / 10).toFixed(1)

/** A weight in hundredths of a percent as `12%` or `12.5%`. */
export const formatWeight = (hundredths: number): string => `${formatNumber(hundredths / 100, 2)}%`

/** A size on disk. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  const kilo = bytes / 1_024
  return kilo < 1_024 ? `${formatNumber(kilo, 0)} KB` : `${formatNumber(kilo / 1_024, 1)} MB`
}
