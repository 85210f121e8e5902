import type { Words } from '../words.ts'
import type { ballotFileError as errorsZh, ballotFiles as zh } from '../zh/ballotFiles.ts'

/** Ballot workbooks: sending them out and taking them in. */
export const ballotFiles = {
  send: {
    button: 'Send ballots',
    title: 'Send out ballots',
    line: 'For evaluators without Yushui or at another computer: an Excel file each, to be filled in, sent back and taken in here.',
    who: 'For',
    all: 'All',
    none: 'None',
    submitted: 'handed in',
    progress: '{{marked, number}} of {{cells, number}} cells marked',
    own: 'My ballot with my marks so far',
    go: 'Download ({{count, number}})',
    sent: 'Saved as {{file}}',
    cancel: 'Cancel',
  },
  take: {
    button: 'Take ballots in',
    title: 'Take ballots in',
    drop: 'Drop the ballots that came back here, or',
    pick: 'choose files',
    line: 'Look before you take: marks of others are not shown, only how many there are.',
    file: 'File',
    whose: 'Evaluator',
    marks: 'Marks',
    differing: 'Differing',
    state: 'Outcome',
    reading: 'Reading…',
    marksOf: '{{marks, number}} of {{cells, number}}',
    remarks: 'remarks: {{count, number}}',
    new: 'Can be taken',
    same: 'Taken before; nothing would change',
    differs: 'Differs from the ballot that is here: {{count, number}} cells would change',
    empty: 'Not one cell is marked',
    blank: 'Wholly blank: {{names}}',
    gone: 'Accounts no longer in this round, left out: {{count, number}}',
    added: 'Accounts that came since and are not in it: {{count, number}}',
    twice: 'Another ballot of the same evaluator as {{file}}',
    taken: 'Taken: {{marks, number}} marks',
    replace: 'Replace ballots that are here (can be undone)',
    abstain: 'Take empty ballots as abstentions',
    go: 'Take {{count, number}} in',
    remove: 'Leave this one out',
    cells: 'Cells at fault',
    more: '{{count, number}} more',
    separator: ', ',
    close: 'Close',
  },
  consensus: {
    button: 'Consensus workbook',
    title: 'All ballots, agreements and results with live formulas, as one Excel file',
    done: 'Saved as {{file}}',
  },
} as const satisfies Words<typeof zh>

/** Refusals of ballot workbooks, in the three sentences of `errors.ts`. */
export const ballotFileError = {
  BALLOT_UNKNOWN: {
    what: 'This file was not taken.',
    why: 'It is no ballot that was sent out from here.',
    why_notBallot: 'It is no ballot: it has none of the marks of one.',
    why_notIssued: 'It is a ballot, but none that was sent out from this data.',
    next: 'Ask the evaluator to fill in the file they received; if it is lost, send out another.',
  },
  BALLOT_OF_OTHER_ROUND: {
    what: 'This ballot is not of this round.',
    why: 'It is one of “{{other}}”; this is “{{name}}”.',
    next: 'Take it in at “{{other}}”, or send out a ballot of “{{name}}”.',
  },
  BALLOT_OF_OTHER_VERSION: {
    what: 'The grading sheet has changed since this ballot.',
    why: 'Indicators, weights or standards of “{{name}}” are others now: the ballot has version {{made}}, the round {{now}}.',
    next: 'Send out a new ballot, to be marked by the present standards.',
  },
  BALLOT_WITHOUT_SEAT: {
    what: 'This ballot was not taken.',
    why: '{{name}} is no longer in this round’s evaluation group.',
    next: 'If need be, seat {{name}} again first, then take it once more.',
  },
  BALLOT_EDITED: {
    what: 'This ballot was edited and not taken.',
    why: 'Something was changed outside the cells for marks.',
    why_changed: '{{cell}} of {{worksheet}} was “{{was}}” and is “{{is}}” now.',
    why_added: '{{cell}} of {{worksheet}} was empty and is “{{is}}” now.',
    why_removed: '{{cell}} of {{worksheet}} was “{{was}}” and is empty now.',
    why_closed: '{{cell}} of {{worksheet}} is not for this evaluator to mark, and holds “{{is}}” now.',
    why_hidden: 'The hidden worksheet was changed, so nothing vouches for the rest.',
    why_worksheet: 'The worksheet “{{worksheet}}” is missing, or was renamed.',
    next: 'Ask the evaluator to fill in only marks and remarks in the file they received, without inserting, sorting or rewording.',
  },
  BALLOT_SHIFTED: {
    what: 'The marks were pasted off their place and not taken.',
    why: '{{cells, number}} marks stand outside the cells for marks, the first in {{cell}} of {{worksheet}}.',
    why_right:
      'The block is too far right: {{cells, number}} marks stand right of the mark columns, the first in {{cell}} of {{worksheet}}.',
    why_left:
      'The block is too far left: {{cells, number}} marks stand left of the mark columns, the first in {{cell}} of {{worksheet}}.',
    why_down:
      'The block is too low: {{cells, number}} marks stand below the last account, the first in {{cell}} of {{worksheet}}.',
    next: 'Ask the evaluator to paste again from the first cell for marks, and to send it back.',
  },
  BALLOT_DIFFERS: {
    what: '{{name}} has marks here already; they were not replaced.',
    why: 'This ballot differs from them in {{cells, number}} cells.',
    next: 'Ask {{name}} which one counts; to use this one, tick “Replace”.',
  },
  CONSENSUS_TOO_LARGE: {
    what: 'The consensus workbook would be too large.',
    why: 'There are {{cells, number}} cells of ballots; a workbook holds at most {{most, number}}.',
    next: 'Export the result instead; single cells can be looked up in the consensus.',
  },
  BALLOT_EMPTY: {
    what: 'The ballot of {{name}} is empty and was not taken.',
    why: 'Not one cell is marked.',
    next: 'Ask {{name}} to fill it in; if they do abstain, tick “as abstentions”.',
  },
} as const satisfies Words<typeof errorsZh>
