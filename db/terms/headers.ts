import type { Cycle, Kind } from '../accounts/rules/fields.ts'
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
    owner: '负责人',
    kind: '类别',
    cycle: '合作周期',
    industry: '行业',
    region: '地区',
    phone: '电话',
    note: '备注',
    tier: '级别',
    score: '总分',
  },
  en: {
    code: 'Account code',
    name: 'Account name',
    owner: 'Owner',
    kind: 'Kind',
    cycle: 'Cooperation cycle',
    industry: 'Industry',
    region: 'Region',
    phone: 'Phone',
    note: 'Note',
    tier: 'Tier',
    score: 'Score',
  },
} as const satisfies Words<string>

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

/** What a figure is counted in, for headers; plain numbers have none. */
export const UNIT_WORDS = {
  zh: { money: '元', number: '', percent: '%', years: '年', days: '天' },
  en: { money: 'CNY', number: '', percent: '%', years: 'years', days: 'days' },
} as const satisfies Words<FigureUnit>
