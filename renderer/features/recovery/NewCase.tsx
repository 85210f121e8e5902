import { lazy, Suspense } from 'react'
import { newCaseStore } from '../../shared/ask/newCaseStore.ts'
import { useStore } from '../../ui/store.ts'
import { useCloseOnLeave } from '../../ui/useCloseOnLeave.ts'

const CaseDialog = lazy(async () => ({ default: (await import('./CaseDialog.tsx')).CaseDialog }))

const closeCase = (): void => newCaseStore.set(null)

/** The dialog for a new case, over whatever screen is open. */
export function NewCase() {
  const start = useStore(newCaseStore)
  useCloseOnLeave(closeCase)
  return start ? (
    <Suspense>
      <CaseDialog start={start} close={closeCase} />
    </Suspense>
  ) : null
}
