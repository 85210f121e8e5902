import { useQuery } from '@tanstack/react-query'
import { type Ref, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../client/engine.ts'
import { onCommitted } from '../client/history.ts'
import { savingStore } from '../client/saving.ts'
import { changeSettings, useMoneyUnit } from '../client/settings.ts'
import { spokenLanguage } from '../i18n/i18n.ts'
import { formatMoment } from '../ui/format.ts'
import { CheckCircleFilled, CloseCircleFilled, DisconnectOutlined, SyncOutlined } from '../ui/icons.tsx'
import { useStore } from '../ui/store.ts'
import styles from './shell.module.css'

/** How the data stands at the left; the screen's own items, keys, and the two switches at the right. */
export function StatusBar({
  itemsRef,
  keysRef,
}: {
  readonly itemsRef: Ref<HTMLDivElement>
  readonly keysRef: Ref<HTMLDivElement>
}) {
  const { t } = useTranslation()
  return (
    <footer className={styles.statusBar}>
      <Saved />
      <LastBackup />
      <span className={styles.state}>
        <DisconnectOutlined />
        {t('app.status.offline')}
      </span>
      <div className={styles.right}>
        <div className={styles.slot} ref={itemsRef} />
        <div className={styles.slot} ref={keysRef} />
        <MoneySwitch />
        <LanguageSwitch />
      </div>
    </footer>
  )
}

function Saved() {
  const { t } = useTranslation()
  const state = useStore(savingStore)
  const icon = {
    saved: <CheckCircleFilled className={styles.saved} />,
    saving: <SyncOutlined />,
    problem: <CloseCircleFilled />,
  }[state]
  return (
    <span
      className={`${styles.state} ${state === 'problem' ? styles.late : ''}`}
      role="status"
      data-state={state}
    >
      {icon}
      {t(`app.status.${state}`)}
    </span>
  )
}

function LastBackup() {
  const { t } = useTranslation()
  const { data, refetch } = useQuery(api.safety.status.queryOptions())
  // hourly backups come without a commit; looking after commits and each few minutes keeps the word true
  useEffect(() => onCommitted(() => void refetch()), [refetch])
  useEffect(() => {
    const timer = setInterval(() => void refetch(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [refetch])
  if (!data) return null
  const when = data.lastBackup && formatMoment(data.lastBackup.at, spokenLanguage(), t('app.status.today'))
  return (
    <Link className={styles.plain ?? ''} to="/department/safety">
      {when ? t('app.status.backup', { when }) : t('app.status.noBackup')}
    </Link>
  )
}

const LOOK_EVERY_MS = 5 * 60_000

function MoneySwitch() {
  const { t } = useTranslation()
  const unit = useMoneyUnit()
  const other = unit === 'yuan' ? 'tenThousand' : 'yuan'
  const word = (name: 'yuan' | 'tenThousand') =>
    name === unit ? <strong>{t(`app.status.${name}`)}</strong> : t(`app.status.${name}`)
  return (
    <button
      type="button"
      className={styles.plain}
      title={t('app.status.moneyUnit')}
      onClick={() => void changeSettings({ moneyUnit: other })}
    >
      {word('yuan')} / {word('tenThousand')}
    </button>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation()
  const now = spokenLanguage()
  return (
    <button
      type="button"
      className={styles.plain}
      title={t('app.status.language')}
      onClick={() => void changeSettings({ language: now === 'zh' ? 'en' : 'zh' })}
    >
      {now === 'zh' ? t('department.settings.chinese') : t('department.settings.english')}
    </button>
  )
}
