import { useQuery } from '@tanstack/react-query'
import { api, engine } from './engine.ts'
import { queryClient } from './queryClient.ts'

/** The remembered layouts of this laptop's grids, read before a grid is drawn. */
export interface RememberedLayouts {
  /** false until the engine has answered: draw the grid only then */
  readonly ready: boolean
  readonly store: {
    load(key: string): string | null
    save(key: string, json: string): void
  }
}

/** All layouts come at once: none of the screens then waits for its own. */
export function useLayouts(): RememberedLayouts {
  const { data, isError } = useQuery(api.department.layouts.queryOptions())
  return { ready: data !== undefined || isError, store }
}

const KEY = api.department.layouts.queryKey()

const store: RememberedLayouts['store'] = {
  load: (key) => queryClient.getQueryData(KEY)?.[key] ?? null,
  save(key, json) {
    queryClient.setQueryData(KEY, (layouts) => ({ ...layouts, [key]: json }))
    // a layout that can't be saved is no harm to data: the next change tries again
    engine.department.saveLayout({ key, json }).catch(() => undefined)
  },
}
