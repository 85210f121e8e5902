import type { Words } from '../words.ts'
import type { notices as zh } from '../zh/notices.ts'

/** Words of notices. */
export const notices: Words<typeof zh> = {
  title: 'Notices',
  unseen: '{{count, number}} unseen',
  none: 'No new notices.',
  seeAll: 'Mark all as seen',
  see: 'Seen: {{what}}',
  level: {
    due: 'Due today',
    warned: 'Three quarters of the time gone',
    soon: 'Time is running out',
    late: 'Late',
    over: 'Late by half its time',
  },
  kind: { request: 'request', task: 'task', promise: 'promise', part: 'part of a solution' },
  clockLine: '{{level}}: {{clock}}',
  line: '{{level}}: {{kind}}',
  ofOwner: ' ({{name}}’s)',
  heldBack: '{{count, number}} {{count, plural(one: notice; other: notices)}} from the quiet hours',
  many: '{{count, number}} more {{count, plural(one: notice; other: notices)}}',
  open: 'Open Today',
  settings: {
    title: 'Notices',
    remark: 'on this computer only',
    levels: 'What to tell',
    quiet: 'Quiet hours',
    quietFrom: 'From',
    quietTo: 'To',
    quietOn: 'Keep quiet',
    onlyAtWork: 'Only in working hours',
    onlyAtWorkLine: 'By the working calendar; what comes at other times is told as one when work begins.',
    system: 'System notifications',
    ask: 'Turn on system notifications',
    granted: 'On; a click leads to the record.',
    denied:
      'The system or the browser doesn’t allow them. Allow this application’s notifications in its settings.',
    unasked: 'Not on yet: notices are in Today only.',
    none: 'There are no system notifications here: notices are in Today only.',
  },
}
