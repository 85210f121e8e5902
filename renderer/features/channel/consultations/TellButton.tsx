import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consultation, Opinion } from '../../../../db/channel/consultations/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { TextBox } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { showToast } from '../../../ui/toast.ts'

/** Notes that the selected accounts were told what came of their opinion, in the same words for all of them. */
export function TellButton({
  consultation,
  today,
  selected,
}: {
  readonly consultation: Consultation
  readonly today: string
  readonly selected: () => readonly Opinion[]
}) {
  const { t } = useTranslation()
  const tell = useCommand(engine.consultations.tell)
  const [ids, setIds] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const { outcome } = consultation
  if (outcome === null) return null
  const open = (): void => {
    const chosen = selected()
    if (chosen.length === 0) {
      showToast({ kind: 'hint', text: t('consultations.selectFirst') })
      return
    }
    setIds(chosen.map(({ id }) => id))
    setText(chosen[0]?.told?.text ?? outcome.text)
  }
  const save = (): void => {
    if (text.trim() === '') return
    void tell
      .run({ ids: [...ids], told: { text: text.trim(), on: today } })
      .then(({ ok }) => ok && setIds([]))
  }
  return (
    <Popover
      open={ids.length > 0}
      trigger="click"
      placement="bottomRight"
      onOpenChange={(next) => (next ? open() : setIds([]))}
      content={
        <form
          className={styles.popover}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextBox
            label={t('consultations.tellWhat', { count: ids.length })}
            value={text}
            lines={2}
            required
            tried
            onChange={setText}
          />
          <Button type="primary" htmlType="submit" loading={tell.pending}>
            {t('consultations.told')}
          </Button>
          <Button
            onClick={() => void tell.run({ ids: [...ids], told: null }).then(({ ok }) => ok && setIds([]))}
          >
            {t('consultations.untell')}
          </Button>
        </form>
      }
    >
      <Button>{t('consultations.tell')}</Button>
    </Popover>
  )
}
