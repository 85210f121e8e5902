import type { Priority, RequestKind, RequestWay } from '../../../db/channel/requests/rules/words.ts'
import { TASK_KIND_WORDS } from '../../../db/terms/tasks.ts'

/** Words that all parts of the VIP channel share. */
export const channel = {
  title: 'VIP 通道',
  comma: '、',
  board: { empty: '没有', more: '还有 {{count, number}} 条，看列表' },
  tab: {
    requests: '请求',
    tasks: '任务',
    policies: '政策',
    club: '俱乐部',
    incentives: '奖惩',
    quality: '质量',
    mystery: '神秘顾客',
    consultations: '征询',
    effort: '投入',
    figures: '指标',
  },
  requestKind: {
    dispatch: '优先发运',
    quality: '质量',
    documents: '资料',
    custom: '定制',
    technical: '技术',
    terms: '商务',
    statement: '对账',
    samples: '样品',
    complaint: '投诉',
    marketing: '市场',
    returns: '换货',
    other: '其他',
  } satisfies Record<RequestKind, string>,
  way: {
    phone: '电话',
    wechat: '微信',
    email: '邮件',
    visit: '拜访',
    meeting: '会议',
    letter: '来函',
    other: '其他',
  } satisfies Record<RequestWay, string>,
  priority: { urgent: '紧急', normal: '一般', low: '不急' } satisfies Record<Priority, string>,
  taskKind: TASK_KIND_WORDS.zh,
} as const
