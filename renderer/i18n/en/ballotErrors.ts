import type { Words } from '../words.ts'
import type { ballotError as zh } from '../zh/ballotErrors.ts'

/** Refusals of rounds with ballots, in the three sentences of `errors.ts`. */
export const ballotError = {
  ROUND_WITHOUT_BALLOTS: {
    what: 'This round has no ballots.',
    why: 'It is marked on one shared sheet.',
    next: 'Start a round with ballots under Evaluation.',
  },
  ROUND_NOT_THERE: {
    what: 'That can’t be done now.',
    why: '“{{name}}” is at the stage “{{state}}”.',
    next: 'Refresh to see where the round stands; if need be, the leader can take it a step back.',
  },
  NOT_ENTERED: {
    what: 'Enter with your PIN first.',
    why: 'Nobody has entered, or the evaluator was away too long, or somebody else entered on this computer.',
    next: 'Choose your name, type your PIN and try again; marks already given are saved.',
  },
  NOT_ALLOWED: {
    what: 'You can’t take this step.',
    why: 'Only the leader can.',
    next: 'Ask the right person to enter with their PIN on this computer.',
  },
  EVALUATOR_NOT_FOUND: {
    what: 'This evaluator can’t be found.',
    why: 'They may have been taken out of this round’s group.',
    next: 'Refresh the evaluation group and look again.',
  },
  STEP_UNKNOWN: {
    what: 'The round can’t go there.',
    why: 'It may have moved on in another window.',
    next: 'Refresh to see what can be done now.',
  },
  REASON_MISSING: {
    what: 'Nothing was taken back.',
    why: 'A step back needs a reason.',
    next: 'Write the reason and try again.',
  },
  GROUP_FAULTY: {
    what: 'The evaluation group can’t start yet.',
    why: 'There are {{faults}} things to complete: {{fault}}',
    next: 'Complete the evaluation group, then start.',
  },
  NOTHING_MARKED: {
    what: 'Nothing was locked.',
    why: 'Nobody has marked anything; all ballots are empty.',
    next: 'Lock the round when evaluators have marked.',
  },
  DISCORD_OPEN: {
    what: 'Approval can’t start yet.',
    why: 'Consensus comes first in this round, and {{cells, number}} cells in discord are open.',
    next: 'Settle them one by one in the meeting.',
  },
  PIN_WRONG: {
    what: 'That is not the PIN.',
    why: 'After {{left}} more wrong numbers you will have to wait.',
    next: 'Type it again; the leader or a deputy can clear a forgotten one.',
  },
  PIN_WAIT: {
    what: 'Please wait a moment.',
    why: 'The PIN was wrong too many times in a row.',
    next: 'Try again in {{seconds}} seconds; the leader or a deputy can clear a forgotten one.',
  },
  PIN_NOT_SET: {
    what: 'There is no PIN yet.',
    why: 'None was chosen for you on this computer, or it was just cleared.',
    next: 'Choose one of 4 to 12 digits.',
  },
  PIN_IS_SET: {
    what: 'There is a PIN already.',
    why: 'This evaluator has one on this computer.',
    next: 'Type it; the leader or a deputy can clear a forgotten one.',
  },
  BALLOT_SUBMITTED: {
    what: 'The ballot is handed in.',
    why: 'It can’t be changed after that.',
    next: 'Take it back first, as long as the round is not locked.',
  },
  CELL_CLOSED: {
    what: 'These cells are not yours to mark.',
    why: '“{{name}}” is outside your competence, or you are excused from the account.',
    next: 'Mark your own cells; ask the leader to change the range.',
  },
  SHEET_HELD: {
    what: 'The sheet can’t be changed now.',
    why: 'Ballots of “{{round}}” are out; with a change they would be on different sheets.',
    next: 'Change it after that round is published, or have its leader take it back to draft; or copy the sheet.',
  },
} as const satisfies Words<typeof zh>
