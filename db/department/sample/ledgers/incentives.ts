import type { Reckoning } from '../../../channel/incentives/rules/reckoning.ts'
import type { IncentiveKind, IncentiveUnit } from '../../../channel/incentives/rules/words.ts'

/** A rule of the sample (B4.6); money in 万元. */
export interface SampleRule {
  readonly name: string
  readonly kind: IncentiveKind
  readonly unit: IncentiveUnit
  readonly text: string
  readonly reckoning: Reckoning | null
}

/** Fen in ten thousand yuan. */
const WAN = 1_000_000

export const SAMPLE_RULES: readonly SampleRule[] = [
  {
    name: '季度量返',
    kind: 'rebate',
    unit: 'fen',
    text: '季度回款满 300 万元，按 0.8% 返利',
    reckoning: { rate: 80, threshold: 300 * WAN, cap: 20 * WAN },
  },
  {
    name: '回款积分',
    kind: 'points',
    unit: 'points',
    text: '按期回款每百元一分',
    reckoning: { rate: 100, threshold: 0, cap: null },
  },
  { name: '介绍新客户', kind: 'gift', unit: 'points', text: '介绍一家成交，送 2,000 分', reckoning: null },
  { name: '逾期回款', kind: 'penalty', unit: 'fen', text: '逾期满 30 天，扣当季返利', reckoning: null },
]

/** An entry of the sample: by a rule from a base in 万元, or an amount in 万元 or points; paid out where negative. */
export interface SampleIncentive {
  readonly account: string
  readonly rule: string | null
  readonly unit: IncentiveUnit
  readonly base: number | null
  readonly amount: number
  readonly ago: number
  readonly why: string
  readonly by: string
}

const entry = (
  account: string,
  rule: string | null,
  unit: IncentiveUnit,
  given: { readonly base: number } | { readonly amount: number },
  ago: number,
  why = '',
  by = '林晓舟',
): SampleIncentive => ({
  account,
  rule,
  unit,
  base: 'base' in given ? given.base : null,
  amount: 'amount' in given ? given.amount : 0,
  ago,
  why,
  by,
})

export const SAMPLE_INCENTIVES: readonly SampleIncentive[] = [
  entry('恒岳家居集团', '季度量返', 'fen', { base: 1_712 }, 146, '二季度回款 1,712 万元'),
  entry('恒岳家居集团', '回款积分', 'points', { base: 1_712 }, 146),
  entry('恒岳家居集团', null, 'fen', { amount: -13.696 }, 120, '二季度返利抵货款'),
  entry('恒岳家居集团', '季度量返', 'fen', { base: 1_804 }, 54, '三季度回款 1,804 万元'),
  entry('恒岳家居集团', '回款积分', 'points', { base: 1_804 }, 54),
  entry('恒岳家居集团', null, 'points', { amount: -100_000 }, 30, '兑换色板柜两套'),
  entry('苏州新垲整木', '季度量返', 'fen', { base: 768 }, 54, '三季度回款 768 万元', '陈立川'),
  entry('苏州新垲整木', '回款积分', 'points', { base: 768 }, 54, '', '陈立川'),
  entry('川渝宏泰建材', '介绍新客户', 'points', { amount: 2_000 }, 47, '介绍贵阳黔山装饰', '周启明'),
  entry('佛山美颂家具', '季度量返', 'fen', { base: 1_310 }, 54, '三季度回款 1,310 万元', '周启明'),
  entry('沈阳北辰幕墙', '逾期回款', 'fen', { amount: 1.2 }, 12, '逾期 13 天两次，协议扣返利', '方佩'),
]
