import { lazy, Suspense } from 'react'
import { useStore } from '../../../ui/store.ts'
import { useCloseOnLeave } from '../../../ui/useCloseOnLeave.ts'
import { newRequestStore } from './newRequestStore.ts'

const RequestDialog = lazy(async () => ({
  default: (await import('./RequestDialog.tsx')).RequestDialog,
}))

const closeRequest = (): void => newRequestStore.set(null)

/** The dialog for a new request, over whatever screen is open. */
export function NewRequest() {
  const start = useStore(newRequestStore)
  useCloseOnLeave(closeRequest)
  return start ? (
    <Suspense>
      <RequestDialog start={start} close={closeRequest} />
    </Suspense>
  ) : null
}
