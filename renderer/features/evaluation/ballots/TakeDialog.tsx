import { Button, Checkbox, Modal } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UploadOutlined } from '../../../ui/icons.tsx'
import { LoadingBar } from '../../../ui/states.tsx'
import styles from './ballotFiles.module.css'
import { ReturnedTable } from './ReturnedTable.tsx'
import { fateOf } from './returnedBallots.ts'
import type { Entrance } from './useEnter.tsx'
import { useReturnedBallots } from './useReturnedBallots.ts'

/** Ballots that came back: dropped or picked, looked at, taken together. */
export function TakeDialog({
  roundId,
  ask,
  close,
}: {
  readonly roundId: string
  readonly ask: Entrance['ask']
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { files, consents, progress, add, remove, consent, takeAll } = useReturnedBallots(roundId)
  const take = async (): Promise<void> => {
    const ticket = await ask('chair')
    if (ticket !== null) await takeAll(ticket)
  }
  const good = files.filter((file) => fateOf(files, file, consents) === 'take').length
  const previews = files.flatMap(({ standing }) => (standing.kind === 'read' ? [standing.preview] : []))
  return (
    <Modal
      open
      title={t('ballotFiles.take.title')}
      width={860}
      onCancel={close}
      onOk={() => void take()}
      okText={t('ballotFiles.take.go', { count: good })}
      cancelText={t('ballotFiles.take.close')}
      okButtonProps={{ disabled: good === 0 || progress !== null }}
    >
      <div className={styles.take}>
        <LoadingBar busy={progress !== null} progress={progress} />
        <DropZone add={add} />
        {files.length > 0 && <ReturnedTable files={files} consents={consents} remove={remove} />}
        {previews.some(({ fate }) => fate === 'differs') && (
          <Checkbox
            checked={consents.replace}
            onChange={(event) => consent({ replace: event.target.checked })}
          >
            {t('ballotFiles.take.replace')}
          </Checkbox>
        )}
        {previews.some(({ empty, fate }) => empty && fate !== 'same') && (
          <Checkbox
            checked={consents.abstain}
            onChange={(event) => consent({ abstain: event.target.checked })}
          >
            {t('ballotFiles.take.abstain')}
          </Checkbox>
        )}
      </div>
    </Modal>
  )
}

function DropZone({ add }: { readonly add: (files: readonly File[]) => void }) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  return (
    <section
      className={styles.drop}
      data-over={over}
      aria-label={t('ballotFiles.take.title')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{t('ballotFiles.take.drop')}</span>
      <Button icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
        {t('ballotFiles.take.pick')}
      </Button>
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        accept=".xlsx"
        aria-label={t('ballotFiles.take.pick')}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          // choosing the same file again must count as a choice
          event.target.value = ''
        }}
      />
      <span className={styles.quiet}>{t('ballotFiles.take.line')}</span>
    </section>
  )
}
