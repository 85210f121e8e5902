import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../db/kernel/ids.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { newCommandId } from '../../../client/ids.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'

/** Hands people over as vCards; what is sensitive stays behind unless ticked. */
export function VcardDialog({
  personIds,
  close,
}: {
  readonly personIds: readonly PersonId[]
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [withPrivate, setWithPrivate] = useState(false)
  const [busy, setBusy] = useState(false)
  const give = async (): Promise<void> => {
    setBusy(true)
    try {
      const file = await engine.exchange.exportVcards({
        commandId: newCommandId(),
        personIds: [...personIds],
        withPrivate,
        language: spokenLanguage(),
      })
      download(file)
      showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
      close()
    } catch (error) {
      showProblem(toProblem(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('people.vcard.title', { count: personIds.length })}
      okText={t('people.vcard.give')}
      cancelText={t('people.vcard.cancel')}
      confirmLoading={busy}
      onOk={() => void give()}
      onCancel={close}
    >
      <p>{t('people.vcard.line')}</p>
      <Checkbox checked={withPrivate} onChange={(event) => setWithPrivate(event.target.checked)}>
        {t('people.vcard.withPrivate')}
      </Checkbox>
    </Modal>
  )
}
