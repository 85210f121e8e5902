import type { TaskKind } from '../channel/tasks/rules/words.ts'
import type { Language } from './language.ts'

/** What a care task asks of us, as screens and pasted lists call it. */
export const TASK_KIND_WORDS = {
  zh: {
    visit: '拜访',
    executiveVisit: '高层拜访',
    call: '电话',
    survey: '满意度调查',
    greeting: '问候',
    talk: '沟通',
    contract: '合同',
    invitation: '邀请',
    service: '超值服务',
    information: '信息告知',
    internal: '内部',
    other: '其他',
  },
  en: {
    visit: 'Visit',
    executiveVisit: 'Executive visit',
    call: 'Call',
    survey: 'Survey',
    greeting: 'Greeting',
    talk: 'Talk',
    contract: 'Contract',
    invitation: 'Invitation',
    service: 'Extra service',
    information: 'Information',
    internal: 'Internal',
    other: 'Other',
  },
} as const satisfies Record<Language, Record<TaskKind, string>>
