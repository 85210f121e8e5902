import { useTranslation } from 'react-i18next'
import { enoughOf, type OrderBar } from '../../../../db/recovery/orders/rules/bars.ts'
import type { Baseline } from '../../../../db/recovery/orders/rules/baseline.ts'
import { formatMoney } from '../../../ui/format.ts'
import { moneyUnitStore } from '../../../ui/moneyUnit.ts'
import { useStore } from '../../../ui/store.ts'
import styles from './proof.module.css'

const SIZE = { width: 620, height: 150, right: 84, foot: 22, head: 16 }

/** Orders by month as columns beside their baseline and what is enough; a screen reader gets them as one sentence each. */
export function ProofChart({
  bars,
  baseline,
}: {
  readonly bars: readonly OrderBar[]
  readonly baseline: Baseline | null
}) {
  const { t } = useTranslation()
  const unit = useStore(moneyUnitStore)
  const text = (fen: number): string => formatMoney(fen, unit)
  const enough = enoughOf(baseline)
  const most = Math.max(1, baseline?.monthly ?? 0, ...bars.map(({ amount }) => amount ?? 0))
  const slot = (SIZE.width - SIZE.right) / Math.max(1, bars.length)
  const width = Math.min(30, slot * 0.56)
  const yOf = (fen: number): number => SIZE.height - (fen / most) * (SIZE.height - SIZE.head)
  const told = bars.map(
    ({ month, amount }) => `${month} ${amount === null ? t('cases.proof.unknown') : text(amount)}`,
  )
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height + SIZE.foot}`}
      role="img"
      aria-label={`${t('cases.proof.title')}: ${told.join(', ')}`}
    >
      <line className={styles.base} x1={0} x2={SIZE.width} y1={SIZE.height} y2={SIZE.height} />
      {baseline !== null && enough !== null && (
        <Lines baseline={baseline.monthly} enough={enough} yOf={yOf} text={text} />
      )}
      {bars.map(({ month, amount, proves, low }, at) => {
        const middle = slot * (at + 0.5)
        const top = yOf(amount ?? enough ?? most / 2)
        return (
          <g key={month}>
            <rect
              className={amount === null ? styles.open : low ? styles.low : styles.column}
              x={middle - width / 2}
              y={top}
              width={width}
              height={SIZE.height - top}
            />
            {amount !== null && (
              <text className={styles.value} x={middle} y={top - 4}>
                {text(amount)}
              </text>
            )}
            <text className={proves ? styles.proves : styles.month} x={middle} y={SIZE.height + 16}>
              {t('cases.proof.month', { month: Number(month.slice(5)) })}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** The baseline, and below it what is enough, each named at its end. */
function Lines({
  baseline,
  enough,
  yOf,
  text,
}: {
  readonly baseline: number
  readonly enough: number
  readonly yOf: (fen: number) => number
  readonly text: (fen: number) => string
}) {
  const { t } = useTranslation()
  const end = SIZE.width - SIZE.right
  return (
    <>
      <line className={styles.baseline} x1={0} x2={end} y1={yOf(baseline)} y2={yOf(baseline)} />
      <line className={styles.enough} x1={0} x2={end} y1={yOf(enough)} y2={yOf(enough)} />
      <text className={styles.named} x={end + 4} y={yOf(baseline) - 1}>
        {t('cases.proof.baseline', { amount: text(baseline) })}
      </text>
      <text className={styles.named} x={end + 4} y={yOf(enough) + 11}>
        {t('cases.proof.enough', { amount: text(enough) })}
      </text>
    </>
  )
}
