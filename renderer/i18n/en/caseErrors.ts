import type { Words } from '../words.ts'
import type { caseError as zh } from '../zh/caseErrors.ts'

/** Refusals of service recovery, in the three sentences of `errors.ts`. */
export const caseError = {
  CASE_NOT_FOUND: {
    what: 'This case can’t be found.',
    why: 'It may have been deleted, or the step that recorded it was undone.',
    next: 'Look for it in the list of cases; Ctrl+Z brings a deleted one back, Ctrl+Y one that was just undone.',
  },
  CASE_BEFORE_ACCOUNT: {
    what: 'The case was not recorded.',
    why: 'It happened on {{day}}, but cooperation with this account began in {{since}}.',
    next: 'Correct the day on which it happened, or the account’s “Cooperation since” first.',
  },
  CASE_STEP_REFUSED: {
    what: 'Case {{code}} was not changed.',
    why: 'Its state does not allow that; somebody may just have moved it on.',
    next: 'See where it stands now, then choose one of the buttons above.',
  },
  CASE_BARRED: {
    what: 'Case {{code}} can’t take this step yet.',
    why: 'Something that this step needs is still missing.',
    why_notContained: 'The harm of a grave case has to be contained first.',
    why_unchecked: 'What the check for truth found isn’t written down.',
    why_unnamed: 'It isn’t known who you are, so nobody would have approved.',
    why_refused: 'The customer’s answer is that they refuse.',
    why_noSolution: 'There is neither a remedy nor an explanation for the customer.',
    why_overLimit: 'The compensation is above what you may approve.',
    why_undelivered: 'Some remedies are not delivered yet.',
    why_unanswered: 'The customer has not said whether they accept; where they can’t be asked, write why.',
    why_unexplained: 'The root cause has not been named.',
    next: 'Fill it in, then take the step.',
  },
  CASE_CLOSED: {
    what: 'Nothing was changed.',
    why: 'Case {{code}} is over.',
    next: 'Reopen it with a reason first.',
  },
  CASE_MERGED: {
    what: 'Nothing was changed.',
    why: 'Case {{code}} was merged into {{into}}.',
    next: 'Work on {{into}}; if merging was wrong, split this one off on its page.',
  },
  REMEDY_UNAPPROVED: {
    what: 'It was not noted as delivered.',
    why: 'A remedy that costs something was not approved yet.',
    next: 'Agree on the solution and have it approved first.',
  },
  CASE_NEEDS_REASON: {
    what: 'Nothing was changed yet.',
    why: 'This step needs a reason.',
    next: 'Write the reason and try again.',
  },
  ABOVE_APPROVED: {
    what: 'Not written down.',
    why: 'Compensation of {{approvedText}} in all was approved; this would make it {{wantedText}}.',
    next: 'Send the solution back first, change it, and have it approved again.',
  },
  CHECK_TOO_EARLY: {
    what: 'The look was not written down.',
    why: 'The action is not carried out yet, or its day {{day}} is still to come.',
    next: 'Note that it was carried out first, and look at it on its day.',
  },
  ORDERS_CHANGED: {
    what: 'The orders were not written.',
    why: 'Those of {{month}} were just changed in another window.',
    next: 'Look at the figure as it is now, and change it again if need be.',
  },
  MONTH_TO_COME: {
    what: 'The orders were not written.',
    why: '{{month}} is still to come.',
    next: 'Correct the month, 2026-10 for example.',
  },
  CASE_FILES_TOO_MANY: {
    what: 'The files were not attached.',
    why: 'A case has at most {{most, number}} files; {{there, number}} are there already.',
    next: 'Take away what is there twice, and keep what shows the matter.',
  },
  WIN_BACK_THERE: {
    what: 'It was not noted again.',
    why: 'This account is noted as lost already ({{code}}), without an outcome.',
    next: 'Open {{code}} and go on there.',
  },
  WORTH_MISSING: {
    what: 'Nothing was decided.',
    why: 'Before trying it has to be weighed whether it is worth it.',
    next: 'Weigh it first, then decide.',
  },
  NOT_DECIDED: {
    what: 'It was not noted.',
    why: 'It isn’t decided yet to try, or to part with courtesy.',
    next: 'Write the decision and its reason first.',
  },
  LOOK_TOO_EARLY: {
    what: 'It was not noted.',
    why: 'It is looked at again on {{day}}.',
    next: 'Write it then; that it came back can be written now.',
  },
  STEPS_TOO_MANY: {
    what: 'It was not noted.',
    why: 'There are at most {{most, number}} steps.',
    next: 'Make one of those that are alike.',
  },
  REMEDIES_TOO_MANY: {
    what: 'Not written down.',
    why: 'A case has at most {{most, number}} remedies.',
    next: 'Put like ones together.',
  },
  CASES_DIFFER: {
    what: '{{code}} and {{other}} were not merged.',
    why: 'Only two cases of the same account can become one.',
    next: 'Choose another case of the same account.',
  },
} satisfies Words<typeof zh>
