import type { TFunction } from 'i18next'
import type { IncentiveEntry } from '../../../../db/channel/incentives/contract.ts'
import { MOST_AMOUNT } from '../../../../db/channel/incentives/rules/reckoning.ts'
import type { IncentiveUnit } from '../../../../db/channel/incentives/rules/words.ts'
import { typedFen, typedWhole } from '../../../shared/ledger/typedMoney.ts'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'

/** An amount of a ledger with its unit: `3.2 万元`, `1,200 分`; negative ones with a true minus. */
export const unitAmount = (amount: number, unit: IncentiveUnit, money: MoneyUnit, t: TFunction): string =>
  unit === 'fen'
    ? `${formatMoney(amount, money)} ${t(`app.status.${money}`)}`
    : t('incentives.points', { amount })

/** A typed amount in the ledger's unit; null where it is none, nought, or more than an entry holds. */
export function typedAmount(text: string, unit: IncentiveUnit, money: MoneyUnit): number | null {
  const amount = unit === 'fen' ? typedFen(text, money) : typedWhole(text)
  return amount === 0 || amount === null || amount > MOST_AMOUNT ? null : amount
}

/** The amount that a rule reckons from, in fen: nought is one, which earns nothing. Null where it is none or too large. */
export function typedBase(text: string, money: MoneyUnit): number | null {
  const fen = typedFen(text, money)
  return fen === null || fen > MOST_AMOUNT ? null : fen
}

/** Why a typed amount can't be taken; '' where it can, or where nothing is typed. */
export function amountTrouble(text: string, unit: IncentiveUnit, money: MoneyUnit, t: TFunction): string {
  if (text.trim() === '') return ''
  const amount = unit === 'fen' ? typedFen(text, money) : typedWhole(text)
  if (amount !== null && amount > 0 && amount <= MOST_AMOUNT) return ''
  return isLarge(text) || (amount ?? 0) > MOST_AMOUNT
    ? t('incentives.amountTooLarge', { most: unitAmount(MOST_AMOUNT, unit, money, t) })
    : t('incentives.badAmount')
}

/** So many digits that no reader of amounts takes them, though they are a number above nought. */
const isLarge = (text: string): boolean =>
  /^[¥￥$]?[1-9]\d{9,}(?:\.\d*)?[万亿]?元?$/.test(text.normalize('NFKC').replaceAll(/[\s,]/g, ''))

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
