import { Input } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Problem } from '../../../i18n/problemText.ts'
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
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | string | null>(null)
  const left = useRef(value)
  useEffect(() => {
    // what was saved has arrived, or another window changed it: show that
    if (left.current !== value) setDraft(null)
    left.current = value
  }, [value])
  const back = (): void => {
    setDraft(null)
    setProblem(null)
  }
  const commit = async (): Promise<void> => {
    if (draft === null || draft.trim() === value) return back()
    const refused = await save(draft.trim())
    setProblem(refused)
    // what was typed in another way may be kept as it was: 1967.3.14 is 1967-03-14
    if (refused === null && left.current === value) setDraft(null)
  }
  const shared = {
    id,
    value: draft ?? value,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    status: problem === null ? '' : 'error',
    onBlur: () => void commit(),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape' && !event.nativeEvent.isComposing) back()
    },
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
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
        <Input
          {...shared}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void commit()
          }}
        />
      ) : (
        <Input.TextArea {...shared} autoSize={{ minRows: lines, maxRows: 8 }} />
      )}
    </FactFrame>
  )
}
