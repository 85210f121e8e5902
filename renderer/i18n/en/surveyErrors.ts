import type { Words } from '../words.ts'
import type { surveyError as zh } from '../zh/surveyErrors.ts'

/** Refusals about surveys, in the three sentences of `errors.ts`. */
export const surveyError = {
  SURVEY_NOT_FOUND: {
    what: 'This survey can’t be found.',
    why: 'It may have been deleted, or the step that added it was undone.',
    next: 'Look for it in the list of surveys; Ctrl+Z brings a deleted one back, Ctrl+Y one that was just undone.',
  },
  ANSWER_NOT_FOUND: {
    what: 'This answer can’t be found; nothing was changed.',
    why: 'It may have been deleted, or another window has just given it to another account.',
    next: 'See what the list says now, then change it again.',
  },
  SURVEY_ANSWERED: {
    what: 'How the survey “{{name}}” asks was not changed.',
    why: 'Somebody has answered already: scores of ten and of five can’t be counted together.',
    next: 'Make a new survey, or delete the answers first.',
  },
  ANSWER_ACCOUNT_UNKNOWN: {
    what: 'The answer was not written down.',
    why: 'No account has “{{name}}” as its name, short name or code.',
    next: 'Correct the account’s name, or add it under “Accounts” first.',
  },
  ANSWER_ACCOUNT_AMBIGUOUS: {
    what: 'The answer was not written down.',
    why: '{{count, number}} accounts are called “{{name}}”; which one it is can’t be told.',
    next: 'Give the account’s code instead.',
  },
  ANSWER_PERSON_UNKNOWN: {
    what: 'The answer was not written down.',
    why: '“{{account}}” has no contact called “{{name}}”.',
    next: 'Correct the name, or leave it empty; or add the contact on the account’s page first.',
  },
  ANSWER_PERSON_AMBIGUOUS: {
    what: 'The answer was not written down.',
    why: '“{{account}}” has {{count, number}} contacts called “{{name}}”; which one it is can’t be told.',
    next: 'Tell them apart, or merge them, under “Contacts” first.',
  },
  SCORE_OUTSIDE: {
    what: 'The answer was not written down.',
    why: 'The {{value, number}} of “{{account}}” is not between {{from, number}} and {{to, number}}.',
    next: 'Correct the score.',
  },
  SURVEY_CLOSED: {
    what: 'The answer was not written down.',
    why: 'The survey “{{name}}” was closed on {{closed}}, and the answer is of {{day}}.',
    next: 'Correct the day of the answer, or change the day on which the survey is closed first.',
  },
  SURVEY_NOT_OPEN: {
    what: 'The answer was not written down.',
    why: 'The survey “{{name}}” is open since {{opened}}, and the answer is of {{day}}.',
    next: 'Correct the day of the answer, or change the day on which the survey is opened first.',
  },
} satisfies Words<typeof zh>
