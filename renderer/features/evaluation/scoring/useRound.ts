import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { settleBeforeHistory } from '../../../client/saving.ts'
import { afterPaint } from './afterPaint.ts'
import { engineGateway, type RoundGateway } from './roundGateway.ts'
import { RoundSession, type RoundSnapshot } from './roundSession.ts'

let newest: {
  readonly session: RoundSession
  readonly gateway: RoundGateway
  readonly forget: () => void
} | null = null

/** The session of a round or ballot: kept while its screens come and go, until another one is opened. */
export function sessionOf(roundId: string, gateway: RoundGateway = engineGateway): RoundSession {
  if (newest?.session.roundId === roundId && newest.gateway === gateway) return newest.session
  const left = newest
  // marks still on their way are brought home before the session is let go
  if (left) void left.session.settled().then(left.forget)
  const session = new RoundSession(roundId, gateway)
  const stopSettling = settleBeforeHistory(() => session.settled())
  newest = {
    session,
    gateway,
    forget: () => {
      stopSettling()
      session.close()
    },
  }
  return session
}

/**
 * A round, or with a gateway of its own a ballot, as it stands in this window. Key the screen by the gateway's subject. Everything but the grid follows a change after the next paint, so that typing
 * never waits for sums and pictures.
 */
export function useRound(
  roundId: string,
  gateway: RoundGateway = engineGateway,
): { readonly session: RoundSession; readonly now: RoundSnapshot } {
  const [held, setHeld] = useState(() => sessionOf(roundId, gateway))
  if (held.roundId !== roundId) setHeld(sessionOf(roundId, gateway))
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
