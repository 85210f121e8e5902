import type { TFunction } from 'i18next'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'

/** Tenths of a percent; a dash where there is nothing to tell. */
export const rateText = (tenths: number | null): string =>
  tenths === null ? '–' : `${(tenths / 10).toFixed(1).replace(/\.0$/, '')}%`

/** Working minutes: `12 分`, or hours and minutes from an hour on; a dash where there is nothing to tell. */
export function workText(minutes: number | null, t: TFunction): string {
  if (minutes === null) return '–'
  const whole = Math.round(minutes)
  return whole < 60 ? t('requests.minutes', { count: whole }) : minutesText(whole)
}
