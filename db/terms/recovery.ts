import type { CaseClock } from '../recovery/rules/deadlines.ts'
import type { SeverityName } from '../recovery/rules/severity.ts'
import type { CaseEventKind, CaseState } from '../recovery/rules/states.ts'
import type {
  CaseCategory,
  CaseKind,
  CustomerAnswer,
  Force,
  LossCause,
  RemedyKind,
} from '../recovery/rules/words.ts'
import type { Language } from './language.ts'

/** Where a case stands. */
export const CASE_STATE_WORDS = {
  zh: {
    recorded: '已记录',
    acknowledged: '已答复受理',
    graded: '已定级',
    contained: '已控制',
    checked: '已核实',
    agreed: '方案已定',
    approved: '方案已批',
    carriedOut: '已执行',
    told: '已告知客户',
    watched: '观察恢复',
    closed: '已结案',
    escalated: '客户不接受，已升级',
    withdrawn: '已撤回',
  },
  en: {
    recorded: 'Recorded',
    acknowledged: 'Acknowledged',
    graded: 'Graded',
    contained: 'Contained',
    checked: 'Checked for truth',
    agreed: 'Solution agreed',
    approved: 'Approved',
    carriedOut: 'Carried out',
    told: 'Told to the customer',
    watched: 'Watched',
    closed: 'Closed',
    escalated: 'Refused, escalated',
    withdrawn: 'Withdrawn',
  },
} as const satisfies Record<Language, Record<CaseState, string>>

/** What a case began with. */
export const CASE_KIND_WORDS = {
  zh: {
    complaint: '投诉',
    incident: '质量事故',
    brokenPromise: '失信承诺',
    lostOrder: '丢单',
    lostAccount: '流失客户',
    survey: '调查差评',
    hunch: '苗头',
  },
  en: {
    complaint: 'Complaint',
    incident: 'Quality incident',
    brokenPromise: 'Broken promise',
    lostOrder: 'Lost order',
    lostAccount: 'Lost account',
    survey: 'Bad survey answer',
    hunch: 'Hunch',
  },
} as const satisfies Record<Language, Record<CaseKind, string>>

/** What a case is about. */
export const CASE_CATEGORY_WORDS = {
  zh: {
    product: '产品',
    delivery: '交货',
    service: '服务',
    price: '价格',
    contract: '合同',
    accounts: '账款',
    people: '人员',
    other: '其他',
  },
  en: {
    product: 'Product',
    delivery: 'Delivery',
    service: 'Service',
    price: 'Price',
    contract: 'Contract',
    accounts: 'Accounts',
    people: 'People',
    other: 'Other',
  },
} as const satisfies Record<Language, Record<CaseCategory, string>>

/** How grave a case is. */
export const CASE_SEVERITY_WORDS = {
  zh: { urgent: '紧急 1 级', major: '严重 2 级', normal: '一般 3 级', minor: '轻微 4 级' },
  en: { urgent: 'Urgent 1', major: 'Major 2', normal: 'Normal 3', minor: 'Minor 4' },
} as const satisfies Record<Language, Record<SeverityName, string>>

/** The seven causes for which accounts leave (B3). */
export const LOSS_CAUSE_WORDS = {
  zh: {
    peopleLeft: '1 我方人员离职带走',
    brokenFaith: '2 失信：标准、承诺没做到',
    smallSlighted: '3 小客户觉得被歧视',
    strategyChanged: '4 客户战略变了',
    foulRival: '5 对手用不正当手段',
    strongerRival: '6 对手更强',
    unresolved: '7 问题没有妥善解决',
  },
  en: {
    peopleLeft: '1 Our people left with it',
    brokenFaith: '2 Broken faith: standards, promises',
    smallSlighted: '3 Small accounts feel slighted',
    strategyChanged: '4 The customer’s strategy changed',
    foulRival: '5 A rival by foul means',
    strongerRival: '6 A stronger rival',
    unresolved: '7 Problems not properly resolved',
  },
} as const satisfies Record<Language, Record<LossCause, string>>

/** The three forces (B3). */
export const FORCE_WORDS = {
  zh: { ours: '我方处理不当', customer: '客户自己要走', rival: '对手争夺' },
  en: { ours: 'We handled it badly', customer: 'The customer chose to go', rival: 'A rival poached it' },
} as const satisfies Record<Language, Record<Force, string>>

/** What is done to make it right. */
export const REMEDY_KIND_WORDS = {
  zh: { exchange: '退换', compensation: '补偿', service: '服务', extra: '超出期望', improvement: '改进' },
  en: {
    exchange: 'Exchange',
    compensation: 'Compensation',
    service: 'Service',
    extra: 'More than satisfying',
    improvement: 'Improvement',
  },
} as const satisfies Record<Language, Record<RemedyKind, string>>

/** What the customer says to what was done. */
export const CUSTOMER_ANSWER_WORDS = {
  zh: { accepts: '接受', partly: '部分接受', refuses: '不接受' },
  en: { accepts: 'Accepts', partly: 'Accepts in part', refuses: 'Refuses' },
} as const satisfies Record<Language, Record<CustomerAnswer, string>>

/** The clocks of a case, by what is due. */
export const CASE_CLOCK_WORDS = {
  zh: { answer: '答复受理', contain: '控制损害', interim: '通报进展', solution: '解决' },
  en: { answer: 'Answer', contain: 'Containment', interim: 'News', solution: 'Solution' },
} as const satisfies Record<Language, Record<CaseClock, string>>

/** What happens to a case, with remarks, what the customer said, and cases that turned out to be one with it. */
export const CASE_EVENT_WORDS = {
  zh: {
    acknowledge: '答复受理',
    grade: '定级',
    contain: '已控制',
    check: '已核实',
    interim: '通报进展',
    agree: '方案已定',
    approve: '批准方案',
    sendBack: '退回修改',
    carryOut: '已执行',
    tell: '已告知客户',
    accept: '客户接受',
    refuse: '客户不接受',
    close: '结案',
    withdraw: '撤回',
    reopen: '重新打开',
    note: '记录',
    word: '客户说',
    merged: '并入',
  },
  en: {
    acknowledge: 'Acknowledge',
    grade: 'Grade',
    contain: 'Harm is contained',
    check: 'Check is done',
    interim: 'Tell news',
    agree: 'Solution is agreed',
    approve: 'Approve solution',
    sendBack: 'Send back',
    carryOut: 'Remedies are carried out',
    tell: 'Customer is told',
    accept: 'Customer accepts',
    refuse: 'Customer refuses',
    close: 'Close',
    withdraw: 'Withdraw',
    reopen: 'Reopen',
    note: 'Note',
    word: 'Customer said',
    merged: 'Merged',
  },
} as const satisfies Record<Language, Record<CaseEventKind | 'note' | 'word' | 'merged', string>>
