import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap } from './bits.tsx'
import { CheckCircleOutlined, CloseOutlined, InfoCircleOutlined } from './icons.tsx'
import { ErrorNote } from './states.tsx'
import { useStore } from './store.ts'
import styles from './toast.module.css'
import { dismissToast, TOAST_MS, toastStore } from './toast.ts'

/** The place of toasts, bottom centre. Read out politely; a problem at once. */
export function ToastHost() {
  const { serial, toast } = useStore(toastStore)
  const { t } = useTranslation()
  useEffect(() => {
    if (toast === null || toast.kind === 'problem') return
    const shownSerial = serial
    const timer = setTimeout(() => {
      if (toastStore.get().serial === shownSerial) dismissToast()
    }, TOAST_MS)
    return () => clearTimeout(timer)
  }, [serial, toast])
  return (
    <div className={styles.place} aria-live="polite">
      {(toast?.kind === 'done' || toast?.kind === 'hint') && (
        <div className={styles.chip} data-testid="toast">
          {toast.kind === 'done' ? <CheckCircleOutlined /> : <InfoCircleOutlined />}
          <span>{toast.text}</span>
          {toast.button && (
            <>
              <button type="button" className={styles.button} onClick={toast.button.press}>
                {toast.button.text}
              </button>
              {toast.button.keys && <KeyCap>{toast.button.keys}</KeyCap>}
            </>
          )}
        </div>
      )}
      {toast?.kind === 'problem' && (
        <div className={styles.problem} data-testid="problem">
          <ErrorNote
            problem={toast.problem}
            action={
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={t('app.close')}
                onClick={() => dismissToast()}
              />
            }
          />
        </div>
      )}
    </div>
  )
}
