import { lazy, Suspense } from 'react'
import { useStore } from '../../../ui/store.ts'
import { useCloseOnLeave } from '../../../ui/useCloseOnLeave.ts'
import { quickEntryStore } from './quickEntryStore.ts'

const QuickEntryDialog = lazy(async () => ({
  default: (await import('./QuickEntryDialog.tsx')).QuickEntryDialog,
}))

const closeQuickEntry = (): void => quickEntryStore.set(false)

/** The quick entry of the work log, over whatever screen is open. */
export function QuickEntry() {
  const open = useStore(quickEntryStore)
  useCloseOnLeave(closeQuickEntry)
  return open ? (
    <Suspense>
      <QuickEntryDialog close={closeQuickEntry} />
    </Suspense>
  ) : null
}
