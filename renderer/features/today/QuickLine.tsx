import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type Ref, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../client/engine.ts'
import { useCommand } from '../../client/useCommand.ts'
import { KeyCap } from '../../ui/bits.tsx'
import { PlusOutlined } from '../../ui/icons.tsx'
import { nearDayText } from './itemText.ts'
import styles from './today.module.css'

/** The line at the foot in which one notes something: date, account and colleague are recognised while it is typed. */
export function QuickLine({
  today,
  me,
  inputRef,
}: {
  readonly today: string
  readonly me: string | null
  readonly inputRef: Ref<InputRef>
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const add = useCommand(engine.tasks.add)
  const asked = useDeferredValue(text.trim())
  const { data: understood } = useQuery(
    api.tasks.understand.queryOptions({
      input: { text: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const save = async (event: KeyboardEvent<HTMLInputElement>): Promise<void> => {
    if (event.nativeEvent.isComposing || text.trim() === '') return
    event.preventDefault()
    const meant = await engine.tasks.understand({ text: text.trim() })
    const outcome = await add.run({
      tasks: [
        {
          title: meant.title,
          accountId: meant.accountId,
          ownerId: meant.ownerId ?? me,
          dueOn: meant.dueOn ?? today,
          dueTime: meant.dueTime,
          kind: meant.kind,
        },
      ],
    })
    if (outcome.ok) setText('')
  }
  return (
    <div className={styles.quick}>
      <div className={styles.understood} aria-live="polite">
        {asked !== '' && understood && (
          <>
            <span>{understood.title}</span>
            <span>
              {understood.dueOn === null
                ? t('today.quick.dueToday')
                : t('today.quick.dueOn', { day: nearDayText(understood.dueOn) })}
              {understood.dueTime !== '' && ` ${understood.dueTime}`}
            </span>
            {understood.account !== null && <span>{understood.account}</span>}
            {understood.owner !== null && <span>{understood.owner}</span>}
            {understood.ambiguous.length > 0 && (
              <span>
                {t('today.quick.ambiguous', { names: understood.ambiguous.join(t('today.quick.comma')) })}
              </span>
            )}
          </>
        )}
      </div>
      <Input
        ref={inputRef}
        value={text}
        maxLength={500}
        prefix={<PlusOutlined />}
        suffix={<KeyCap>{text === '' ? 'N' : t('today.quick.enter')}</KeyCap>}
        placeholder={t('today.quick.placeholder')}
        aria-label={t('today.quick.label')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => void save(event)}
      />
    </div>
  )
}
