import type { Words } from '../words.ts'
import type { taskError as zh } from '../zh/taskErrors.ts'

/** Refusals of care tasks, in the three sentences of `errors.ts`. */
export const taskError = {
  TASK_NOT_FOUND: {
    what: 'This task can’t be found.',
    why: 'It may just have been deleted.',
    next: 'Look at the list again; a deletion can be undone.',
  },
  TASK_SETTLED: {
    what: '“{{title}}” has ended and can’t be put off or wait.',
    why: 'What has ended has no day any more.',
    next: 'Reopen it first.',
  },
  REASON_NEEDED: {
    what: 'Nothing was saved.',
    why: 'There is no reason yet.',
    next: 'Write why in a few words, so that it is clear later.',
  },
  SNOOZE_PAST: {
    what: 'It was not put off.',
    why: 'It can only be put off to a day after today.',
    next: 'Choose a later day.',
  },
  DUE_OUT_OF_RANGE: {
    what: 'No task can be due on {{day}}.',
    why: 'The day has to lie between {{from}} and {{until}}.',
    next: 'Check the year, and choose a nearer day.',
  },
  PASTE_EMPTY: {
    what: 'There are no tasks to add.',
    why: 'What was pasted is empty.',
    next: 'Copy some lines from Excel and paste again.',
  },
  PASTE_TOO_LONG: {
    what: '{{lines, number}} lines are too many.',
    why: 'At most {{max, number}} tasks can be added at once.',
    next: 'Paste them in parts.',
  },
  PASTE_REFUSED: {
    what: 'No line was added: {{problems, number}} {{problems, plural(one: cell; other: cells)}} to mend.',
    why: 'Line {{line, number}} holds “{{text}}”, which can’t be taken.',
    why_missing: 'Line {{line, number}} says no task.',
    why_tooLong: 'The task in line {{line, number}} is too long: at most 200 characters.',
    why_unknownAccount: 'Line {{line, number}}: there is no account “{{text}}”.',
    why_severalAccounts: 'Line {{line, number}}: several accounts are called “{{text}}”.',
    why_unknownOwner: 'Line {{line, number}}: nobody in the department is called “{{text}}”.',
    why_severalOwners: 'Line {{line, number}}: several people are called “{{text}}”.',
    why_unreadableDay: 'Line {{line, number}}: “{{text}}” is no day that can be read.',
    why_dayOutOfRange: 'Line {{line, number}}: “{{text}}” is too far from today.',
    why_unknownKind: 'Line {{line, number}}: there is no kind “{{text}}”.',
    next: 'Mend it in the sheet, and paste the whole block again.',
  },
  PLAYBOOK_NOT_FOUND: {
    what: 'This template can’t be found.',
    why: 'It may just have been deleted.',
    next: 'Look at the list again and choose another.',
  },
  CONTRACT_NOT_FOUND: {
    what: 'This contract can’t be found.',
    why: 'It may just have been deleted.',
    next: 'Look at the list again.',
  },
  CONTRACT_DATES: {
    what: 'The contract was not saved.',
    why: 'It ends before it begins.',
    next: 'Check both dates.',
  },
} as const satisfies Words<typeof zh>
