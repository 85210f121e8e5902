import type { VisitState } from '../../visits/rules/states.ts'
import type { Direction, Reach, VisitKind } from '../../visits/rules/words.ts'

/** Who of ours visits leaders: rank, where they set out from, how many visits a month they have time for. */
export const SAMPLE_EXECUTIVES: readonly (readonly [
  name: string,
  rank: number,
  city: string,
  monthly: number,
])[] = [
  ['顾长风', 1, '杭州', 2],
  ['何敬之', 2, '杭州', 2],
  ['罗雁', 3, '杭州', 3],
  ['秦素', 4, '杭州', 2],
  ['沈知远', 4, '杭州', 3],
]

/** Where firms are whose names don't say it. */
export const SAMPLE_CITIES: Readonly<Record<string, string>> = {
  恒岳家居集团: '东阳',
  南浔木业: '湖州',
  川渝宏泰建材: '成都',
  徽杭装饰工程: '黄山',
}

/** A visit of the year plan as the pictures have it. */
export interface SampleVisit {
  readonly account: string
  /** months from the one in which the story ends */
  readonly month: number
  readonly lead: string
  readonly state: VisitState
  readonly direction?: Direction
  readonly kind?: VisitKind
  readonly reach?: Reach
  /** days from today, where the story says which */
  readonly inDays?: number
  readonly time?: string
  readonly objective?: string
  /** why it was not held, or moved */
  readonly reason?: string
}

const held = (
  account: string,
  month: number,
  lead: string,
  more: Partial<SampleVisit> = {},
): SampleVisit => ({
  account,
  month,
  lead,
  state: 'closed',
  ...more,
})
const planned = (
  account: string,
  month: number,
  lead: string,
  more: Partial<SampleVisit> = {},
): SampleVisit => ({
  account,
  month,
  lead,
  state: 'proposed',
  ...more,
})

/** The year plan of the pictures: November is the month in which the story ends. */
export const SAMPLE_VISITS: readonly SampleVisit[] = [
  held('恒岳家居集团', -9, '何敬之', { objective: '新年走访，定下全年备货节奏', kind: 'festival' }),
  held('恒岳家居集团', -6, '顾长风', { objective: '请吴董看新产线，谈水性替换的时间表' }),
  held('恒岳家居集团', -3, '何敬之', {
    direction: 'come',
    objective: '接待恒岳考察实验室，确认打样标准',
    kind: 'inspection',
  }),
  {
    account: '恒岳家居集团',
    month: 0,
    lead: '何敬之',
    state: 'frozen',
    inDays: 0,
    time: '14:30',
    objective: '谈定 {year 1} 年框架协议，把份额从 62% 提到 70%；请吴董确认新线试产由我方独家供漆。',
  },
  planned('恒岳家居集团', 1, '顾长风', { objective: '签 {year 1} 年框架协议', kind: 'signing' }),
  held('佛山美颂家具', -10, '罗雁', { objective: '对齐春季新品的色板', kind: 'festival' }),
  held('佛山美颂家具', -7, '何敬之', { objective: '听对交期的意见，定专车方案', reach: 'partly' }),
  held('佛山美颂家具', -4, '罗雁', { objective: '推密封胶试用' }),
  {
    account: '佛山美颂家具',
    month: -1,
    lead: '何敬之',
    state: 'confirmed',
    objective: '回应对手送样，稳住主供位置',
  },
  planned('佛山美颂家具', 1, '何敬之', { objective: '补上 {month -1}没去成的一次，谈明年份额' }),
  held('苏州新垲整木', -8, '顾长风', { objective: '祝贺扩产，谈固化剂小包装' }),
  held('苏州新垲整木', -5, '何敬之', { objective: '评半年合作，定联合打样' }),
  held('苏州新垲整木', -2, '罗雁', { objective: '新品进展厅' }),
  planned('苏州新垲整木', 1, '罗雁', { objective: '年度回顾，听对分厂直送的要求' }),
  held('青岛海润船舶涂装', -9, '罗雁', { objective: '船厂旺季备货', kind: 'festival' }),
  held('青岛海润船舶涂装', -6, '何敬之', { objective: '谈账期与额度', reach: 'partly' }),
  held('青岛海润船舶涂装', -2, '何敬之', {
    direction: 'come',
    objective: '接待来访，看防腐测试',
    kind: 'inspection',
  }),
  held('青岛海润船舶涂装', 0, '罗雁', { inDays: -10, objective: '定明年船用漆独家区域' }),
  planned('青岛海润船舶涂装', 1, '罗雁', { objective: '回访独家区域的落实' }),
  held('川渝宏泰建材', -8, '罗雁', { objective: '谈西南仓共用' }),
  held('川渝宏泰建材', -5, '罗雁', { objective: '新品推介', reach: 'not' }),
  {
    account: '川渝宏泰建材',
    month: 0,
    lead: '顾长风',
    state: 'confirmed',
    inDays: 3,
    time: '10:00',
    objective: '年度座谈：听蒋董对明年工程渠道的打算，定两家合作的三件事',
    kind: 'roundTable',
  },
  held('临沂鲁南板材', -7, '罗雁', { objective: '第一次走进工厂，看胶的用量' }),
  held('临沂鲁南板材', -3, '沈知远', { objective: '专车直送的试运行' }),
  planned('临沂鲁南板材', 0, '秦素', { inDays: 5, objective: '谈信用额度，见财务负责人' }),
  planned('临沂鲁南板材', 1, '何敬之', { objective: '答复专车直送能否覆盖分厂' }),
  held('南浔木业', -10, '何敬之', { objective: '新年走访，谈 UV 面漆全年量', kind: 'festival' }),
  held('南浔木业', -7, '罗雁', { objective: '换型试用' }),
  held('南浔木业', -4, '何敬之', { objective: '采购负责人离任后重新建立联系', reach: 'partly' }),
  {
    account: '南浔木业',
    month: -2,
    lead: '顾长风',
    state: 'notHeld',
    objective: '听意见，稳住订单',
    reason: '对方停线抢修，改到 {day 6}',
  },
  {
    account: '南浔木业',
    month: 0,
    lead: '顾长风',
    state: 'approved',
    inDays: 6,
    time: '09:30',
    kind: 'repair',
    objective: '为 UV 面漆发白当面致歉，交出检测报告，定下三个月内把月订单恢复到 365 万元',
  },
  held('厦门鹭岛家居', -6, '罗雁', { objective: '谈出口订单的环保认证' }),
  held('厦门鹭岛家居', -1, '沈知远', { objective: '年底备货' }),
  held('徽杭装饰工程', -8, '沈知远', { objective: '认识新任总经理' }),
  held('徽杭装饰工程', -2, '秦素', { objective: '谈账期由 30 天改 45 天' }),
  planned('徽杭装饰工程', 1, '罗雁', { objective: '工程渠道年度计划' }),
  held('武汉楚江门窗', -5, '罗雁', { objective: '服务点升级' }),
  planned('武汉楚江门窗', 1, '沈知远', { objective: '听对服务点的评价' }),
  held('长沙湘江集成房屋', -7, '沈知远', { objective: '装配式项目的胶粘方案' }),
  held('长沙湘江集成房屋', -1, '罗雁', { direction: 'come', objective: '来访看密封胶测试' }),
  held('沈阳北辰幕墙', -4, '沈知远', { objective: '幕墙胶技术交底' }),
  {
    account: '沈阳北辰幕墙',
    month: 0,
    lead: '沈知远',
    state: 'confirmed',
    inDays: 2,
    time: '14:00',
    objective: '当面确认交期投诉的处理结果，谈逾期货款',
    kind: 'repair',
  },
  held('宁波甬东五金机电', -6, '沈知远', { objective: '产线自动化后的粉末涂料' }),
  {
    account: '宁波甬东五金机电',
    month: -1,
    lead: '沈知远',
    state: 'approved',
    objective: '续谈粉末涂料试用',
  },
  held('郑州中原涂料商行', -3, '沈知远', { objective: '华中分销政策' }),
  planned('郑州中原涂料商行', 1, '沈知远', { objective: '年度分销对账' }),
  held('济南泉城涂装', -2, '沈知远', { objective: '成长计划的第一次面谈' }),
  planned('成都锦里家居', 1, '沈知远', { objective: '看整装门店，谈成长计划' }),
]

