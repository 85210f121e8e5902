import type { TermKey, TermValue } from '../../channel/policies/rules/terms.ts'
import type { Tier } from '../../evaluation/rules/tiers.ts'

/** A version of a tier's policy in the sample: what it changes of the terms before it. Days count from the sample's today. */
export interface SamplePolicy {
  readonly tier: Tier
  readonly from: number
  readonly graceDays: number
  readonly note: string
  readonly publishedBy: string
  readonly changes: Readonly<Partial<Record<TermKey, TermValue>>>
}

/** What the sample department has published: words for the key accounts, and fewer but better visits to the main ones. */
export const SAMPLE_POLICIES: readonly SamplePolicy[] = [
  {
    tier: 'key',
    from: -150,
    graceDays: 60,
    note: '框架合同里答应过的条款写进政策，谁接手都一样办。',
    publishedBy: '沈知远',
    changes: {
      'details.guarantee': '质量问题先换货后鉴定',
      'details.payment': '月结 45 天',
      'details.priority': '当天 15:00 前的订单当天发',
      'details.early': '调价、停产提前 30 天告知',
    },
  },
  {
    tier: 'main',
    from: -12,
    graceDays: 30,
    note: '主要客户多家比价：客户经理多上门，高层拜访留给重要客户。',
    publishedBy: '沈知远',
    changes: {
      'details.payment': '月结 30 天',
      'cadence.visit': 21,
      'cadence.executiveVisit': 365,
      'gifts.yearlyLimit': 300_000,
    },
  },
]

/** An exception in the sample. Days count from its today. */
export interface SampleException {
  readonly account: string
  readonly from: number
  readonly until: number
  readonly terms: Readonly<Partial<Record<TermKey, TermValue>>>
  readonly reason: string
  readonly approvedBy: string
}

/** What two of the sample's accounts get otherwise: one more, while we make good; one less, until it has paid. */
export const SAMPLE_EXCEPTIONS: readonly SampleException[] = [
  {
    account: '南浔木业',
    from: -12,
    until: 48,
    terms: { 'cadence.visit': 7, 'responses.urgent.first': 10 },
    reason: '面漆发白停线，修复期内每周上门，来电 10 分钟内回。',
    approvedBy: '何敬之',
  },
  {
    account: '沈阳北辰幕墙',
    from: -6,
    until: 30,
    terms: { 'entitlements.payment': false },
    reason: '逾期 13 天，结清之前停用优惠账期。',
    approvedBy: '秦素',
  },
]
