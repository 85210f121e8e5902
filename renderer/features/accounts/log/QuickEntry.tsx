import { lazy, Suspense } from 'react'
import { useStore } from '../../../ui/store.ts'
import { quickEntryStore } from './quickEntryStore.ts'

const QuickEntryDialog = lazy(async () => ({
  default: (await import('./QuickEntryDialog.tsx')).QuickEntryDialog,
}))

/** The quick entry of the work log, over whatever screen is open. */
export function QuickEntry() {
  const open = useStore(quickEntryStore)
  return open ? (
    <Suspense>
      <QuickEntryDialog close={() => quickEntryStore.set(false)} />
    </Suspense>
  ) : null
}