/** What the visit to 恒岳 is prepared with; bottom lines of the pictures are still to be filled. */
export const HENGYUE_BRIEF = {
  wished: '吴董当面同意框架协议的量与账期，高卉认可付款节奏，年内签约',
  place: '东阳总部 3 楼会议室',
  city: '东阳',
  minutes: 180,
  travel: '12:30 公司出发，车程 1 小时 40 分；17:30 返回。车牌与司机见附页。',
  asks: ['年采购 7,500 万元的框架协议', '新线试产由我方独家供漆', '密封胶与粉末涂料各试用一条线'],
  gives: ['旺季优先排产', '{day 14}起驻线两天', '三块水性高光色板今天带到'],
  sayings: ['贺吴董生日（农历）', '十二年合作，一起把水性替换做成样板', '专色打样明天送展厅'],
  unsaid: '不要主动提 D 牌',
  sensitivities: '不谈 {year -2} 年换货旧账，对方已口头了结；高卉会直接问账期。',
  theirs: ['吴国梁', '吴思齐', '高卉'],
  joins: ['沈知远', '林晓舟'],
  topics: [
    ['框架协议：年采购 7,500 万元换账期 60 天', '何敬之', 60, '', '旺季优先排产，驻线两天'],
    ['密封胶与粉末涂料试用，年用量约 380 万元', '林晓舟', 40, '', ''],
    ['新线试产的供漆与打样', '沈知远', 50, '不承诺独占产能', '专人驻厂一个月'],
  ],
} as const

/** What the brief for 恒岳 was frozen with yesterday, and what is so now: who comes, and the yearly volume in fen. */
export const FROZEN_YESTERDAY = {
  account: '恒岳家居集团',
  figure: '年交易额',
  by: '沈知远',
  before: { guest: '郑明霞', fen: 6_790_000_000 },
  now: { guest: '高卉', fen: 6_842_000_000 },
} as const

/** What the repair visit to 南浔 is prepared with. */
export const NANXUN_BRIEF = {
  wished: '沈董接受道歉和补偿方案，恢复每月 365 万元的订单',
  place: '南浔木业 2 楼',
  city: '湖州',
  minutes: 120,
  travel: '07:40 公司出发，车程 1 小时 20 分。',
  asks: ['三个月内把月订单恢复到 365 万元', '由新任采购负责人做质量联络人'],
  gives: ['补偿 18.6 万元', '换料须双方签字', '每月一次质量会'],
  sayings: ['这件事是我们的错', '换料没有品质会签，已经改了流程', '检测报告今天带到'],
  unsaid: '不要拿停线半天和他们的旧账相抵',
  sensitivities: '采购负责人离任时带走了我们的关系人，别打听去向。',
  joins: ['唐棣', '林晓舟'],
  topics: [
    ['发白的原因和改正', '唐棣', 40, '不承认另一条线的色差', ''],
    ['补偿与付款', '林晓舟', 30, '补偿不超过 20 万元', '可分两次抵货款'],
    ['恢复订单的三个月计划', '顾长风', 40, '价格不再下调', '旺季排产优先'],
  ],
} as const
