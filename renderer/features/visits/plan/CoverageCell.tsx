import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CoverageCell } from '../../../../db/visits/plan/contract.ts'
import { gapOf } from '../../../../db/visits/plan/rules/coverage.ts'
import { rankGap } from '../../../../db/visits/rules/ranks.ts'
import styles from './coverage.module.css'

const BARS = [1, 2, 3, 4] as const

/** How well somebody is known as bars: filled up to now, empty up to what we want. */
export function DepthBars({ depth, wanted }: { readonly depth: number; readonly wanted: number | null }) {
  const most = Math.max(depth, wanted ?? 0)
  return (
    <span className={styles.bars} aria-hidden="true">
      {BARS.filter((bar) => bar <= Math.max(3, most)).map((bar) => (
        <span
          key={bar}
          className={styles.bar}
          data-fill={bar <= depth ? 'now' : bar <= (wanted ?? 0) ? 'wanted' : 'none'}
          style={{ height: 2 + bar * 2 }}
        />
      ))}
    </span>
  )
}

/** One of ours and one of theirs: bars now and wanted, a frame where something lacks, = at eye level. */
export function CoverageCellSign({
  cell,
  executive,
  ranks: [ours, theirs],
}: {
  readonly cell: CoverageCell | undefined
  readonly executive: string
  readonly ranks: readonly [ours: number | null, theirs: number | null]
}) {
  const { t } = useTranslation()
  if (!cell) return null
  const text = cellText(cell, t)
  const isEqual = rankGap(ours, theirs) === 0
  const isUnknown = cell.depth === 0 && (cell.wanted ?? 0) === 0
  return (
    <span
      className={styles.sign}
      data-gap={gapOf(cell) > 0 || undefined}
      role="img"
      aria-label={`${executive} ${text}`}
      title={`${executive} · ${text}${isEqual ? ` · ${t('visitPlan.coverage.parity')}` : ''}`}
    >
      {isEqual && !isUnknown && <span className={styles.parity}>=</span>}
      {isUnknown ? (
        <span className={styles.unknown}>–</span>
      ) : (
        <DepthBars depth={cell.depth} wanted={cell.wanted} />
      )}
    </span>
  )
}

/** A cell in words: 现在 1（认识），想要 3，上次 2026-08-21. */
export function cellText({ depth, wanted, lastMet }: CoverageCell, t: TFunction): string {
  return [
    t('visitPlan.coverage.nowIs', { depth: t(`people.depth.${depthOf(depth)}`) }),
    ...(wanted === null
      ? []
      : [t('visitPlan.coverage.wantedIs', { depth: t(`people.depth.${depthOf(wanted)}`) })]),
    lastMet === null ? t('visitPlan.coverage.neverMet') : t('visitPlan.coverage.lastMet', { day: lastMet }),
  ].join(t('visitPlan.comma'))
}

const DEPTHS = ['d0', 'd1', 'd2', 'd3', 'd4'] as const

/** A depth as a key of its word. */
export const depthOf = (depth: number): (typeof DEPTHS)[number] =>
  DEPTHS[Math.max(0, Math.min(DEPTHS.length - 1, depth))] ?? 'd0'
