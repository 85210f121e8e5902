import { Button, Modal } from 'antd'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../../../db/accounts/log/rules/channels.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { OpenedDraft } from '../../../client/drafts.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { useTakeFiles } from '../../../shared/files/useTakeFiles.ts'
import { ButtonKey } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { type Draft, draftDays, entryOf, isWorthKeeping, keptDraft, LOG_DRAFT } from './draft.ts'
import { KeptNote } from './KeptNote.tsx'
import styles from './log.module.css'
import { QuickEntryFields } from './QuickEntryFields.tsx'
import { standingProblem } from './typedLength.ts'
import { useEmptyDraft } from './usePlace.ts'

/** The quick entry, once the kept draft and the place are known. */
export function QuickEntryDialog({ close }: { readonly close: () => void }) {
  const opened = useOpenedDraft(LOG_DRAFT, keptDraft)
  const empty = useEmptyDraft()
  if (opened === undefined || empty === undefined) return null
  return <DraftDialog opened={opened} empty={empty} close={close} />
}

/**
 * An entry as it is typed: Ctrl+Enter saves it, Esc puts it away as a draft, Alt+1 to 6 choose the channel. Where the
 * engine refuses it, all that was typed is still there.
 */
function DraftDialog({
  opened,
  empty,
  close,
}: {
  readonly opened: OpenedDraft<Draft>
  readonly empty: Draft
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const { draft, change, update, clear, finish } = useDraft(opened.kept ?? empty, (next) =>
    opened.save(next !== null && isWorthKeeping(next) ? JSON.stringify(next) : null),
  )
  const [isOld, setIsOld] = useState(opened.kept !== null)
  const add = useCommand(engine.log.add, { tellProblem: false })
  const { busy, problem: fileProblem, take } = useTakeFiles()
  const problem = standingProblem(add.problem, draft.typed)
  const [over, setOver] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const today = dayOf(Date.now())
  const days = draftDays(draft, today)
  const submit = async (): Promise<void> => {
    const input = entryOf(draft, today, me)
    if (input === null) {
      form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus()
      return
    }
    const outcome = await add.run(input)
    if (!outcome.ok) return
    finish()
    close()
  }
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    const taken = await take(files)
    update((before) => ({ files: [...before.files, ...taken] }))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!add.pending && busy === null) void submit()
    }
    const channel = event.altKey ? CHANNELS[Number(event.code.replace('Digit', '')) - 1] : undefined
    if (channel) {
      event.preventDefault()
      change({ channel })
    }
  }
  const onDrop = (event: DragEvent): void => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    setOver(false)
    void takeFiles([...event.dataTransfer.files])
  }
  return (
    <Modal
      open
      width={760}
      title={t('log.form.title')}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <div className={styles.footer}>
          <span className={styles.quiet}>{t('log.form.draftKept')}</span>
          <Button
            disabled={!isWorthKeeping(draft)}
            onClick={() => {
              clear(empty)
              setIsOld(false)
            }}
          >
            {t('log.form.discard')}
          </Button>
          <Button type="primary" loading={add.pending} disabled={busy !== null} onClick={() => void submit()}>
            {t('log.form.save')}
            <ButtonKey>Ctrl Enter</ButtonKey>
          </Button>
        </div>
      }
    >
      <form
        onSubmit={(event) => event.preventDefault()}
        ref={form}
        className={over ? styles.formOver : styles.form}
        onKeyDown={onKeyDown}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {isOld && <KeptNote accountId={draft.accountId} />}
        <QuickEntryFields
          draft={draft}
          days={days}
          today={today}
          me={me}
          busy={busy}
          change={change}
          update={update}
          takeFiles={(files) => void takeFiles(files)}
        />
        {fileProblem && <ErrorNote problem={fileProblem} />}
        {problem && <ErrorNote problem={problem} />}
      </form>
    </Modal>
  )
}
