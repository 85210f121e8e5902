import { useEffect, useRef } from 'react'
import { engine } from '../client/engine.ts'
import { queryClient } from '../client/queryClient.ts'
import { useConnection } from '../client/useConnection.ts'

/** A window that lies open beside another program follows within so long. */
const AGAIN_MS = 60_000

/** Tells the engine in which time zone the laptop is, again when it comes back from somewhere; then all days are read anew. */
export function useZone(): void {
  const { run } = useConnection()
  // an engine that started again, in another run of the connection, has to be told again
  const told = useRef({ run: -1, timeZone: '' })
  useEffect(() => {
    const tell = async (): Promise<void> => {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      if (document.visibilityState === 'hidden') return
      if (told.current.run === run && told.current.timeZone === timeZone) return
      const { changed } = await engine.department.enterZone({ timeZone })
      told.current = { run, timeZone }
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
