import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../db/kernel/ids.ts'
import { api, engine } from '../../../client/engine.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './privacy.module.css'

/** Says what an erasure takes away for good, asks on whose request, and does it. The safe way is the easy one. */
export function EraseDialog({
  personId,
  name,
  close,
  done,
}: {
  readonly personId: PersonId
  readonly name: string
  readonly close: () => void
  readonly done: () => void
}) {
  const { t } = useTranslation()
  const requestId = useId()
  const { data: preview } = useQuery(api.privacy.erasurePreview.queryOptions({ input: { personId } }))
  const erase = useCommand(engine.privacy.erase, { toast: false, tellProblem: false })
  const [basis, setBasis] = useState('')
  const [blankEntries, setBlankEntries] = useState(false)
  const [removeBackups, setRemoveBackups] = useState(true)
  const confirm = async (): Promise<void> => {
    const outcome = await erase.run({ personId, basis, blankEntries, removeBackups })
    if (!outcome.ok) return
    showToast({ kind: 'done', text: t('privacy.erased', { count: outcome.output.backupsRemoved }) })
    done()
    // the person is gone: everything that named them is read anew
    await queryClient.invalidateQueries()
  }
  return (
    <Modal
      open
      title={t('privacy.eraseTitle', { name })}
      onCancel={close}
      closable={!erase.pending}
      mask={{ closable: false }}
      footer={
        <>
          <Button
            danger
            disabled={basis.trim() === '' || !preview}
            loading={erase.pending}
            onClick={() => void confirm()}
          >
            {t('privacy.confirm')}
          </Button>
          <Button type="primary" autoFocus disabled={erase.pending} onClick={close}>
            {t('privacy.cancel')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>{t('privacy.eraseLine', { name })}</p>
        {preview && (
          <>
            <p className={styles.line}>
              {t('privacy.eraseCounts', { entries: preview.entries, promises: preview.promises })}
            </p>
            {preview.entriesOnlyTheirs > 0 && (
              <Checkbox checked={blankEntries} onChange={(event) => setBlankEntries(event.target.checked)}>
                {t('privacy.blank', { name, count: preview.entriesOnlyTheirs })}
              </Checkbox>
            )}
            {preview.backups > 0 && (
              <Checkbox checked={removeBackups} onChange={(event) => setRemoveBackups(event.target.checked)}>
                {t('privacy.backups', { name, count: preview.backups })}
              </Checkbox>
            )}
            {preview.backups > 0 && !removeBackups && (
              <p className={styles.line}>{t('privacy.keepBackups', { name })}</p>
            )}
          </>
        )}
        <label htmlFor={requestId}>{t('privacy.request')}</label>
        <Input
          id={requestId}
          value={basis}
          maxLength={500}
          placeholder={t('privacy.requestExample')}
          onChange={(event) => setBasis(event.target.value)}
        />
        {erase.problem && <ErrorNote problem={erase.problem} />}
      </div>
    </Modal>
  )
}
