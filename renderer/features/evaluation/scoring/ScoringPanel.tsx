import { Slider } from 'antd'
import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber, formatScore } from '../../../ui/format.ts'
import { TierSign } from '../../../ui/tier.tsx'
import { type NearAccount, nearBorders, nearest, tierStep } from './nearBorders.ts'
import styles from './panel.module.css'
import type { RoundSnapshot } from './roundSession.ts'
import type { ScoringModel } from './scoringModel.ts'
import { shapeFinding, shapeOf } from './shapeFinding.ts'
import { findingText, gradedText } from './shapeWords.ts'
import { TierBars } from './TierBars.tsx'

/** How many accounts near a border are listed. */
const MOST_LISTED = 12

/** What the marks come to, beside the grid: shape, accounts near a border, what the looks of cells mean. */
export function ScoringPanel({
  snapshot,
  within,
  setWithin,
  whatIf,
  show,
}: {
  readonly snapshot: RoundSnapshot
  /** how near to a border is near, tenths of a point */
  readonly within: number
  readonly setWithin: (tenths: number) => void
  /** the way to the outcome's page */
  readonly whatIf: ReactNode
  /** goes to an account in the grid */
  readonly show: (row: number) => void
}) {
  const { model, version } = snapshot
  // the model changes in place, `version` says when
  const near = useMemo(
    () => (model && version >= 0 ? nearBorders(model, within) : []),
    [model, version, within],
  )
  if (!model) return null
  return (
    <>
      <ShapeSection model={model} near={near} action={whatIf} />
      {model.isGraded && (
        <NearSection model={model} near={near} within={within} setWithin={setWithin} show={show} />
      )}
      <LegendSection />
    </>
  )
}

function ShapeSection({
  model,
  near,
  action,
}: {
  readonly model: ScoringModel
  readonly near: readonly NearAccount[]
  readonly action: ReactNode
}) {
  const { t } = useTranslation()
  const { shares, graded } = shapeOf(model.standings)
  const { insufficient } = model.standings
  if (!model.isGraded)
    return (
      <Section title={t('scoring.shape.title')}>
        <p className={styles.sentence}>{t('scoring.shape.faulty')}</p>
      </Section>
    )
  return (
    <Section title={t('scoring.shape.title')} action={action}>
      <p className={styles.lead}>{gradedText(graded, model.lacking, t)}</p>
      <TierBars shares={shares} />
      <p className={styles.sentence}>
        {t('scoring.shape.line')}
        {findingText(shapeFinding(model.standings, near, model.round.borders), t)}
        {t('scoring.shape.stop')}
        {insufficient > 0 && t('scoring.shape.insufficient', { count: insufficient })}
      </p>
    </Section>
  )
}

function NearSection({
  model,
  near,
  within,
  setWithin,
  show,
}: {
  readonly model: ScoringModel
  readonly near: readonly NearAccount[]
  readonly within: number
  readonly setWithin: (tenths: number) => void
  readonly show: (row: number) => void
}) {
  const { t } = useTranslation()
  const listed = nearest(near, MOST_LISTED)
  const step = tierStep(model, near)
  return (
    <Section
      title={t('scoring.near.title')}
      remark={t('scoring.near.within', { points: (within / 10).toFixed(1) })}
      action={<NearSlider within={within} setWithin={setWithin} />}
    >
      {listed.length === 0 && <p className={styles.sentence}>{t('scoring.near.none')}</p>}
      <NearList model={model} near={listed} show={show} />
      {listed.length < near.length && (
        <p className={styles.sentence}>
          {t('scoring.near.more', { shown: listed.length, count: near.length })}
        </p>
      )}
      {step && (
        <p className={styles.sentence}>
          {t(`scoring.near.${step.direction}`, {
            account: model.accountName(step.row),
            indicator: model.indicators[step.column]?.name ?? '',
            tier: t(`scoring.near.becomes.${step.to}`),
          })}
        </p>
      )}
    </Section>
  )
}

/** Chooses how near to a border is near: half a point to three points. */
export const NearSlider = memo(function NearSlider({
  within,
  setWithin,
}: {
  readonly within: number
  readonly setWithin: (tenths: number) => void
}) {
  const { t } = useTranslation()
  return (
    <span className={styles.slider}>
      <Slider
        style={{ margin: '4px 6px' }}
        min={5}
        max={30}
        value={within}
        onChange={setWithin}
        tooltip={{ open: false }}
        styles={SLIDER}
        ariaLabelForHandle={t('scoring.near.range')}
      />
    </span>
  )
})

/** A slider in our own colours: antd derives too faint ones for dark. */
export const SLIDER = { track: { background: 'var(--primary)' }, rail: { background: 'var(--line)' } }

/** Accounts near a border: tier, total, and how far from which border. Pressing one goes to it. */
export function NearList({
  model,
  near,
  show,
}: {
  readonly model: ScoringModel
  readonly near: readonly NearAccount[]
  readonly show: (row: number) => void
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.near}>
      {near.map(({ row, score, tier, border, distance }) => (
        <button
          key={model.accountId(row)}
          type="button"
          className={styles.nearLine}
          onClick={() => show(row)}
        >
          <span className={styles.nearName}>
            <TierSign tier={tier} />
            <span>{model.accountName(row)}</span>
          </span>
          <strong>{formatScore(score)}</strong>
          <span className={styles.distance}>
            {t('scoring.near.distance', { border: formatNumber(model.round.borders[border] / 10, 1) })}{' '}
            {distance < 0 ? '−' : '+'}
            {formatScore(Math.abs(distance))}
          </span>
        </button>
      ))}
    </div>
  )
}

const LegendSection = memo(function LegendSection() {
  const { t } = useTranslation()
  return (
    <Section title={t('scoring.legend.title')}>
      <div className={styles.legend}>
        {(['band', 'judged', 'blank', 'note'] as const).map((look) => (
          <LegendLine key={look} look={look} text={t(`scoring.legend.${look}`)} />
        ))}
      </div>
    </Section>
  )
})

function LegendLine({ look, text }: { readonly look: string; readonly text: string }) {
  return (
    <>
      <span className={styles.sample} data-look={look} aria-hidden="true">
        {look === 'band' || look === 'judged' ? 8 : ''}
      </span>
      <span>{text}</span>
    </>
  )
}
