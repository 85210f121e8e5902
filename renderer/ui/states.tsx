import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, problemText } from '../i18n/problemText.ts'
import { formatNumber } from './format.ts'
import { CloseCircleFilled } from './icons.tsx'
import styles from './states.module.css'

/** An empty screen: one sentence that teaches, one button. */
export function EmptyState({
  line,
  action,
  also,
}: {
  readonly line: string
  readonly action?: ReactNode
  /** a second, quieter way, where there is one */
  readonly also?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p>{line}</p>
      {action}
      {also !== undefined && <div className={styles.also}>{also}</div>}
    </div>
  )
}

/** What went wrong: what, why, what to do next, the code for support; at the place where it happened. */
export function ErrorNote({ problem, action }: { readonly problem: Problem; readonly action?: ReactNode }) {
  const { t } = useTranslation()
  const text = problemText(problem, t)
  return (
    <div className={styles.error} role="alert">
      <CloseCircleFilled className={styles.errorIcon} />
      <div className={styles.errorText}>
        <p>
          <strong>{text.what}</strong> {text.why}
        </p>
        <p>{text.next}</p>
        <p className={styles.code}>{t('app.errorCode', { code: text.code })}</p>
      </div>
      {action}
    </div>
  )
}

/** How far long work is; `startedAt` (performance.now) lets the time left be estimated. */
export interface WorkProgress {
  readonly done: number
  readonly of: number
  readonly startedAt: number
}

/**
 * A sign that work goes on: nothing for 300 ms, then a 2 px bar, after 2 s also figures, an estimate and Cancel,
 * as far as they are known. Put it under a header that is positioned.
 */
export function LoadingBar({
  busy,
  progress,
  onCancel,
}: {
  readonly busy: boolean
  readonly progress?: WorkProgress | null
  readonly onCancel?: () => void
}) {
  const stage = useStage(busy)
  const { t } = useTranslation()
  if (stage === 'quiet') return null
  const percent = progress && progress.of > 0 ? (progress.done / progress.of) * 100 : null
  return (
    <div className={styles.loading}>
      <div
        className={percent === null ? styles.sweep : styles.known}
        style={percent === null ? undefined : { width: `${percent}%` }}
        role="progressbar"
        aria-label={t('app.loading')}
        {...(percent === null ? {} : { 'aria-valuenow': Math.round(percent) })}
      />
      {stage === 'long' && (progress || onCancel) && (
        <div className={styles.figures}>
          {progress && progress.of > 0 && <Figures progress={progress} />}
          {onCancel && <Button onClick={onCancel}>{t('app.cancel')}</Button>}
        </div>
      )}
    </div>
  )
}

function Figures({ progress }: { readonly progress: WorkProgress }) {
  const { t } = useTranslation()
  const spent = performance.now() - progress.startedAt
  const left = progress.done === 0 ? null : (spent / progress.done) * (progress.of - progress.done)
  return (
    <span>
      {t('app.progress', { done: formatNumber(progress.done), of: formatNumber(progress.of) })}
      {left !== null && <> · {t('app.remaining', { seconds: Math.max(1, Math.round(left / 1_000)) })}</>}
    </span>
  )
}

function useStage(busy: boolean): 'quiet' | 'short' | 'long' {
  const [stage, setStage] = useState<'quiet' | 'short' | 'long'>('quiet')
  useEffect(() => {
    if (!busy) return
    const short = setTimeout(() => setStage('short'), 300)
    const long = setTimeout(() => setStage('long'), 2_000)
    return () => {
      clearTimeout(short)
      clearTimeout(long)
      setStage('quiet')
    }
  }, [busy])
  return stage
}
