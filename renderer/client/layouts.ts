import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, engine } from './engine.ts'
import { queryClient } from './queryClient.ts'

/** A grid's remembered layout, or a draft, read before the screen that needs it is drawn. */
export interface RememberedLayout {
  /** false until the engine has answered: draw the grid only then */
  readonly ready: boolean
  readonly store: {
    load(key: string): string | null
    save(key: string, json: string): void
  }
}

/** The layout kept under `key` on this laptop, as a store for the grid. */
export function useLayout(key: string): RememberedLayout {
  const { data, isError } = useQuery(api.department.layout.queryOptions({ input: { key } }))
  const ready = data !== undefined || isError
  const store = useMemo(() => ({ load: loadLayout, save: saveLayout }), [])
  return { ready, store }
}

const loadLayout = (key: string): string | null =>
  queryClient.getQueryData(api.department.layout.queryKey({ input: { key } }))?.json ?? null

function saveLayout(key: string, json: string): void {
  queryClient.setQueryData(api.department.layout.queryKey({ input: { key } }), { json })
  // a layout that can't be saved is no harm to data: the next change tries again
  engine.department.saveLayout({ key, json }).catch(() => undefined)
}
