import type { Words } from '../words.ts'
import type { visitError as zh } from '../zh/visitErrors.ts'

/** Refusals of the executive visits, in the three sentences of `errors.ts`. */
export const visitError = {
  VISIT_NOT_FOUND: {
    what: 'This visit can’t be found.',
    why: 'It may have been deleted, or the step that added it was undone.',
    next: 'Look for it in the list of visits; Ctrl+Z brings a deleted one back, Ctrl+Y one that was just undone.',
  },
  TRIP_NOT_FOUND: {
    what: 'This trip can’t be found.',
    why: 'It may have been deleted.',
    next: 'Choose another trip, or make a new one.',
  },
  VISIT_STEP_REFUSED: {
    what: '“{{name}}” was not changed.',
    why: 'Its state does not allow that.',
    next: 'See where it stands now, then choose one of the buttons above.',
  },
  VISIT_STEP_NEEDS_REASON: {
    what: 'Nothing was changed yet.',
    why: 'This step needs a reason.',
    next: 'Write the reason and try again.',
  },
  VISIT_CLOSED: {
    what: 'Nothing was changed.',
    why: 'The visit “{{name}}” is closed.',
    next: 'Reopen it with a reason first, then change it.',
  },
  VISIT_TOO_EARLY: {
    what: '“{{name}}” can’t begin yet.',
    why: 'It is planned for {{day}}, which is still to come.',
    next: 'Begin it on that day; if you went earlier, move it first.',
  },
  VISIT_CLASH: {
    what: 'This step was not taken.',
    why: '{{member}} can’t be there: on the same day there is “{{what}}” {{city}}.',
    next: 'Move it, let somebody else go, or take the step all the same with a reason.',
  },
  VISIT_NO_OUTCOME: {
    what: 'The minutes can’t be completed yet.',
    why: 'Nobody has said whether the objective was reached.',
    next: 'Choose “reached, partly, not” under “Outcome”, then complete the minutes.',
  },
  NOTE_NEEDS_COMPETITOR: {
    what: 'Not noted.',
    why: 'A competitor’s move needs the competitor’s name.',
    next: 'Choose a competitor and try again; add a missing one under the account’s Analysis.',
  },
  NOTE_NEEDS_ACCOUNT: {
    what: 'Not noted.',
    why: 'The visit has no account, so market information has no place.',
    next: 'Add an account to the visit first.',
  },
  VISIT_OPEN_COMMITMENTS: {
    what: 'It can’t be closed yet.',
    why: '{{count, number}} {{count, plural(one: commitment is; other: commitments are)}} neither kept, released nor under way; the first is “{{what}}”.',
    next: 'Give them an owner and a day, or settle them, then close the visit.',
  },
} satisfies Words<typeof zh>
