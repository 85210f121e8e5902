import type { OpenCase, SampleAction, SampleRemedy } from './shapes.ts'

/**
 * The story's case: a batch of UV topcoat turned white and stopped the line of 南浔木业 for half a day. The customer
 * refused what was offered first; compensation waits for approval, for one more working hour.
 */
export const NANXUN_CASE: OpenCase = {
  ...{ code: 'C-0037', account: '南浔木业', kind: 'complaint', category: 'product', product: 'UV 面漆' },
  ...{ title: 'UV 面漆批次发白，停线半天', person: '费志明', hoursAgo: 79, place: '南浔 2 号辊涂线' },
  words: '赔多少先不说，我要知道下一批会不会再白。停线半天，交期被下游罚款。',
  remedyAsked: '检测报告、停线损失的赔偿，还要一个管品质的人对他负责',
  ...{ impact: 3, urgency: 3, responsible: '唐棣', investigator: '唐棣' },
  happened: [
    { kind: 'acknowledge', hoursAgo: 78.8, by: '林晓舟', note: '接姚厂长电话，12 分钟内回复并建单' },
    { kind: 'grade', hoursAgo: 78.5, by: '林晓舟' },
    { kind: 'contain', hoursAgo: 76, by: '赵敏', note: '当天调 24 桶到厂，下午 3 点恢复' },
    { kind: 'interim', hoursAgo: 66, by: '林晓舟', note: '告诉费总：余料已封存，取样送检' },
    { kind: 'check', hoursAgo: 52, by: '唐棣', note: '到厂取样 6 组，4 组发白，投诉属实' },
    { kind: 'agree', hoursAgo: 50, by: '林晓舟', note: '先换货，再谈补偿' },
    { kind: 'approve', hoursAgo: 49, by: '沈知远' },
    { kind: 'carryOut', hoursAgo: 48, by: '赵敏', note: '首批换货 60 桶签收' },
    { kind: 'tell', hoursAgo: 45, by: '林晓舟' },
    { kind: 'note', hoursAgo: 23, by: '唐棣', note: '五问完成，根因定为来料更换未复检' },
    { kind: 'word', hoursAgo: 9, by: '林晓舟', note: '停线半天，交期被下游罚款，光换货不算完。' },
    { kind: 'refuse', hoursAgo: 8, by: '沈知远', note: '费总不接受只换货：要停线损失的说法，也要检测报告' },
    { kind: 'agree', hoursAgo: 1.4, by: '秦素', note: '核定补偿 18.6 万元，列入售后费用' },
  ],
}

/** The five whys (8D): question, answer, what shows it. The last one is the root cause. */
export const NANXUN_WHYS: readonly (readonly [question: string, answer: string, evidence: string])[] = [
  ['UV 面漆为什么发白？', '固化后内层残留水汽，表面雾化', '取样 6 组中 4 组'],
  ['为什么残留水汽？', '新批次消光粉含水 1.9%，标准 0.8%', '检测单 QC-1118'],
  ['为什么用了超标批次？', '上上月换供应商，首批没有做含水复验', '来料记录'],
  ['为什么没有复检？', '变更单只通知采购，没有通知品质', '变更单 0927'],
  ['为什么没有通知品质？', '供应商变更流程里没有品质会签', '流程文件 P-12'],
]

/** What is done for the customer: together 18.6 万元 of a loss of 30. */
export const NANXUN_REMEDIES: readonly SampleRemedy[] = [
  ['换货 412 桶，两天内送达', 'exchange', '赵敏', 2, 9.4],
  ['承担停线半天和下游罚款', 'compensation', '秦素', 4, 6.2],
  ['派两名漆工返修 86 扇门', 'service', '马骁', 4, 3],
  ['供应商变更增加品质会签', 'improvement', '唐棣', 21, 0],
]

/** What is done so that it doesn't come back. */
export const NANXUN_ACTIONS: readonly SampleAction[] = [
  {
    what: '供应商变更必须品质会签，未签不得投料',
    kind: 'corrective',
    owner: '唐棣',
    dueIn: -2,
    doneAgo: 3,
  },
  { what: '首批来料必做含水复验', kind: 'preventive', owner: '唐棣', dueIn: 12, doneAgo: null },
]

/** Who works on it, and on what. */
export const NANXUN_TEAM: readonly (readonly [name: string, part: string])[] = [
  ['唐棣', '主查，检测报告'],
  ['赵敏', '换货'],
  ['秦素', '补偿'],
  ['马骁', '返修'],
]

/** Yuan of orders that would be lost in twelve months, and what the stop cost them; 万元. */
export const NANXUN_MONEY = { atRisk: 1_662, loss: 30 } as const

/** Orders of 南浔木业 by month, from the running one backwards; 万元. The same season a year before gives 365. */
export const NANXUN_ORDERS = [
  221, 232, 372, 380, 349, 371, 358, 362, 369, 366, 364, 365, 366, 359, 370,
] as const
