import { Button, Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { OpenedDraft } from '../../../client/drafts.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { ButtonKey } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import type { RequestStart } from './newRequestStore.ts'
import { RequestFields } from './RequestFields.tsx'
import {
  EMPTY_DRAFT,
  isWorthKeeping,
  keptRequest,
  REQUEST_DRAFT,
  type RequestDraft,
  typedMoment,
} from './requestDraft.ts'
import styles from './requests.module.css'

/** The dialog for a new request, once the kept draft is known. */
export function RequestDialog({
  start,
  close,
}: {
  readonly start: RequestStart
  readonly close: () => void
}) {
  const opened = useOpenedDraft(REQUEST_DRAFT, keptRequest)
  return opened && <DraftDialog start={start} opened={opened} close={close} />
}

/** A request as it is typed: Ctrl+Enter logs it, Esc puts it away as a draft. */
function DraftDialog({
  start,
  opened,
  close,
}: {
  readonly start: RequestStart
  readonly opened: OpenedDraft<RequestDraft>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const log = useCommand(engine.requests.log, { tellProblem: false })
  const [tried, setTried] = useState(false)
  const { draft, change, clear, finish } = useDraft(
    { ...(opened.kept ?? EMPTY_DRAFT), ...(start.account ? { accountId: start.account.id } : {}) },
    (next) => opened.save(next !== null && isWorthKeeping(next) ? JSON.stringify(next) : null),
  )
  const askedAt = typedMoment(draft.askedAt, new Date())
  const submit = async (): Promise<void> => {
    setTried(true)
    const { accountId, askedAt: _typed, ownerId, ...said } = draft
    if (accountId === null || draft.title.trim() === '' || askedAt === undefined || log.pending) return
    const outcome = await log.run({
      request: {
        ...said,
        accountId,
        ...(ownerId === null ? {} : { ownerId }),
        ...(askedAt === null ? {} : { askedAt }),
      },
    })
    if (!outcome.ok) return
    finish()
    close()
    void navigate(`/channel/requests/${outcome.output.requestId}`)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return (
    <Modal
      open
      width={640}
      title={t('requests.addOne')}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <div className={styles.dialogFoot}>
          <span className={styles.quiet}>{isWorthKeeping(draft) ? t('requests.draftKept') : ''}</span>
          <Button
            onClick={() => {
              clear(EMPTY_DRAFT)
              close()
            }}
          >
            {t('requests.cancel')}
          </Button>
          <Button type="primary" loading={log.pending} onClick={() => void submit()}>
            {t('requests.save')}
            <ButtonKey>Ctrl Enter</ButtonKey>
          </Button>
        </div>
      }
    >
      <form
        className={styles.form}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <RequestFields
          draft={draft}
          accountName={start.account?.name}
          change={change}
          tried={tried}
          askedAt={askedAt}
        />
        {/* the line of what is promised has said it already */}
        {log.problem && log.problem.code !== 'ASKED_AT_REFUSED' && <ErrorNote problem={log.problem} />}
      </form>
    </Modal>
  )
}
