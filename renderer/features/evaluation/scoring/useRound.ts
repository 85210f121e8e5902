import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { settleBeforeHistory } from '../../../client/saving.ts'
import { afterPaint } from './afterPaint.ts'
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

/**
 * A round as it stands in this window. Everything but the grid follows a change after the next paint, so that typing
 * never waits for sums and pictures.
 */
export function useRound(roundId: string): { readonly session: RoundSession; readonly now: RoundSnapshot } {
  const [held, setHeld] = useState(() => sessionOf(roundId))
  if (held.roundId !== roundId) setHeld(sessionOf(roundId))
  const subscribe = useCallback((listener: () => void) => held.subscribe(afterPaint(listener)), [held])
  const now = useSyncExternalStore(subscribe, held.snapshot)
  useEffect(() => flushOnLeaving(held), [held])
  return { session: held, now }
}

/** Sends what waits when the window goes. */
function flushOnLeaving(session: RoundSession): () => void {
  const flush = (): void => session.flush()
  window.addEventListener('pagehide', flush)
  return () => window.removeEventListener('pagehide', flush)
}
