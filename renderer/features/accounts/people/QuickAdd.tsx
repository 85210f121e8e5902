import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './cards.module.css'

const NOTHING = { name: '', title: '', phone: '' }

/** A person of an account in one line: name, title, phone; Enter adds and waits for the next, Esc closes. */
export function QuickAdd({ accountId, close }: { readonly accountId: string; readonly close: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(NOTHING)
  const add = useCommand(engine.people.add, { tellProblem: false })
  const first = useRef<InputRef>(null)
  const ready = typed.name.trim() !== ''
  const commit = async (): Promise<void> => {
    if (!ready || add.pending) return
    const outcome = await add.run({
      people: [{ name: typed.name, phone: typed.phone, employments: [{ accountId, title: typed.title }] }],
    })
    if (!outcome.ok) return
    setTyped(NOTHING)
    first.current?.focus()
  }
  const field = (name: keyof typeof NOTHING) => ({
    value: typed[name],
    placeholder: t(`people.field.${name}`),
    'aria-label': t(`people.field.${name}`),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setTyped({ ...typed, [name]: event.target.value }),
    onPressEnter: (event: React.KeyboardEvent) => {
      if (!event.nativeEvent.isComposing) void commit()
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
    },
  })
  return (
    <>
      <div className={styles.quickAdd}>
        <Input {...field('name')} ref={first} autoFocus maxLength={100} />
        <Input {...field('title')} maxLength={100} />
        <Input {...field('phone')} maxLength={100} />
        <Button type="primary" disabled={!ready} onClick={() => void commit()}>
          {t('people.addOne')}
        </Button>
      </div>
      {add.problem && <ErrorNote problem={add.problem} />}
    </>
  )
}
