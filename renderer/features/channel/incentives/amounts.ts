import type { TFunction } from 'i18next'
import type { IncentiveEntry } from '../../../../db/channel/incentives/contract.ts'
import type { IncentiveUnit } from '../../../../db/channel/incentives/rules/words.ts'
import { formatMoney, formatNumber, type MoneyUnit } from '../../../ui/format.ts'
import { typedFen, typedWhole } from '../ledger/typedMoney.ts'

/** An amount of a ledger with its unit: `3.2 万元`, `1,200 分`; negative ones with a true minus. */
export const unitAmount = (amount: number, unit: IncentiveUnit, money: MoneyUnit, t: TFunction): string =>
  unit === 'fen'
    ? `${formatMoney(amount, money)} ${t(`app.status.${money}`)}`
    : t('incentives.points', { amount: formatNumber(amount) })

/** A typed amount in the ledger's unit; null where it is none, or nought. */
export function typedAmount(text: string, unit: IncentiveUnit, money: MoneyUnit): number | null {
  const amount = unit === 'fen' ? typedFen(text, money) : typedWhole(text)
  return amount === 0 ? null : amount
}

/** What an amount is typed in. */
export const unitWord = (unit: IncentiveUnit, money: MoneyUnit, t: TFunction): string =>
  unit === 'fen' ? t(`app.status.${money}`) : t('incentives.pointsWord')

/** What an account has to its credit, in each unit that it has entries in. */
export function balancesOf(
  rows: readonly IncentiveEntry[],
  accountId: string,
  money: MoneyUnit,
  t: TFunction,
): string {
  // newest first: the first of each unit holds its balance
  const own = rows.filter((row) => row.accountId === accountId)
  const texts = (['fen', 'points'] as const).flatMap((unit) => {
    const newest = own.find((row) => row.unit === unit)
    return newest ? [unitAmount(newest.balance, unit, money, t)] : []
  })
  return texts.length === 0 ? t('incentives.nothing') : texts.join(' · ')
}
