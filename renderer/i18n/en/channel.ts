import { TASK_KIND_WORDS } from '../../../db/terms/tasks.ts'
import type { Words } from '../words.ts'
import type { channel as zh } from '../zh/channel.ts'

/** Words that all parts of the VIP channel share. */
export const channel = {
  title: 'VIP channel',
  comma: ', ',
  board: { empty: 'None', more: '{{count, number}} more in the list' },
  tab: {
    requests: 'Requests',
    tasks: 'Tasks',
    policies: 'Policies',
    club: 'Club',
    incentives: 'Incentives',
    quality: 'Quality',
    mystery: 'Mystery visits',
    consultations: 'Consultations',
    effort: 'Effort',
    figures: 'Figures',
  },
  requestKind: {
    dispatch: 'Priority dispatch',
    quality: 'Quality',
    documents: 'Documents',
    custom: 'Customised',
    technical: 'Technical',
    terms: 'Terms',
    statement: 'Statement',
    samples: 'Samples',
    complaint: 'Complaint',
    marketing: 'Marketing',
    returns: 'Returns',
    other: 'Other',
  },
  way: {
    phone: 'Phone',
    wechat: 'WeChat',
    email: 'E-mail',
    visit: 'Visit',
    meeting: 'Meeting',
    letter: 'Letter',
    other: 'Other',
  },
  priority: { urgent: 'Urgent', normal: 'Normal', low: 'Low' },
  taskKind: TASK_KIND_WORDS.en,
} as const satisfies Words<typeof zh>
