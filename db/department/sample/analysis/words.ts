import type { Quadrant, StickinessLayer } from '../../../accounts/analysis/rules/kinds.ts'

/** Points of SWOT for accounts that the story doesn't tell of; slots as in makeAnalysis.ts. */
export const POINTS: Readonly<Record<Quadrant, readonly string[]>> = {
  strength: [
    '{品}份额 {份额}，现场离不开我们的技术员',
    '多年合作，生产认我们的{品}',
    '{线}参数是我们一起定的',
    '对账清楚，几乎没有争议',
  ],
  weakness: [
    '只有一两个人熟，老板见得少',
    '{品}价格高于同行，采购常提',
    '送货要隔天，急单接不住',
    '财务这条线没有人跑',
  ],
  opportunity: [
    '{线}要扩，{品}用量可涨',
    '{货}转水性，可以带一整套方案',
    '还有两个品类现购他牌',
    '下半年{货}订单足',
  ],
  threat: [
    '德诺低价试{品}',
    '华楷承诺账期多给半个月',
    '甲方回款慢，货款跟着拖',
    '{货}市场在缩，明年计划未定',
  ],
}

/** What stickiness is read from. */
export const EVIDENCE: Readonly<Record<StickinessLayer, readonly string[]>> = {
  perception: ['下单、送货、对账都顺', '急单接得住，偶有晚到', '技术员常到{线}', '换货要催两次'],
  success: ['{货}靠{品}过了环保检测', '返工率降了，老板看得见', '还谈不上帮它多赚', '{货}单价因此高一点'],
  strategy: ['谈过明年计划，没有签', '一年一谈，谈价为主', '愿意共担新品试线', '没有谈过长远'],
}
