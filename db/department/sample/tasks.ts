import type { OwnerRole } from '../../channel/tasks/rules/owners.ts'
import type { RepeatUnit } from '../../channel/tasks/rules/states.ts'
import type { TaskKind } from '../../channel/tasks/rules/words.ts'

/** A care task that the story tells by hand; `title` and `note` hold the calendar's slots. */
export interface StoryTask {
  readonly title: string
  readonly kind: TaskKind
  readonly account: string | null
  readonly owner: string
  /** days from today; before it the working day before, after it the working day after */
  readonly dueIn: number
  readonly time?: string
  readonly madeAgo: number
  readonly note?: string
  /** days ago on which it was done */
  readonly doneAgo?: number
  readonly waiting?: { readonly on: string; readonly member: string; readonly ago: number }
  readonly snooze?: { readonly days: number; readonly reason: string }
  readonly repeats?: { readonly every: RepeatUnit; readonly count: number }
}

/** The tasks of the pictures, and some around them. */
export const STORY_TASKS: readonly StoryTask[] = [
  {
    title: '请客户确认交期投诉的处理结果',
    kind: 'call',
    account: '沈阳北辰幕墙',
    owner: '沈知远',
    dueIn: -1,
    madeAgo: 6,
  },
  {
    title: '晨会：把风险客户过一遍',
    kind: 'internal',
    account: null,
    owner: '沈知远',
    dueIn: 0,
    time: '09:00',
    madeAgo: 1,
    doneAgo: 0,
  },
  {
    title: '批准补偿方案 18.6 万元，是同类中位数的 1.2 倍',
    kind: 'internal',
    account: '南浔木业',
    owner: '沈知远',
    dueIn: 0,
    time: '11:00',
    madeAgo: 2,
    note: '损失 30 万元，方案占 62%；同类中位数 52%。',
  },
  {
    title: '陪同何敬之副总拜访，简报冻结后有 2 处变化',
    kind: 'executiveVisit',
    account: '恒岳家居集团',
    owner: '沈知远',
    dueIn: 0,
    time: '14:30',
    madeAgo: 9,
    note: '高卉代替郑明霞出席；年交易额改为 6,842 万元。',
  },
  {
    title: '{month 1}调价提前三周告知 7 家重要客户',
    kind: 'information',
    account: null,
    owner: '沈知远',
    dueIn: 0,
    time: '17:00',
    madeAgo: 7,
  },
  {
    title: '年度座谈提纲定稿，交顾长风总经理过目',
    kind: 'executiveVisit',
    account: '川渝宏泰建材',
    owner: '沈知远',
    dueIn: 2,
    madeAgo: 11,
  },
  {
    title: '评级合议会，标记了 7 格分歧',
    kind: 'internal',
    account: null,
    owner: '沈知远',
    dueIn: 3,
    madeAgo: 4,
  },
  {
    title: '发白批次的复测数据',
    kind: 'information',
    account: '南浔木业',
    owner: '沈知远',
    dueIn: 1,
    madeAgo: 5,
    waiting: { on: '品质 · 唐棣', member: '唐棣', ago: 3 },
  },
  {
    title: '谈 {year 1} 年框架合同第二轮条款',
    kind: 'contract',
    account: '恒岳家居集团',
    owner: '林晓舟',
    dueIn: 6,
    madeAgo: 8,
  },
  {
    title: '催收逾期 13 天的货款',
    kind: 'call',
    account: '沈阳北辰幕墙',
    owner: '方佩',
    dueIn: 1,
    madeAgo: 3,
  },
  {
    title: '请高卉参观新产线，补齐她的档案',
    kind: 'invitation',
    account: '恒岳家居集团',
    owner: '林晓舟',
    dueIn: -2,
    madeAgo: 12,
    snooze: { days: 9, reason: '财务月底关账，客户请我们下月再约' },
  },
  {
    title: '每周大客户例会',
    kind: 'internal',
    account: null,
    owner: '沈知远',
    dueIn: 6,
    time: '09:30',
    madeAgo: 7,
    repeats: { every: 'week', count: 1 },
  },
]

/** A template of the story. */
export interface StoryPlaybook {
  readonly name: string
  readonly note: string
  readonly steps: readonly (readonly [
    title: string,
    kind: TaskKind,
    after: number,
    working: boolean,
    owner: OwnerRole,
  ])[]
}

/** Templates: what follows a complaint, and what a customer's move to key brings. */
export const STORY_PLAYBOOKS: readonly StoryPlaybook[] = [
  {
    name: '投诉之后',
    note: '投诉关闭以后，让客户看到我们改了什么。',
    steps: [
      ['当面致歉，听完客户的话', 'visit', 0, true, 'account'],
      ['送整改报告，说明改了什么', 'information', 3, true, 'account'],
      ['回访：同类问题有没有再出现', 'call', 14, false, 'account'],
      ['部门负责人致电，确认满意', 'call', 30, false, 'head'],
    ],
  },
  {
    name: '升为重要客户',
    note: '升级公布后一个月内，把权益讲清楚、人认齐。',
    steps: [
      ['致电报喜，约时间面谈', 'call', 0, true, 'account'],
      ['上门讲解权益与服务承诺', 'visit', 5, true, 'account'],
      ['安排一次高层见面', 'executiveVisit', 20, true, 'head'],
      ['需求、库存与行情第一次通谈', 'talk', 30, false, 'account'],
    ],
  },
]

/** The template that the story has begun for an account, so many days ago. */
export const STORY_RUN = { playbook: '投诉之后', account: '南浔木业', ago: 4 } as const

/** Contracts that run out; `ends` in days from today, null for the end of the story's year. */
export const STORY_CONTRACTS: readonly {
  readonly account: string
  readonly name: string
  readonly ends: number | null
}[] = [
  { account: '恒岳家居集团', name: '{year 0} 年度框架合同', ends: null },
  { account: '南浔木业', name: '年度供货合同', ends: 75 },
  { account: '佛山美颂家具', name: '水性底漆供货协议', ends: 210 },
]
