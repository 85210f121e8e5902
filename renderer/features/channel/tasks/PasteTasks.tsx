import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, type GetRef, Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { useFocusAtOpen } from '../../../ui/useFocusAtOpen.ts'
import styles from './tasks.module.css'

/** Problems that are listed; the rest is counted. */
const MOST_SHOWN = 100

/** The dialog for a block of tasks from a spreadsheet: what is wrong is told line by line before anything is added. */
export function PasteTasks({
  start = '',
  close,
}: {
  /** what was pasted already */
  readonly start?: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(start)
  const field = useFocusAtOpen<GetRef<typeof Input.TextArea>>()
  const asked = useDeferredValue(text)
  const paste = useCommand(engine.tasks.paste, { tellProblem: false })
  const { data } = useQuery(
    api.tasks.pastePreview.queryOptions({
      input: asked.trim() === '' ? skipToken : { text: asked },
      placeholderData: (before) => before,
    }),
  )
  const preview = text.trim() === '' ? undefined : data
  const fine = preview !== undefined && preview.problems.length === 0 && !preview.tooMany && preview.lines > 0
  const add = async (): Promise<void> => {
    if ((await paste.run({ text })).ok) close()
  }
  return (
    <Modal open title={t('tasks.paste.title')} onCancel={close} footer={null} width={640}>
      <div className={styles.form}>
        <p className={styles.whyLine}>{t('tasks.paste.help')}</p>
        <Input.TextArea
          aria-label={t('tasks.paste.label')}
          ref={field}
          rows={8}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {preview && (
          <p className={fine ? styles.whyLine : styles.problem} aria-live="polite">
            {preview.tooMany
              ? t('tasks.paste.tooMany', { count: preview.lines })
              : preview.problems.length > 0
                ? t('tasks.paste.problems', { count: preview.faults })
                : t('tasks.paste.lines', { count: preview.lines })}
          </p>
        )}
        {preview && preview.problems.length > 0 && (
          <ul className={styles.problems}>
            {preview.problems.slice(0, MOST_SHOWN).map(({ line, column, problem, text: cell }) => (
              <li key={`${line} ${column}`}>
                {t('tasks.paste.line', {
                  line,
                  column: t(`tasks.paste.column.${column}`),
                  problem: t(`tasks.paste.problem.${problem}`, { text: cell }),
                })}
              </li>
            ))}
          </ul>
        )}
        {paste.problem && <ErrorNote problem={paste.problem} />}
        <div className={styles.formFoot}>
          <Button onClick={close}>{t('tasks.cancel')}</Button>
          <Button type="primary" disabled={!fine} loading={paste.pending} onClick={() => void add()}>
            {t('tasks.paste.add', { count: fine ? preview.lines : 0 })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
