import type { NoticeKind } from '../../../db/channel/notices/contract.ts'
import type { NoticeLevel } from '../../../db/channel/notices/rules/levels.ts'

/** Words of notices 提醒. */
export const notices = {
  title: '提醒',
  unseen: '{{count, number}} 条未看',
  none: '没有新的提醒。',
  seeAll: '全部已看',
  see: '已看：{{what}}',
  level: {
    due: '今天到期',
    warned: '时间过了四分之三',
    soon: '快到时间',
    late: '已晚',
    over: '已严重超时',
  } satisfies Record<NoticeLevel, string>,
  kind: { request: '请求', task: '任务', promise: '承诺', part: '方案' } satisfies Record<NoticeKind, string>,
  clockLine: '{{level}}：{{clock}}',
  line: '{{level}}：{{kind}}',
  ofOwner: '（{{name}}负责）',
  heldBack: '安静时段里有 {{count, number}} 条提醒',
  many: '又有 {{count, number}} 条提醒',
  open: '打开今日看看',
  settings: {
    title: '提醒',
    remark: '只影响这台电脑',
    levels: '提醒什么',
    quiet: '安静时段',
    quietFrom: '从',
    quietTo: '到',
    quietOn: '不打扰',
    onlyAtWork: '只在工作时间提醒',
    onlyAtWorkLine: '按工作日历；其余时间的提醒到上班时合成一条。',
    system: '系统通知',
    ask: '打开系统通知',
    granted: '已打开；点通知就到那条记录。',
    denied: '系统或浏览器不允许。请在它的设置里允许本应用的通知。',
    unasked: '还没有打开：提醒只在“今日”里。',
    none: '这个环境没有系统通知：提醒只在“今日”里。',
  },
} as const
