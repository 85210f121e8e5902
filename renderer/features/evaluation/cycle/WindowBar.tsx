import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  equalWeights,
  usualWeights,
  WINDOW,
  weightsFit,
} from '../../../../db/evaluation/cycle/rules/window.ts'
import styles from './cycle.module.css'

const SIZES = Array.from({ length: WINDOW.most - WINDOW.fewest + 1 }, (_, at) => WINDOW.fewest + at)

/** How long the window is and what each of its years weighs. What doesn't add to 100% stays a draft. */
export function WindowBar({
  weights,
  newestYear,
  onChange,
}: {
  readonly weights: readonly number[]
  readonly newestYear: number
  readonly onChange: (weights: number[]) => void
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<readonly number[] | null>(null)
  const shown = draft ?? weights
  const take = (next: readonly number[]): void => {
    if (weightsFit(next)) {
      setDraft(null)
      onChange([...next])
    } else setDraft(next)
  }
  const sum = shown.reduce((total, weight) => total + weight, 0)
  const fits = weightsFit(shown)
  return (
    <div className={styles.window}>
      <Select<number>
        aria-label={t('cycle.window')}
        prefix={t('cycle.window')}
        value={shown.length}
        options={SIZES.map((count) => ({ value: count, label: t('cycle.years', { count }) }))}
        onChange={(count) => take(usualWeights(count))}
      />
      {shown.map((weight, at) => {
        const year = newestYear - at
        return (
          <span key={year} className={styles.year}>
            <span aria-hidden="true">{year}</span>
            <InputNumber<number>
              className={styles.weight ?? ''}
              aria-label={t('cycle.weight', { year })}
              suffix="%"
              min={0}
              max={100}
              precision={0}
              controls={false}
              value={weight}
              onChange={(value) => take(shown.map((one, place) => (place === at ? (value ?? 0) : one)))}
            />
          </span>
        )
      })}
      <span className={fits ? styles.sum : styles.wrongSum} role="status">
        {t(fits ? 'cycle.sum' : 'cycle.notFull', { sum })}
      </span>
      <Button onClick={() => take(equalWeights(shown.length))}>{t('cycle.equal')}</Button>
      <Button onClick={() => take(usualWeights(shown.length))}>{t('cycle.usual')}</Button>
    </div>
  )
}
