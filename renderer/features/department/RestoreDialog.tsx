import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '../../../db/kernel/contract.ts'
import { engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { queryClient } from '../../client/queryClient.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import type { Problem } from '../../i18n/problemText.ts'
import { formatMoment } from '../../ui/format.ts'
import { ErrorNote } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './department.module.css'

/** Restoring goes beyond what undo can bring back: it says what will be lost, and wants a word typed. */
export function RestoreDialog({
  backup,
  close,
}: {
  readonly backup: BackupInfo
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const when = formatMoment(backup.at, spokenLanguage(), t('app.status.today'))
  const word = t('department.safety.restoreWord')
  const confirmed = typed.trim().toLowerCase() === word
  const restore = async (): Promise<void> => {
    setBusy(true)
    try {
      const { setAside } = await engine.safety.restore({ file: backup.file })
      showToast({ kind: 'done', text: t('department.safety.restored', { file: setAside.file }) })
      await queryClient.invalidateQueries()
      close()
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('department.safety.restoreTitle', { when })}
      okText={busy ? t('department.safety.restoring') : t('department.safety.restoreButton')}
      okButtonProps={{ danger: true, disabled: !confirmed, loading: busy }}
      cancelText={t('app.cancel')}
      onOk={() => void restore()}
      onCancel={close}
    >
      <div className={styles.confirm}>
        <p className={styles.loss}>{t('department.safety.restoreLoss', { when })}</p>
        <p>{t('department.safety.restoreKept')}</p>
        <label htmlFor="restore-word">{t('department.safety.restoreType', { word })}</label>
        <Input
          id="restore-word"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && confirmed && void restore()}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Modal>
  )
}
