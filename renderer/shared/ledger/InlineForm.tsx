import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './form.module.css'
import fields from './ledger.module.css'
import { openForms } from './openForms.ts'

/** A form in the place of what it changes: Enter saves it, Escape leaves all as it was. */
export function InlineForm({
  busy,
  close,
  send,
  children,
}: {
  readonly busy: boolean
  readonly close: () => void
  readonly send: () => Promise<void>
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  useEffect(() => {
    openForms.set(openForms.get() + 1)
    return () => openForms.set(openForms.get() - 1)
  }, [])
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
      }}
    >
      <div className={fields.fields}>{children}</div>
      <div className={fields.foot}>
        <Button onClick={close}>{t('ledger.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('ledger.save')}
        </Button>
      </div>
    </form>
  )
}
