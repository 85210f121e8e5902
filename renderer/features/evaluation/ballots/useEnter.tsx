import { type ReactNode, useCallback, useRef, useState } from 'react'
import { engine } from '../../../client/engine.ts'
import { EnterDialog, type Need, seatMay } from './EnterDialog.tsx'
import { type Entered, enteredFor, setEntered, useEntered } from './ticket.ts'

/** Whoever is at a round in this window, and a way to have the right person enter. */
export interface Entrance {
  readonly entered: Entered | null
  /**
   * Gives the ticket of somebody who may do what is to be done: at once where they are here, else after they entered;
   * null when the dialog was closed.
   */
  readonly ask: (need: Need, memberId?: string) => Promise<string | null>
  /** put it anywhere in the screen */
  readonly dialog: ReactNode
}

interface Asking {
  readonly need: Need
  readonly memberId: string | undefined
  readonly answer: (ticket: string | null) => void
}

/** Has evaluators enter a round with their PIN when a step of theirs is due. */
export function useEnter(roundId: string): Entrance {
  const entered = useEntered(roundId)
  const [asking, setAsking] = useState<Asking | null>(null)
  const latest = useRef(asking)
  latest.current = asking
  const ask = useCallback(
    async (need: Need, memberId?: string): Promise<string | null> => {
      const here = await stillHere(roundId)
      if (here && seatMay(here.seat, need) && (memberId === undefined || here.memberId === memberId))
        return here.ticket
      latest.current?.answer(null)
      return new Promise((answer) => setAsking({ need, memberId, answer }))
    },
    [roundId],
  )
  const dialog = asking && (
    <EnterDialog
      roundId={roundId}
      need={asking.need}
      {...(asking.memberId === undefined ? {} : { memberId: asking.memberId })}
      onClose={(now) => {
        setAsking(null)
        asking.answer(now?.ticket ?? null)
      }}
    />
  )
  return { entered, ask, dialog }
}

/** Whoever entered in this window, if the engine still knows them. */
async function stillHere(roundId: string): Promise<Entered | null> {
  const entered = enteredFor(roundId)
  if (!entered) return null
  const present = await engine.ballots.present({ roundId, ticket: entered.ticket }).catch(() => null)
  if (present) return { ...entered, seat: present.seat }
  setEntered(null)
  return null
}
