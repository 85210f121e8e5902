import type { AccountField } from '../accounts/rules/accountFields.ts'
import type { Cycle, Kind, Lifecycle, SellingMode, TechnicalContent } from '../accounts/rules/fields.ts'
import type { FigureUnit } from '../accounts/rules/figures.ts'
import type { Words } from './language.ts'

/** Column headers of a grading sheet workbook; importing accepts the headers of either language. */
export const SHEET_HEADERS = {
  zh: {
    code: '科目编号',
    indicator: '评价科目',
    weight: '权重%',
    excellent: '优秀10',
    good: '良好8',
    fair: '合格6',
    poor: '较差4',
    failing: '不合格2',
    figure: '数据',
  },
  en: {
    code: 'code',
    indicator: 'indicator',
    weight: 'weight%',
    excellent: 'excellent10',
    good: 'good8',
    fair: 'fair6',
    poor: 'poor4',
    failing: 'failing2',
    figure: 'figure',
  },
} as const satisfies Words<string>

/** Column headers and worksheet names of a result workbook and of the ranking. */
export const RESULT_WORDS = {
  zh: {
    resultSheet: '评级结果',
    gradingSheet: '评分表',
    notesSheet: '说明',
    accountCode: '客户编号',
    accountName: '客户名称',
    owner: '负责人',
    total: '总分',
    tier: '级别',
    rank: '名次',
    exception: '先分类后分级',
    reason: '原因',
    approver: '批准人',
  },
  en: {
    resultSheet: 'Result',
    gradingSheet: 'Grading sheet',
    notesSheet: 'Notes',
    accountCode: 'Account code',
    accountName: 'Account name',
    owner: 'Owner',
    total: 'Total',
    tier: 'Tier',
    rank: 'Rank',
    exception: 'Classified first',
    reason: 'Reason',
    approver: 'Approver',
  },
} as const satisfies Words<string>

/** Column headers of an account list. */
export const ACCOUNT_HEADERS = {
  zh: {
    code: '客户编号',
    name: '客户名称',
    shortName: '简称',
    ownerId: '负责人',
    kind: '类别',
    cycle: '合作周期',
    lifecycle: '客户阶段',
    industry: '行业',
    region: '地区',
    address: '地址',
    site: '网址',
    phone: '电话',
    founded: '成立年份',
    staff: '员工人数',
    revenue: '年营业额',
    cooperationSince: '合作始于',
    parentId: '母公司',
    sellingMode: '销售模式',
    sellingModeWhy: '选此模式的理由',
    technicalContent: '技术含量',
    creditLimit: '信用额度',
    creditDays: '信用账期',
    paymentBehaviour: '付款习惯',
    marketPosition: '当地市场地位',
    business: '经营方式',
    tags: '标签',
    note: '备注',
    tier: '级别',
    score: '总分',
  },
  en: {
    code: 'Account code',
    name: 'Account name',
    shortName: 'Short name',
    ownerId: 'Owner',
    kind: 'Kind',
    cycle: 'Cooperation cycle',
    lifecycle: 'Lifecycle',
    industry: 'Industry',
    region: 'Region',
    address: 'Address',
    site: 'Website',
    phone: 'Phone',
    founded: 'Founded',
    staff: 'Staff',
    revenue: 'Yearly revenue',
    cooperationSince: 'Cooperation since',
    parentId: 'Parent company',
    sellingMode: 'Selling mode',
    sellingModeWhy: 'Why this mode',
    technicalContent: 'Technical content',
    creditLimit: 'Credit limit',
    creditDays: 'Credit days',
    paymentBehaviour: 'Payment behaviour',
    marketPosition: 'Local market position',
    business: 'How its business runs',
    tags: 'Tags',
    note: 'Note',
    tier: 'Tier',
    score: 'Score',
  },
} as const satisfies Words<AccountField | 'tier' | 'score'>

/** E1 in words. */
export const KIND_WORDS = {
  zh: { trading: '经营型', production: '生产型' },
  en: { trading: 'Trading', production: 'Production' },
} as const satisfies Words<Kind>

/** B1 in words. */
export const CYCLE_WORDS = {
  zh: { oneOff: '一次性', phased: '阶段性', seasonal: '季节性', longTerm: '长期性' },
  en: { oneOff: 'One-off', phased: 'Phased', seasonal: 'Seasonal', longTerm: 'Long-term' },
} as const satisfies Words<Cycle>

/** Where an account is in its life with us, in words. */
export const LIFECYCLE_WORDS = {
  zh: {
    prospect: '潜在',
    active: '合作中',
    dormant: '休眠',
    lost: '流失',
    wonBack: '赢回',
    letGo: '主动放弃',
  },
  en: {
    prospect: 'Prospect',
    active: 'Active',
    dormant: 'Dormant',
    lost: 'Lost',
    wonBack: 'Won back',
    letGo: 'Let go',
  },
} as const satisfies Words<Lifecycle>

/** B4.5 in words. */
export const SELLING_MODE_WORDS = {
  zh: { direct: '直接销售', club: '俱乐部', consultative: '顾问式', customised: '定制式' },
  en: { direct: 'Direct', club: 'Club', consultative: 'Consultative', customised: 'Customised' },
} as const satisfies Words<SellingMode>

/** E1's technical content in words. */
export const TECHNICAL_CONTENT_WORDS = {
  zh: { high: '高', medium: '中', low: '低' },
  en: { high: 'High', medium: 'Medium', low: 'Low' },
} as const satisfies Words<TechnicalContent>

/** The words of each of an account's fields that holds one of some words. */
export const FIELD_WORDS = {
  zh: {
    kind: KIND_WORDS.zh,
    cycle: CYCLE_WORDS.zh,
    lifecycle: LIFECYCLE_WORDS.zh,
    sellingMode: SELLING_MODE_WORDS.zh,
    technicalContent: TECHNICAL_CONTENT_WORDS.zh,
  },
  en: {
    kind: KIND_WORDS.en,
    cycle: CYCLE_WORDS.en,
    lifecycle: LIFECYCLE_WORDS.en,
    sellingMode: SELLING_MODE_WORDS.en,
    technicalContent: TECHNICAL_CONTENT_WORDS.en,
  },
} as const

/** What a figure is counted in, for headers; plain numbers have none. */
export const UNIT_WORDS = {
  zh: { money: '元', number: '', percent: '%', years: '年', days: '天' },
  en: { money: 'CNY', number: '', percent: '%', years: 'years', days: 'days' },
} as const satisfies Words<FigureUnit>
