import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** What there is to say about a task, saved when the field is left. */
export function NoteField({ taskId, note }: { readonly taskId: string; readonly note: string }) {
  const { t } = useTranslation()
  const change = useCommand(engine.tasks.change)
  const [typed, setTyped] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const after = typed?.trim()
    if (after !== undefined && after !== note) {
      const edit = { taskId, field: 'note' as const, before: note, after }
      // what could not be saved stays where it was typed
      if (!(await change.run({ edits: [edit] })).ok) return
    }
    setTyped(null)
  }
  return (
    <Input.TextArea
      aria-label={t('tasks.panel.noteLabel')}
      placeholder={t('tasks.panel.noteLabel')}
      autoSize={{ minRows: 2, maxRows: 8 }}
      maxLength={2_000}
      value={typed ?? note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void save()}
    />
  )
}
