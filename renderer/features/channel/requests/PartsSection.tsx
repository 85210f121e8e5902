import { Button, Checkbox, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { RequestPart, RequestSheet } from '../../../../db/channel/requests/contract.ts'
import { REQUEST_LIMITS } from '../../../../db/channel/requests/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { CopyOutlined, DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './requests.module.css'

/** The parts of a package solution 一揽子方案 (B4.7): each with an owner and a day; the customer sees one. */
export function PartsSection({ request }: { readonly request: RequestSheet }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { parts } = request
  const done = parts.filter((part) => part.done !== null).length
  const copy = (): void => {
    void navigator.clipboard
      .writeText(solutionText(request))
      .then(() => showToast({ kind: 'hint', text: t('requests.copied') }))
  }
  return (
    <Section
      title={t('requests.parts')}
      remark={parts.length > 0 ? t('requests.partProgress', { done, all: parts.length }) : undefined}
      action={
        <>
          {parts.length > 0 && (
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined />}
              aria-label={t('requests.copySolution')}
              title={t('requests.copySolution')}
              onClick={copy}
            />
          )}
          <Button type="text" size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('requests.partAdd')}
          </Button>
        </>
      }
    >
      {parts.length === 0 && !adding && <p className={styles.remark}>{t('requests.partsHint')}</p>}
      <ul className={styles.parts}>
        {parts.map((part) => (
          <PartLine key={part.id} part={part} />
        ))}
      </ul>
      {adding && <PartForm requestId={request.id} close={() => setAdding(false)} />}
    </Section>
  )
}

/** A solution as the customer is told it: what, until when, what is there already. */
const solutionText = ({ title, parts }: RequestSheet): string =>
  [
    title,
    ...parts.map(
      ({ what, dueOn, done }) => `${done ? '✓' : '·'} ${what}${dueOn === null ? '' : ` ${dueOn}`}`,
    ),
  ].join('\n')

function PartLine({ part }: { readonly part: RequestPart }) {
  const { t } = useTranslation()
  const deliver = useCommand(engine.requests.deliverPart)
  const remove = useCommand(engine.requests.removePart)
  return (
    <li>
      <Checkbox
        checked={part.done !== null}
        disabled={deliver.pending}
        onChange={({ target }) => void deliver.run({ partId: part.id, done: target.checked })}
      >
        {part.what}
      </Checkbox>
      <span className={styles.quiet}>
        {[part.owner ?? t('requests.nobody'), part.done?.on ?? part.dueOn].filter(Boolean).join(' · ')}
      </span>
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={`${t('requests.remove')} ${part.what}`}
        onClick={() => void remove.run({ partId: part.id })}
      />
    </li>
  )
}

function PartForm({
  requestId,
  close,
}: {
  readonly requestId: RequestSheet['id']
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const save = useCommand(engine.requests.savePart)
  const [what, setWhat] = useState('')
  // two clicks can come before the button is drawn as busy
  const sending = useRef(false)
  const [due, setDue] = useState('')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const dueOn = due.trim() === '' ? null : readDue(due, dayOf(Date.now()))
  const send = async (): Promise<void> => {
    if (what.trim() === '' || dueOn === undefined || sending.current) return
    sending.current = true
    const outcome = await save.run({ requestId, partId: null, what, ownerId, dueOn })
    sending.current = false
    if (!outcome.ok) return
    setWhat('')
    setDue('')
  }
  return (
    <form
      className={styles.partForm}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Input
        autoFocus
        aria-label={t('requests.partWhat')}
        placeholder={t('requests.partWhat')}
        maxLength={REQUEST_LIMITS.part}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
        }}
      />
      <MemberPicker label={t('requests.owner')} value={ownerId} onChange={(next) => setOwnerId(next)} />
      <Input
        aria-label={t('requests.partDue')}
        placeholder={t('promises.dueHint')}
        status={dueOn === undefined ? 'error' : ''}
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <Button onClick={close}>{t('promises.cancel')}</Button>
      <Button
        type="primary"
        htmlType="submit"
        disabled={what.trim() === '' || dueOn === undefined || save.pending}
      >
        {t('requests.partAdd')}
      </Button>
    </form>
  )
}
