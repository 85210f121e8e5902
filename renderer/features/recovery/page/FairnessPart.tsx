import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { USUAL } from '../../../../db/recovery/rules/fairness.ts'
import styles from './fairness.module.css'

type Fairness = NonNullable<CaseSheet['fairness']>

const SIZE = { width: 320, height: 58, edge: 18, line: 34 }
/** The scale ends at the whole loss, or above what was paid most. */
const LEAST_SCALE = 1

/** What is paid beside what was paid for comparable cases: the finding as a sentence, then each as a dot. */
export function FairnessPart({ fairness }: { readonly fairness: Fairness }) {
  const { t } = useTranslation()
  return (
    <div className={styles.fairness}>
      <p className={fairness.verdict === 'usual' || fairness.verdict === null ? '' : styles.warned}>
        {fairnessText(fairness, t)}
      </p>
      {fairness.median !== null && <Strip fairness={fairness} median={fairness.median} />}
    </div>
  )
}

function Strip({ fairness, median }: { readonly fairness: Fairness; readonly median: number }) {
  const { t } = useTranslation()
  const most = Math.max(LEAST_SCALE, fairness.ratio, ...fairness.alike)
  const xOf = (ratio: number): number => SIZE.edge + (ratio / most) * (SIZE.width - 2 * SIZE.edge)
  const band = { from: xOf(median * USUAL.from), to: xOf(Math.min(most, median * USUAL.until)) }
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={t('cases.fairnessStrip', { count: fairness.alike.length })}
    >
      <rect
        className={styles.band}
        x={band.from}
        y={14}
        width={band.to - band.from}
        height={SIZE.line - 14}
      />
      <line
        className={styles.base}
        x1={SIZE.edge}
        x2={SIZE.width - SIZE.edge}
        y1={SIZE.line}
        y2={SIZE.line}
      />
      <line className={styles.median} x1={xOf(median)} x2={xOf(median)} y1={14} y2={SIZE.line} />
      <text x={xOf(median)} y={10}>
        {t('cases.fairnessMedian', { ratio: percent(median) })}
      </text>
      {/* the same share may be paid twice: its dots would lie on each other */}
      {[...new Set(fairness.alike)].map((ratio) => (
        <circle key={ratio} className={styles.alike} cx={xOf(ratio)} cy={SIZE.line - 8} r={3.5} />
      ))}
      <path className={styles.mine} d={`M ${xOf(fairness.ratio)} ${SIZE.line - 14} l 6 6 l -6 6 l -6 -6 z`} />
      {[0, 0.5, 1].map((share) => (
        <text key={share} x={xOf(share * most)} y={SIZE.line + 14}>
          {percent(share * most)}
        </text>
      ))}
    </svg>
  )
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** What is paid beside what is usual, in a sentence. */
function fairnessText({ ratio, median, verdict }: Fairness, t: TFunction): string {
  const paid = t('cases.fairness', { ratio: percent(ratio) })
  if (median === null || verdict === null) return paid + t('cases.fairnessFew')
  const words = {
    usual: 'cases.fairnessUsual',
    low: 'cases.fairnessLow',
    high: 'cases.fairnessHigh',
  } as const
  return paid + t(words[verdict], { median: percent(median) })
}
