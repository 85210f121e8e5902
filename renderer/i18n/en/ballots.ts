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
  steps: 'Way of the round',
  cancel: 'Cancel',
  step: {
    draft: 'Draft',
    marking: 'Marking',
    locked: 'Locked',
    consensus: 'Reveal · consensus',
    approval: 'Approval',
    published: 'Published',
    archived: 'Archived',
  },
  enter: {
    title: {
      any: 'An evaluator enters',
      chair: 'The leader or a deputy enters',
      leader: 'The leader enters',
    },
    who: 'Evaluator',
    pin: 'PIN',
    choose: 'First time here: choose a PIN',
    again: 'The PIN once more',
    differ: 'The two differ.',
    hint: 'After five wrong numbers there is a wait; the leader or a deputy can clear a forgotten one.',
    chooseHint:
      '4 to 12 digits, kept on this computer only. It stops a glance over the shoulder; it does not encrypt.',
    nobody: 'Nobody in this round can enter.',
    go: 'Enter',
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
