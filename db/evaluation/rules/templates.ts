import type { Standards } from './bands.ts'

/** An indicator of a template: what a new sheet starts with. */
export interface TemplateIndicator {
  readonly code: string
  readonly name: string
  /** hundredths of a percent */
  readonly weight: number
  readonly standards: Standards
  /** names under which a department may keep the figure of a banded indicator */
  readonly figureNames: readonly string[]
}

export type TemplateName = 'seven' | 'strategic' | 'blank'
export type TemplateLanguage = 'zh' | 'en'

/** The indicators of a template in a language; weights add to 100% (blank has none). */
export const templateIndicators = (
  template: TemplateName,
  language: TemplateLanguage,
): readonly TemplateIndicator[] => TEMPLATES[template][language]

const words = (texts: readonly [string, string, string, string, string]): Standards => {
  const [excellent, good, fair, poor, failing] = texts
  return { excellent, good, fair, poor, failing }
}

const indicator = (
  code: string,
  name: string,
  percent: number,
  texts: readonly [string, string, string, string, string],
  figureNames: readonly string[] = [],
): TemplateIndicator => ({ code, name, weight: percent * 100, standards: words(texts), figureNames })

const YEARS = ['>=10', '6~10', '3~6', '1~3', '<1'] as const
const VOLUME = ['>=10000000', '5000000~10000000', '2000000~5000000', '500000~2000000', '<500000'] as const
const VOLUME_ZH = ['>=1000万', '500万~1000万', '200万~500万', '50万~200万', '<50万'] as const

const SEVEN_ZH: readonly TemplateIndicator[] = [
  indicator('A1', '合作年限', 10, YEARS, ['合作年限', '年限']),
  indicator('A2', '年交易额', 25, VOLUME_ZH, ['年交易额', '年销售额', '交易额', '销售额']),
  indicator('A3', '经营理念', 10, [
    '有清晰的长期规划，主动与我方一同改进',
    '理念成熟，乐于接受新产品新做法',
    '以稳为主，愿意配合',
    '只看眼前价格',
    '投机经营，常有失信',
  ]),
  indicator('A4', '忠诚度', 15, [
    '独家或首选我方，主动推荐我方',
    '主要向我方采购，少有比价',
    '与多家并用，份额稳定',
    '常以他家压价，份额下滑',
    '随时可能转走',
  ]),
  indicator('A5', '资金实力与信用', 15, [
    '资金充裕，从不逾期',
    '资金良好，偶有短期逾期并主动说明',
    '能按约付款，需要提醒',
    '多次逾期',
    '长期拖欠或有诉讼',
  ]),
  indicator('A6', '企业规模与管理', 10, [
    '区域龙头，管理规范',
    '规模较大，制度健全',
    '中等规模，管理尚可',
    '规模小，管理靠人',
    '管理混乱',
  ]),
  indicator('A7', '下游客户满意度', 15, [
    '下游口碑极好，几无投诉',
    '下游满意，投诉少且解决快',
    '下游基本满意',
    '下游时有不满',
    '下游普遍不满',
  ]),
]

const SEVEN_EN: readonly TemplateIndicator[] = [
  indicator('A1', 'Years of cooperation', 10, YEARS, ['Years of cooperation', 'Years', '合作年限']),
  indicator('A2', 'Annual volume', 25, VOLUME, ['Annual volume', 'Volume', '年交易额']),
  indicator('A3', 'Business philosophy', 10, [
    'Clear long-term plan, improves together with us',
    'Mature, glad to take up new products and ways',
    'Steady, willing to go along',
    'Looks only at today’s price',
    'Speculative, often breaks its word',
  ]),
  indicator('A4', 'Loyalty', 15, [
    'We are its only or first choice; it recommends us',
    'Buys mainly from us, seldom compares',
    'Uses several suppliers, our share is steady',
    'Plays others against us, our share falls',
    'May leave at any time',
  ]),
  indicator('A5', 'Financial strength and credit', 15, [
    'Ample funds, never overdue',
    'Good funds, rarely late and says so first',
    'Pays as agreed when reminded',
    'Overdue several times',
    'Long arrears or lawsuits',
  ]),
  indicator('A6', 'Scale and management', 10, [
    'Leads its region, well managed',
    'Large, with sound rules',
    'Medium size, managed fairly',
    'Small, depends on one person',
    'Poorly managed',
  ]),
  indicator('A7', 'Its customers’ satisfaction', 15, [
    'Excellent name with its customers, hardly a complaint',
    'Customers content, complaints few and solved fast',
    'Customers mostly content',
    'Customers now and then discontent',
    'Customers widely discontent',
  ]),
]

