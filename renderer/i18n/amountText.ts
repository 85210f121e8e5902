import type { TFunction } from 'i18next'
import type { MoneyUnit } from '../ui/format.ts'

/** A large amount of fen for a sentence, rounded to ten thousand yuan: `43,547 万元`, `¥435.47 million`. */
export function amountText(fen: number, unit: MoneyUnit, t: TFunction): string {
  const tenThousands = Math.round(fen / 1_000_000)
  return t(`app.amount.${unit}`, {
    yuan: tenThousands * 10_000,
    tenThousands,
  })
}
