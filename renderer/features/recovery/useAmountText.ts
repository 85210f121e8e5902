import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../ui/format.ts'
import { moneyUnitStore } from '../../ui/moneyUnit.ts'
import { useStore } from '../../ui/store.ts'

/** Amounts of fen in words, in the unit in which money is shown everywhere. */
export function useAmountText(): (fen: number) => string {
  const { t } = useTranslation()
  const unit = useStore(moneyUnitStore)
  return (fen) => `${formatMoney(fen, unit)} ${t(`app.status.${unit}`)}`
}
