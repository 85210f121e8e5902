import type { Words } from '../words.ts'
import type { ballots as zh } from '../zh/ballots.ts'

/** Rounds with ballots: the evaluation group, its rules, and each evaluator's ballot. */
export const ballots = {
  state: {
    draft: 'Draft',
    marking: 'Marking',
    locked: 'Locked',
    consensus: 'Consensus',
    approval: 'Approval',
    published: 'Published',
    archived: 'Archived',
  },
  stateNow: {
    draft: 'Draft',
    marking: 'Marking',
    locked: 'Locked',
    consensus: 'In consensus',
    approval: 'In approval',
    published: 'Published',
    archived: 'Archived',
  },
  fault: {
    noLeader: 'there is no leader',
    manyLeaders: 'there can be only one leader',
    tooFew: 'there must be two evaluators or more',
    nobodyFor: 'nobody marks “{{indicator}}”',
  },
  seat: {
    leader: 'Leader',
    deputy: 'Deputy',
    member: 'Member',
  },
} as const satisfies Words<typeof zh>
