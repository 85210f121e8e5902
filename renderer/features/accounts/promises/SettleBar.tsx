import { Button, Input, type InputRef, Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonKey } from '../../../ui/bits.tsx'
import styles from './promises.module.css'
import type { Settling } from './useSettling.ts'

/** The ways in which the selected promises may end, each with its key; a release asks for the customer's words. */
export function SettleBar({ settling }: { readonly settling: Settling }) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={() => settling.settle('kept')}>
        {t('promises.keep')}
        <ButtonKey>K</ButtonKey>
      </Button>
      <Button onClick={() => settling.settle('broken')}>
        {t('promises.break')}
        <ButtonKey>B</ButtonKey>
      </Button>
      <Popover
        open={settling.releasing}
        onOpenChange={(open) => (open ? settling.askRelease() : settling.dropRelease())}
        trigger="click"
        placement="bottomRight"
        content={settling.releasing && <ReleaseNote settling={settling} />}
      >
        <Button>
          {t('promises.release')}
          <ButtonKey>R</ButtonKey>
        </Button>
      </Popover>
      <Button onClick={() => settling.settle('open')}>{t('promises.reopen')}</Button>
      <Button onClick={() => settling.recordCase()}>{t('cases.recordFrom')}</Button>
      <Button onClick={() => settling.remove()}>{t('promises.remove')}</Button>
    </>
  )
}

function ReleaseNote({ settling }: { readonly settling: Settling }) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  const release = (): void => {
    if (note.trim() !== '') settling.settle('released', note)
  }
  return (
    <div className={styles.release}>
      <p className={styles.remark}>{t('promises.releaseHelp')}</p>
      <Input
        ref={field}
        aria-label={t('promises.releaseNote')}
        placeholder={t('promises.releaseNote')}
        maxLength={1_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && release()}
        onKeyDown={(event) => event.key === 'Escape' && settling.dropRelease()}
      />
      <Button type="primary" disabled={note.trim() === ''} onClick={release}>
        {t('promises.release')}
      </Button>
    </div>
  )
}
