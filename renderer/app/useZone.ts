import { useEffect } from 'react'
import { engine } from '../client/engine.ts'
import { queryClient } from '../client/queryClient.ts'
import { useConnection } from '../client/useConnection.ts'

/** A window that lies open beside another program follows within so long. */
const AGAIN_MS = 60_000

/** Tells the engine in which time zone the laptop is, again when it comes back from somewhere; then all days are read anew. */
export function useZone(): void {
  const { run } = useConnection()
  // biome-ignore lint/correctness/useExhaustiveDependencies: an engine that started again has to be told again
  useEffect(() => {
    let told = ''
    const tell = async (): Promise<void> => {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      if (document.visibilityState === 'hidden' || timeZone === told) return
      const { changed } = await engine.department.enterZone({ timeZone })
      told = timeZone
      if (changed) await queryClient.invalidateQueries()
    }
    // an engine that is gone is told of elsewhere, and its successor is told
    const look = (): void => void tell().catch(() => undefined)
    look()
    const timer = setInterval(look, AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [run])
}
