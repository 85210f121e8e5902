import { useSearchParams } from 'react-router'
import type { PublishedRound, Under } from '../../../../db/evaluation/moves/contract.ts'
import { type Cell, cellText, parseCell } from '../../../../db/evaluation/moves/rules/migration.ts'

/** What the address says: `/evaluation/moves?from=PUB&to=PUB&under=to&cell=key-main&account=ID`. */
export interface MovesPlace {
  readonly from: string | null
  readonly to: string | null
  readonly under: Under
  readonly cell: Cell | null
  readonly account: string | null
  /** changes some of it and keeps the rest; null takes it out of the address */
  readonly go: (change: Readonly<Record<string, string | null>>) => void
}

const UNDER = ['own', 'from', 'to'] as const

/** Reads and changes the page's address: a place can be bookmarked and gone back to. */
export function useMovesPlace(): MovesPlace {
  const [query, setQuery] = useSearchParams()
  return {
    from: query.get('from'),
    to: query.get('to'),
    under: UNDER.find((under) => under === query.get('under')) ?? 'own',
    cell: parseCell(query.get('cell') ?? '') ?? null,
    account: query.get('account'),
    go: (change) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [key, value] of Object.entries(change))
            if (value === null) next.delete(key)
            else next.set(key, value)
          return next
        },
        { replace: true },
      ),
  }
}

/** The cell in an address, pressed again to let go of it. */
export const toggled = (cell: Cell, chosen: Cell | null): string | null =>
  chosen !== null && cellText(chosen) === cellText(cell) ? null : cellText(cell)

/** The two publications that an address means: by default the newest round and the one before it. */
export function chosenRounds(
  rounds: readonly PublishedRound[],
  { from, to }: Pick<MovesPlace, 'from' | 'to'>,
): { from: PublishedRound; to: PublishedRound } | null {
  const newer = rounds.find(({ id }) => id === to) ?? rounds[0]
  if (!newer) return null
  const older = rounds.find(({ id }) => id === from) ?? roundBefore(rounds, newer)
  return older ? { from: older, to: newer } : null
}

/** The newest publication of the round before; where there is no other round, the revision before. */
function roundBefore(rounds: readonly PublishedRound[], of: PublishedRound): PublishedRound | undefined {
  const at = rounds.indexOf(of)
  const older = rounds.slice(at + 1)
  return (
    older.find(({ roundId, isNewest }) => isNewest && roundId !== of.roundId) ??
    older[0] ??
    rounds.find(({ id }) => id !== of.id)
  )
}
