import { Button, Modal } from 'antd'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft, useOpenedDraft } from '../../client/useDraft.ts'
import type { Problem } from '../../i18n/problemText.ts'
import { ErrorNote } from '../../ui/states.tsx'
import styles from './ledger.module.css'

/** What a form holds while it is typed: texts only, so that a draft survives a crash as it stands. */
export type Draft = Readonly<Record<string, string>>

/** What the fields of a form are given. */
export interface Form<Typed extends Draft> {
  readonly draft: Typed
  readonly change: (changes: Partial<Typed>) => void
  /** whether it was sent already: only then is a missing value a fault */
  readonly tried: boolean
}

interface NewRowProps<Typed extends Draft> {
  /** under which the draft is kept, one for each kind of form */
  readonly kind: string
  readonly title: string
  readonly empty: Typed
  readonly close: () => void
  /** null where something is missing yet; else sends it and answers what stood in the way */
  readonly save: (draft: Typed) => Promise<Problem | null> | null
  readonly children: (form: Form<Typed>) => ReactNode
}

/** The dialog for something new. What is typed is kept until it is saved, across closing and crashes. */
export function NewRow<Typed extends Draft>(props: NewRowProps<Typed> & { readonly open: boolean }) {
  const { open, title, close } = props
  return (
    <Modal open={open} title={title} onCancel={close} footer={null} width={600} destroyOnHidden>
      {open && <OpenedForm {...props} />}
    </Modal>
  )
}

function OpenedForm<Typed extends Draft>(props: NewRowProps<Typed>) {
  const { empty, kind } = props
  // the form's first values stay the ones that it was opened with
  const [first] = useState(empty)
  const parse = useCallback((json: string): Typed | null => draftOf(json, first), [first])
  const opened = useOpenedDraft<Typed>(kind, parse)
  if (!opened) return null
  const keep = (draft: Typed | null): void => opened.save(draft && JSON.stringify(draft))
  return <RowForm {...props} first={{ ...first, ...opened.kept }} keep={keep} />
}

/** A kept draft: those of its values that the form knows. */
function draftOf<Typed extends Draft>(json: string, empty: Typed): Typed | null {
  const kept: unknown = JSON.parse(json)
  if (typeof kept !== 'object' || kept === null) return null
  const known = Object.entries(kept).filter(([key, value]) => key in empty && typeof value === 'string')
  return { ...empty, ...Object.fromEntries(known) }
}

function RowForm<Typed extends Draft>({
  first,
  keep,
  close,
  save,
  children,
}: NewRowProps<Typed> & { readonly first: Typed; readonly keep: (draft: Typed | null) => void }) {
  const { t } = useTranslation()
  const { draft, change, finish } = useDraft<Typed>(first, keep)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const edit = (changes: Partial<Typed>): void => {
    // a refusal is about what was sent
    setProblem(null)
    change(changes)
  }
  const send = async (): Promise<void> => {
    setTried(true)
    const sending = save(draft)
    if (sending === null) return
    setBusy(true)
    const refused = await sending
    setBusy(false)
    setProblem(refused)
    if (refused !== null) return
    finish()
    close()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className={styles.fields}>{children({ draft, change: edit, tried })}</div>
      {problem && <ErrorNote problem={problem} />}
      <div className={styles.foot}>
        <Button onClick={close}>{t('ledger.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('ledger.save')}
        </Button>
      </div>
    </form>
  )
}

/** What stood in the way of a command that a form sent; null where nothing did. */
export async function refusalOf(
  sent: Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: Problem }>,
): Promise<Problem | null> {
  const outcome = await sent
  return outcome.ok ? null : outcome.problem
}
