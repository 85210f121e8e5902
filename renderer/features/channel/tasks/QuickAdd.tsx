import { skipToken, useQuery } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { KeyCap } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { useBareKey } from '../../../ui/useBareKey.ts'
import { PasteTasks } from './PasteTasks.tsx'
import { nearDayText } from './taskDay.ts'
import styles from './tasks.module.css'

/**
 * One line to write a task in plain words: its day, account, owner and kind are recognised while it is typed. Several
 * lines that are pasted go to the dialog for many.
 */
export function QuickAdd({
  today,
  accountId = null,
}: {
  readonly today: string
  /** the account that is meant unless another is named */
  readonly accountId?: string | null
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [many, setMany] = useState<string | null>(null)
  const asked = useDeferredValue(text.trim())
  const field = useRef<InputRef>(null)
  const add = useCommand(engine.tasks.add)
  const { data } = useQuery(
    api.tasks.understand.queryOptions({
      input: asked === '' ? skipToken : { text: asked },
      placeholderData: (before) => before,
    }),
  )
  useBareKey('n', () => field.current?.focus())
  const understood = text.trim() === '' ? undefined : data
  const save = async (): Promise<void> => {
    const typed = text.trim()
    if (typed === '' || add.pending) return
    // what was typed last may not have been read yet
    const read = await engine.tasks.understand({ text: typed })
    const { title, dueOn, dueTime, ownerId, kind } = read
    const task = {
      title,
      dueTime,
      ownerId,
      kind,
      dueOn: dueOn ?? today,
      accountId: read.accountId ?? accountId,
    }
    if ((await add.run({ tasks: [task] })).ok) setText('')
  }
  return (
    <div className={styles.quick}>
      <Input
        ref={field}
        aria-label={t('tasks.quick.label')}
        placeholder={t('tasks.quick.placeholder')}
        prefix={<PlusOutlined />}
        suffix={<KeyCap>N</KeyCap>}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          setMany(pasted)
        }}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
        onKeyDown={(event) => event.key === 'Escape' && field.current?.blur()}
      />
      {understood && (
        <p className={styles.understood} aria-live="polite">
          <span>
            {understood.dueOn === null ? t('tasks.quick.noDay') : nearDayText(understood.dueOn, today, t)}
          </span>
          {understood.dueTime !== '' && <span>{understood.dueTime}</span>}
          {understood.account !== null && <span>{understood.account}</span>}
          {understood.owner !== null && <span>{understood.owner}</span>}
          <span>{t(`channel.taskKind.${understood.kind}`)}</span>
          {understood.ambiguous.length > 0 && (
            <span className={styles.problem}>
              {t('tasks.quick.ambiguous', { names: understood.ambiguous.join(t('channel.comma')) })}
            </span>
          )}
        </p>
      )}
      {many !== null && <PasteTasks start={many} close={() => setMany(null)} />}
    </div>
  )
}
