import type { TFunction } from 'i18next'
import type { PromiseLine, Standing } from '../../../../db/accounts/promises/contract.ts'
import { nearDay } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { daysLate } from '../../../../db/accounts/promises/rules/keptRate.ts'

/** A day near today in words (今天, 明天), else as 12-05, with its year where it is far. */
export function dayText(day: string, today: string, t: TFunction): string {
  const near = nearDay(day, today)
  return near === 'today' || near === 'tomorrow' || near === 'yesterday' ? t(`promises.${near}`) : near
}

/** When a promise is due: by how many days it is late, else its day. */
export function dueText(promise: Pick<PromiseLine, 'state' | 'dueOn'>, today: string, t: TFunction): string {
  if (promise.dueOn === null) return ''
  const days = daysLate(promise, today)
  return days > 0 ? t('promises.late', { days }) : dayText(promise.dueOn, today, t)
}

/** A kept-rate as people say it: 96.2%; an en dash before anything was kept or broken. */
export const rateText = (rate: number | null): string =>
  rate === null ? '–' : `${(rate / 10).toFixed(1).replace(/\.0$/, '')}%`

/** How a kept-rate came about: 了结 26 条中 25 条. */
export const rateLine = ({ kept, broken }: Standing['all'], t: TFunction): string =>
  kept + broken === 0 ? t('promises.none') : t('promises.rateLine', { kept, settled: kept + broken })
