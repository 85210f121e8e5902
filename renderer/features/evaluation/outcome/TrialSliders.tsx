import { Button, InputNumber, Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Borders } from '../../../../db/evaluation/rules/tiers.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatWeight } from '../../../ui/format.ts'
import { LockFilled, UnlockOutlined } from '../../../ui/icons.tsx'
import { TierSign } from '../../../ui/tier.tsx'
import { SLIDER } from '../scoring/ScoringPanel.tsx'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import styles from './outcome.module.css'
import type { TrialState } from './useTrial.ts'
import { borderRange, mostWeight } from './whatIf.ts'

const BORDERS = ['key', 'main', 'ordinary'] as const satisfies readonly (keyof Borders)[]

/** The three borders and every weight as sliders with exact figures. Moving one only tries it out. */
export function TrialSliders({
  model,
  state,
  disabled,
}: {
  readonly model: ScoringModel
  readonly state: TrialState
  readonly disabled: boolean
}) {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('scoring.outcome.borders')} remark={t('scoring.outcome.bordersRemark')}>
        {BORDERS.map((border) => (
          <BorderSlider key={border} border={border} state={state} disabled={disabled} />
        ))}
      </Section>
      <Section title={t('scoring.outcome.weights')}>
        <p className={styles.remark}>{t('scoring.outcome.weightsRemark')}</p>
        {model.indicators.map(({ id, name }, column) => (
          <WeightSlider key={id} name={name} column={column} state={state} disabled={disabled} />
        ))}
      </Section>
    </>
  )
}

function BorderSlider({
  border,
  state: { trial, saved, moveBorder },
  disabled,
}: {
  readonly border: keyof Borders
  readonly state: TrialState
  readonly disabled: boolean
}) {
  const { t } = useTranslation()
  const label = t('scoring.outcome.borderOf', { tier: t(`scoring.tier.${border}`) })
  const [least, most] = borderRange(trial.borders, border)
  const value = trial.borders[border]
  return (
    <div className={styles.slider}>
      <span className={styles.sliderName}>
        <TierSign tier={border} />
        {t(`app.tier.${border}`)}
        <Before shown={value !== saved.borders[border]} text={(saved.borders[border] / 10).toFixed(1)} />
      </span>
      <InputNumber
        className={styles.number ?? ''}
        controls={false}
        min={least / 10}
        max={most / 10}
        step={0.1}
        precision={1}
        value={value / 10}
        disabled={disabled}
        aria-label={label}
        onChange={(points) => points !== null && moveBorder(border, points * 10)}
      />
      <Slider
        min={0}
        max={1_000}
        step={5}
        value={value}
        disabled={disabled}
        tooltip={{ open: false }}
        styles={SLIDER}
        ariaLabelForHandle={label}
        onChange={(tenths) => moveBorder(border, tenths)}
      />
    </div>
  )
}

function WeightSlider({
  name,
  column,
  state: { trial, saved, locked, moveWeight, toggleLock },
  disabled,
}: {
  readonly name: string
  readonly column: number
  readonly state: TrialState
  readonly disabled: boolean
}) {
  const { t } = useTranslation()
  const label = t('scoring.outcome.weightOf', { name })
  const isLocked = locked.has(column)
  const value = trial.weights[column] ?? 0
  const before = saved.weights[column] ?? 0
  return (
    <div className={styles.slider}>
      <span className={styles.sliderName}>
        <span className={styles.ellipsis} title={name}>
          {name}
        </span>
        <Before shown={value !== before} text={formatWeight(before)} />
        <Button
          type="text"
          size="small"
          className={styles.lock ?? ''}
          aria-pressed={isLocked}
          aria-label={t(isLocked ? 'scoring.outcome.unlock' : 'scoring.outcome.lock', { name })}
          icon={isLocked ? <LockFilled /> : <UnlockOutlined />}
          disabled={disabled}
          onClick={() => toggleLock(column)}
        />
      </span>
      <InputNumber
        className={styles.number ?? ''}
        controls={false}
        min={0.01}
        max={mostWeight(trial.weights, column, locked) / 100}
        step={1}
        precision={2}
        suffix="%"
        value={value / 100}
        disabled={disabled || isLocked}
        aria-label={label}
        onChange={(percent) => percent !== null && moveWeight(column, percent * 100)}
      />
      <Slider
        min={0}
        max={Math.max(5_000, value)}
        step={100}
        value={value}
        disabled={disabled || isLocked}
        tooltip={{ open: false }}
        styles={SLIDER}
        ariaLabelForHandle={label}
        onChange={(weight) => moveWeight(column, weight)}
      />
    </div>
  )
}

function Before({ shown, text }: { readonly shown: boolean; readonly text: string }) {
  const { t } = useTranslation()
  return shown ? (
    <span className={styles.before}>{t('scoring.outcome.changed', { before: text })}</span>
  ) : null
}
