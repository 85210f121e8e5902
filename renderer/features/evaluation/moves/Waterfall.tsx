import { useTranslation } from 'react-i18next'
import type { AccountSplit } from '../../../../db/evaluation/moves/contract.ts'
import { formatScore } from '../../../ui/format.ts'
import styles from './moves.module.css'
import { changeText, reasonName } from './reasonText.ts'

type Steps = NonNullable<AccountSplit['steps']>

/** The least that a whole track stands for, tenths: a change of a tenth must not look like a landslide. */
const LEAST_SPAN = 60

/** The way from the old score to the new one, a bar for each step that moved it. The table behind it has the rest. */
export function Waterfall({
  steps,
  lines,
  from,
  to,
}: {
  readonly steps: Steps
  readonly lines: AccountSplit['lines']
  readonly from: number
  readonly to: number
}) {
  const { t } = useTranslation()
  const shown = steps.map((step, at) => ({ ...step, at })).filter(({ before, after }) => before !== after)
  const scores = [from, to, ...shown.flatMap(({ before, after }) => [before, after])]
  const low = Math.min(...scores)
  const span = Math.max(LEAST_SPAN, Math.max(...scores) - low)
  const along = (score: number): number => ((score - low) / span) * 100
  return (
    <ol className={styles.waterfall}>
      <Total word={t('moves.split.start')} score={from} at={along(from)} />
      {shown.map(({ at, before, after, part, line }) => (
        <li key={at} data-direction={after > before ? 'up' : 'down'}>
          <span className={styles.stepName} title={reasonName({ part, line }, lines, t)}>
            {reasonName({ part, line }, lines, t)}
          </span>
          <span className={styles.stepTrack} aria-hidden="true">
            <span
              style={{
                left: `${along(Math.min(before, after))}%`,
                width: `${(Math.abs(after - before) / span) * 100}%`,
              }}
            />
          </span>
          <strong>{changeText(after - before)}</strong>
          <span className={styles.stepScore}>{formatScore(after)}</span>
        </li>
      ))}
      <Total word={t('moves.split.end')} score={to} at={along(to)} />
    </ol>
  )
}

function Total({ word, score, at }: { readonly word: string; readonly score: number; readonly at: number }) {
  return (
    <li data-direction="same">
      <span className={styles.stepName}>{word}</span>
      <span className={styles.stepTrack} aria-hidden="true">
        <span className={styles.stepEnd} style={{ left: `${at}%` }} />
      </span>
      <span />
      <strong className={styles.stepScore}>{formatScore(score)}</strong>
    </li>
  )
}
