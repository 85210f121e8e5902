import { lazy, Suspense } from 'react'
import { newVisitStore } from '../../shared/ask/newVisitStore.ts'
import { useStore } from '../../ui/store.ts'
import { useCloseOnLeave } from '../../ui/useCloseOnLeave.ts'

const VisitDialog = lazy(async () => ({ default: (await import('./VisitDialog.tsx')).VisitDialog }))

const closeVisit = (): void => newVisitStore.set(null)

/** The dialog for a new visit, over whatever screen is open. */
export function NewVisit() {
  const start = useStore(newVisitStore)
  useCloseOnLeave(closeVisit)
  return start ? (
    <Suspense>
      <VisitDialog start={start} close={closeVisit} />
    </Suspense>
  ) : null
}