const STRATEGIC_ZH: readonly TemplateIndicator[] = [
  indicator('D1', '经济价值', 25, [
    '利润贡献居前 10%',
    '利润贡献居前 30%',
    '利润贡献中等',
    '利润微薄',
    '亏损',
  ]),
  indicator('D2', '产品牵引', 15, [
    '带动多个新品上量',
    '带动一个新品',
    '偶有试用新品',
    '只买老品',
    '拒绝新品',
  ]),
  indicator('D3', '管理提升', 10, [
    '推动我方多项管理改进',
    '推动一项改进',
    '提出有用建议',
    '少有反馈',
    '无助于改进',
  ]),
  indicator('D4', '品牌贡献', 10, [
    '行业标杆，愿为我方背书',
    '知名企业，可作案例',
    '区域知名',
    '知名度低',
    '有损品牌',
  ]),
  indicator('D5', '服务成本低', 10, [
    '订单规整，几乎无额外服务',
    '服务量少',
    '服务量一般',
    '服务量大',
    '服务成本高于毛利',
  ]),
  indicator('D6', '快速响应需求', 8, ['要求极快并促我提速', '要求较快', '要求一般', '要求低', '无要求']),
  indicator('D7', '差异化创新', 8, [
    '共同开发，形成独有方案',
    '参与定制',
    '偶有定制',
    '只要标准品',
    '只比价格',
  ]),
  indicator('D8', '质量要求', 7, ['标准高于行业并促我提升', '标准较高', '行业标准', '标准偏低', '无标准']),
  indicator('D9', '安全', 7, ['合作与回款极安全', '较安全', '一般', '有隐患', '风险高']),
]

const STRATEGIC_EN: readonly TemplateIndicator[] = [
  indicator('D1', 'Economic value', 25, [
    'Profit in the top 10%',
    'Profit in the top 30%',
    'Middling profit',
    'Thin profit',
    'A loss',
  ]),
  indicator('D2', 'Pull on our products', 15, [
    'Lifts several new products',
    'Lifts one new product',
    'Tries one now and then',
    'Buys only the old ones',
    'Refuses new ones',
  ]),
  indicator('D3', 'Improves our management', 10, [
    'Drove several improvements',
    'Drove one improvement',
    'Gives useful advice',
    'Seldom gives feedback',
    'Of no help',
  ]),
  indicator('D4', 'Brand contribution', 10, [
    'Benchmark of its trade, vouches for us',
    'Well known, serves as a case',
    'Known in its region',
    'Little known',
    'Harms the brand',
  ]),
  indicator('D5', 'Low cost to serve', 10, [
    'Regular orders, hardly any extra service',
    'Little service',
    'Average service',
    'Much service',
    'Service costs more than the margin',
  ]),
  indicator('D6', 'Need for fast response', 8, [
    'Asks for speed and makes us faster',
    'Asks for fair speed',
    'Average',
    'Low',
    'None',
  ]),
  indicator('D7', 'Differentiating innovation', 8, [
    'Develops unique solutions with us',
    'Takes part in custom work',
    'Custom now and then',
    'Standard goods only',
    'Compares only prices',
  ]),
  indicator('D8', 'Demand for quality', 7, [
    'Above the trade’s standard, lifts ours',
    'High',
    'The trade’s standard',
    'Rather low',
    'None',
  ]),
  indicator('D9', 'Safety', 7, [
    'Very safe to deal with and to be paid by',
    'Rather safe',
    'Average',
    'Some danger',
    'High risk',
  ]),
]

const TEMPLATES: Readonly<
  Record<TemplateName, Readonly<Record<TemplateLanguage, readonly TemplateIndicator[]>>>
> = {
  seven: { zh: SEVEN_ZH, en: SEVEN_EN },
  strategic: { zh: STRATEGIC_ZH, en: STRATEGIC_EN },
  blank: { zh: [], en: [] },
}
