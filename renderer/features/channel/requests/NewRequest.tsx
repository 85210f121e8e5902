import { lazy, Suspense } from 'react'
import { useStore } from '../../../ui/store.ts'
import { newRequestStore } from './newRequestStore.ts'

const RequestDialog = lazy(async () => ({
  default: (await import('./RequestDialog.tsx')).RequestDialog,
}))

/** The dialog for a new request, over whatever screen is open. */
export function NewRequest() {
  const start = useStore(newRequestStore)
  return start ? (
    <Suspense>
      <RequestDialog start={start} close={() => newRequestStore.set(null)} />
    </Suspense>
  ) : null
}
