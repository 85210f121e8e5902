import { Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Problem } from '../../../i18n/problemText.ts'
import { FactFrame } from './FactFrame.tsx'

/** A fact that is chosen, saved at once. */
export function FactChoice<Value extends string | number>({
  label,
  value,
  options,
  save,
  source,
}: {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly save: (value: Value | null) => Promise<Problem | string | null>
  readonly source?: ReactNode
}) {
  const id = useId()
  const [problem, setProblem] = useState<Problem | string | null>(null)
  return (
    <FactFrame id={id} label={label} problem={problem} source={value === null ? null : source}>
      <Select<Value | null>
        id={id}
        value={value}
        options={[...options]}
        allowClear
        onChange={(next) => void save(next ?? null).then(setProblem)}
      />
    </FactFrame>
  )
}

/** Words that belong to a fact, each added with Enter. */
export function FactTags({
  label,
  value,
  save,
  source,
}: {
  readonly label: string
  readonly value: readonly string[]
  readonly save: (value: string[]) => Promise<Problem | string | null>
  readonly source?: ReactNode
}) {
  const id = useId()
  const [problem, setProblem] = useState<Problem | string | null>(null)
  return (
    <FactFrame id={id} label={label} problem={problem} source={value.length === 0 ? null : source}>
      <Select<string[]>
        id={id}
        mode="tags"
        value={[...value]}
        open={false}
        suffixIcon={null}
        tokenSeparators={[',', '，', '、', ';', '；']}
        onChange={(next) => void save(next).then(setProblem)}
      />
    </FactFrame>
  )
}
