import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Problem } from '../../../i18n/problemText.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import { FactFrame } from './FactFrame.tsx'

/** What became of a fact that was saved: null where all is well. */
export type SaveText = (text: string) => Promise<Problem | string | null>

/** A fact that is typed: saved when left or on Enter, put back by Esc; one that doesn't fit stays and says why. */
export function FactText({
  label,
  value,
  save,
  source,
  remark,
  lines,
  placeholder,
}: {
  readonly label: string
  readonly value: string
  readonly save: SaveText
  readonly source?: ReactNode
  readonly remark?: ReactNode
  /** more than one for a long text */
  readonly lines?: number
  readonly placeholder?: string
}) {
  const id = useId()
  const draft = useFieldDraft<Problem | string>(value, save)
  const problem = draft.trouble
  const shared = {
    ...draft.input,
    id,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    ...(placeholder === undefined ? {} : { placeholder }),
  } as const
  return (
    <FactFrame
      id={id}
      label={label}
      problem={problem}
      source={value === '' ? null : source}
      {...(remark === undefined ? {} : { remark })}
    >
      {lines === undefined ? (
        <Input {...shared} onPressEnter={draft.onPressEnter} />
      ) : (
        <Input.TextArea {...shared} autoSize={{ minRows: lines, maxRows: 8 }} />
      )}
    </FactFrame>
  )
}
