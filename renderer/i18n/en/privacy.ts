import type { Words } from '../words.ts'
import type { privacy as zh } from '../zh/privacy.ts'

/** Words of privacy: what is kept about a person, and its end. */
export const privacy = {
  held: 'What we keep',
  heldOf: 'What we keep about {{name}}',
  heldLine: 'Opening this page was recorded as a look: all sensitive facts are shown below.',
  nothing: 'Nothing is kept but the name.',
  basis: 'Basis for keeping: {{basis}}',
  noBasis: 'not stated',
  until: 'Keep until: {{until}}',
  noDate: 'no date set',
  word: 'Export Word',
  pdf: 'Export PDF',
  saved: 'Saved {{file}}',
  sensitive: 'sensitive',
  show: 'Show, and record it',
  showLine:
    'This page shows every sensitive fact about {{name}}: family, health, ID number, warning signs. Looking records your name and the time.',
  erase: 'Erase this person…',
  eraseTitle: 'Erase everything about {{name}}',
  eraseLine:
    'This can’t be undone, and neither can earlier changes to people, log and promises after it. Nothing about {{name}} remains in the data, its history, the search index or new backups; log entries, promises and figures stay, without naming {{name}}. Only the full name is looked for: check forms of address and attached files yourself.',
  eraseCounts: 'The name is taken out of {{entries}} log entries and {{promises}} promises.',
  blank: 'Also empty the text of {{count}} log entries that are about {{name}} alone',
  backups: 'Also delete {{count}} earlier backups (they still hold {{name}}; a new backup is made at once)',
  keepBackups: 'If not: earlier backups hold {{name}} until they are thinned out.',
  request: 'On whose request, on what grounds',
  requestExample: 'e.g. their letter of 2026-11-20',
  confirm: 'Erase for good',
  cancel: 'Don’t erase',
  erased: 'Erased; {{count}} earlier backups deleted',
  tab: {
    overdue: 'Past their date',
    overdueLine:
      'The facts about these people are kept longer than agreed: set a later date if there is a reason, or erase them.',
    noOverdue: 'Nobody is kept longer than agreed.',
    reveals: 'Who looked at sensitive facts',
    noReveals: 'Nobody has looked at a masked fact yet.',
    erasures: 'Erasures',
    noErasures: 'Nobody has been erased yet.',
    who: 'Who',
    whom: 'About whom',
    what: 'What',
    when: 'When',
    reason: 'Grounds',
    until: 'Keep until',
    gone: 'somebody erased',
  },
} as const satisfies Words<typeof zh>
