import type { RoundState } from '../../../../db/evaluation/rules/roundStates.ts'

/** The page on which a round with ballots is dealt with while it is in a state. */
export function pathOf(roundId: string, state: RoundState): string {
  const round = `/evaluation/rounds/${roundId}`
  switch (state) {
    case 'draft':
    case 'marking':
    case 'locked':
      return `${round}/group`
    case 'consensus':
      return `${round}/consensus`
    case 'approval':
      return `${round}/approval`
    case 'published':
    case 'archived':
      return `${round}/results`
  }
}
