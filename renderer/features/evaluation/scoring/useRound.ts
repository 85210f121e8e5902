import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react'
import { settleBeforeHistory } from '../../../client/saving.ts'
import { engineGateway } from './roundGateway.ts'
import { RoundSession, type RoundSnapshot } from './roundSession.ts'

let newest: { readonly session: RoundSession; readonly forget: () => void } | null = null

/** The session of a round: kept while its screens come and go, until another round is opened. */
export function sessionOf(roundId: string): RoundSession {
  if (newest?.session.roundId === roundId) return newest.session
  const left = newest
  // marks still on their way are brought home before the session is let go
  if (left) void left.session.settled().then(left.forget)
  const session = new RoundSession(roundId, engineGateway)
  const stopSettling = settleBeforeHistory(() => session.settled())
  newest = {
    session,
    forget: () => {
      stopSettling()
      session.close()
    },
  }
  return session
}

/** A round as it stands in this window. Screens that show sums read it deferred, so that typing never waits for them. */
export function useRound(roundId: string): {
  readonly session: RoundSession
  readonly now: RoundSnapshot
  readonly deferred: RoundSnapshot
} {
  const [held, setHeld] = useState(() => sessionOf(roundId))
  if (held.roundId !== roundId) setHeld(sessionOf(roundId))
  const now = useSyncExternalStore(held.subscribe, held.snapshot)
  useEffect(() => guardUnsaved(held), [held])
  return { session: held, now, deferred: useDeferredValue(now) }
}

/** Holds a browser's window back while marks are unsaved, and sends what waits when it goes all the same. */
function guardUnsaved(session: RoundSession): () => void {
  const hold = (event: BeforeUnloadEvent): void => {
    // Electron would refuse to close without a word
    if (session.hasUnsaved && !window.yushui) event.preventDefault()
  }
  const flush = (): void => session.flush()
  window.addEventListener('beforeunload', hold)
  window.addEventListener('pagehide', flush)
  return () => {
    window.removeEventListener('beforeunload', hold)
    window.removeEventListener('pagehide', flush)
  }
}
