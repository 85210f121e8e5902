import type { ListedAccount } from '../../../client/accountTable.ts'
import type { Companies } from '../fieldText.ts'

/** The accounts of the list by id, name and code, as they are when asked: columns outlive their rows. */
export function companiesOf(rows: () => readonly ListedAccount[]): Companies {
  let read: readonly ListedAccount[] | null = null
  let names = new Map<string, string>()
  let ids = new Map<string, string[]>()
  const look = (): void => {
    if (read === rows()) return
    read = rows()
    names = new Map(read.map(({ id, name }) => [id, name]))
    ids = new Map()
    for (const row of read)
      for (const text of new Set([keyOf(row.name), keyOf(String(row.value('code') ?? ''))]))
        if (text !== '') ids.set(text, [...(ids.get(text) ?? []), row.id])
  }
  return {
    nameOf(id) {
      look()
      return names.get(id) ?? ''
    },
    named(text) {
      look()
      return ids.get(keyOf(text)) ?? []
    },
  }
}

const keyOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
