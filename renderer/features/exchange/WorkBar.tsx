import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../../ui/bits.tsx'
import styles from './exchange.module.css'
import type { ImportWork } from './importStore.ts'

/** How far an import is: phase, figures, an estimate, and Cancel. The rest of the window stays usable. */
export function WorkBar({ work }: { readonly work: ImportWork }) {
  const { t } = useTranslation()
  const { progress } = work
  const phase = t(`importing.work.${progress?.phase ?? 'checking'}`)
  const left = progress && secondsLeft(progress.done, progress.of, performance.now() - work.phaseStartedAt)
  return (
    <footer className={styles.foot}>
      <span className={styles.work} role="status">
        <strong>{phase}</strong>
        {progress !== null && progress.of > 1 && (
          <span>{t('importing.work.figures', { done: progress.done, of: progress.of })}</span>
        )}
        {left !== null && <span>{t('importing.work.remaining', { seconds: left })}</span>}
        <span className={styles.quiet}>{t('importing.work.line')}</span>
      </span>
      <ProgressLine done={progress?.done ?? 0} of={progress?.of ?? 1} label={phase} width={220} />
      <Button onClick={work.cancel}>{t('importing.work.cancel')}</Button>
    </footer>
  )
}

/** Seconds that the rest of a phase will take at its pace so far; null while too little is known. */
function secondsLeft(done: number, of: number, spentMs: number): number | null {
  if (done === 0 || done >= of || spentMs < 500) return null
  return Math.max(1, Math.round(((spentMs / done) * (of - done)) / 1_000))
}
