import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { api } from '../../../client/engine.ts'
import { FormLine } from './formLines.tsx'

const MOST_OFFERED = 20

/** The company that an account belongs to, found by name, code or pinyin. The engine refuses circles. */
export function ParentLine({
  accountId,
  parent,
  label,
  note,
  save,
}: {
  readonly accountId: string
  readonly parent: { readonly id: string; readonly name: string } | null
  readonly label: string
  readonly note: ReactNode
  readonly save: (parentId: string | null) => void
}) {
  const id = useId()
  const [text, setText] = useState('')
  const { data: found = [] } = useQuery(
    api.accounts.search.queryOptions({ input: { text, limit: MOST_OFFERED }, enabled: text.trim() !== '' }),
  )
  const offered = text.trim() === '' ? [] : found.filter((account) => account.id !== accountId)
  return (
    <FormLine id={id} label={label} note={note}>
      <Select<string | null>
        id={id}
        value={parent?.id ?? null}
        allowClear
        showSearch={{ filterOption: false, onSearch: setText }}
        notFoundContent={null}
        options={[
          ...(parent && !offered.some((account) => account.id === parent.id)
            ? [{ value: parent.id, label: parent.name }]
            : []),
          ...offered.map((account) => ({
            value: String(account.id),
            label: account.code === '' ? account.name : `${account.name} ${account.code}`,
          })),
        ]}
        onChange={(next) => save(next ?? null)}
        onBlur={() => setText('')}
      />
    </FormLine>
  )
}
