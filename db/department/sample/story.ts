import type { FigureUnit } from '../../accounts/rules/figures.ts'
import type { Standards } from '../../evaluation/rules/bands.ts'

/** The people of the sample department with what they do there. */
export const SAMPLE_MEMBERS: readonly (readonly [name: string, role: string])[] = [
  ['顾长风', '总经理'],
  ['何敬之', '副总经理'],
  ['罗雁', '营销总监'],
  ['秦素', '财务经理'],
  ['沈知远', '大客户部负责人'],
  ['林晓舟', '客户经理'],
  ['周启明', '客户经理'],
  ['许若岚', '客户经理'],
  ['陈立川', '客户经理'],
  ['方佩', '客户经理'],
  ['唐棣', '品质'],
  ['赵敏', '物流'],
  ['马骁', '研发'],
]

/** Who sits at the sample's laptop. */
export const SAMPLE_USER = '沈知远'

/** The figures kept of the sample's accounts, in the order of their columns in {@link SAMPLE_ACCOUNTS}. */
export const SAMPLE_FIGURES: readonly { readonly name: string; readonly unit: FigureUnit }[] = [
  { name: '合作年限', unit: 'years' },
  { name: '年交易额', unit: 'money' },
  { name: '年利润贡献', unit: 'money' },
  { name: '逾期天数', unit: 'days' },
  { name: '同比增长', unit: 'percent' },
  { name: '客户份额', unit: 'percent' },
]

/** An indicator of the sample's sheet: weight in percent; banded ones name their figure. */
export interface SampleIndicator {
  readonly code: string
  readonly name: string
  readonly percent: number
  readonly figure: string | null
  readonly standards: Standards
}

export const SAMPLE_SHEET_NAME = '大客户分级考评表'

/** The same sheet for the round by ballots. */
export const SAMPLE_BALLOT_SHEET_NAME = '大客户分级考评表（盲评）'

/** The nine indicators: four marked by bands (57%), five judged by words (43%). */
export const SAMPLE_INDICATORS: readonly SampleIndicator[] = [
  {
    code: 'A1',
    name: '合作年限',
    percent: 10,
    figure: '合作年限',
    standards: { excellent: '>=10', good: '6~10', fair: '3~6', poor: '1~3', failing: '<1' },
  },
  {
    code: 'A2',
    name: '年交易额',
    percent: 20,
    figure: '年交易额',
    standards: {
      excellent: '>=3000万',
      good: '1500万~3000万',
      fair: '600万~1500万',
      poor: '200万~600万',
      failing: '<200万',
    },
  },
  {
    code: 'A3',
    name: '利润贡献',
    percent: 15,
    figure: '年利润贡献',
    standards: {
      excellent: '>=400万',
      good: '180万~400万',
      fair: '60万~180万',
      poor: '0~60万',
      failing: '<0',
    },
  },
  {
    code: 'A4',
    name: '资金信用',
    percent: 12,
    figure: '逾期天数',
    // whole days: at most 10 reads 1~11, because a band's upper bound is out
    standards: { excellent: '<=0', good: '1~11', fair: '11~31', poor: '31~61', failing: '>=61' },
  },
  {
    code: 'B1',
    name: '经营理念',
    percent: 8,
    figure: null,
    standards: {
      excellent: '有清晰的三年规划，愿与我们共同投入，重质量胜过低价',
      good: '有年度规划，认同长期合作，能谈共同目标',
      fair: '经营稳健，以价格为主，也看服务与质量',
      poor: '只看眼前价格，计划常变',
      failing: '投机经营，不守约定',
    },
  },
  {
    code: 'B2',
    name: '忠诚度',
    percent: 12,
    figure: null,
    standards: {
      excellent: '独家或首选我们，主动推荐新客户，竞品来访会告知',
      good: '首选我们，份额稳定，关键人支持',
      fair: '两三家并用，份额有起伏，关键人中立',
      poor: '份额下降，关键人离开或转向竞品',
      failing: '随时可换，只在缺货时找我们',
    },
  },
  {
    code: 'B3',
    name: '规模管理',
    percent: 8,
    figure: null,
    standards: {
      excellent: '行业前列，制度与信息系统完备，交接有据',
      good: '区域前列，制度健全，采购与财务分工清楚',
      fair: '规模中等，有基本制度',
      poor: '规模小，多凭老板口头决定',
      failing: '管理混乱，账目不清',
    },
  },
  {
    code: 'B4',
    name: '下游满意',
    percent: 8,
    figure: null,
    standards: {
      excellent: '下游主动指定其产品，一年无重大投诉',
      good: '下游评价好，投诉能及时解决',
      fair: '下游评价一般，偶有投诉',
      poor: '投诉较多，解决拖延',
      failing: '下游大量流失或有重大纠纷',
    },
  },
  {
    code: 'B5',
    name: '增长潜力',
    percent: 7,
    figure: null,
    standards: {
      excellent: '新产线或新市场已落地，两年内用量可翻番',
      good: '有明确扩产计划，年增长可望一成以上',
      fair: '用量平稳，有新品可切入',
      poor: '用量停滞，可切入的产品少',
      failing: '收缩、搬迁或转行中',
    },
  },
]

/** Notes on marks: the evidence behind them. */
export const SAMPLE_NOTES: readonly {
  readonly account: string
  readonly indicator: string
  readonly text: string
}[] = [
  {
    account: '南浔木业',
    indicator: '忠诚度',
    text: '一向支持我们的采购负责人离职后，订单连续两个月少了 38%；UV 面漆批次发白，停线半天（C-0037）。',
  },
  {
    account: '佛山美颂家具',
    indicator: '忠诚度',
    text: '已 32 天没有联系；10 月有竞品送样，尚未试用。',
  },
  {
    account: '恒岳家居集团',
    indicator: '规模管理',
    text: '集团化管理，2027 年框架合同洽谈中；生产副总曾把我们推荐给宏泰。',
  },
]

/** What the sample's archive says of an account in free words. */
export const SAMPLE_REMARKS: Readonly<Record<string, string>> = {
  恒岳家居集团:
    '董事长吴国梁，总经理吴思齐；采购郑明霞中立，生产唐海平支持，财务高卉刚到任、档案不全。份额 62%，目标 70%。',
  南浔木业: '停线半天的损失约 30 万元，补偿方案待批；订单回到每月 365 万元的九成，才算修复。',
  沈阳北辰幕墙: '逾期 13 天；送货投诉还没有得到客户确认。',
  昆明滇池建材: '近一年服务成本高于利润，先谈改善，再定去留。',
}
