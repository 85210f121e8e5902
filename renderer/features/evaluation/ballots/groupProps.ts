import type { Group } from '../../../../db/evaluation/ballots/contract.ts'

/** What every part of the group's page is told. */
export interface GroupProps {
  readonly group: Group
  /** whether the group may still be changed: until the reveal */
  readonly open: boolean
  /** the ticket for a change (empty in draft, where none is needed); null when nobody entered */
  readonly askChair: () => Promise<string | null>
}

/** A ticket as commands take it. */
export const ticketOf = (asked: string): string | null => (asked === '' ? null : asked)
