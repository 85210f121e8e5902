import type { Pooling } from '../evaluation/consensus/rules/pooling.ts'
import type { TierDecision } from '../evaluation/contract.ts'
import { decisionReason } from './approval.ts'
import type { Language, Words } from './language.ts'

/** What can be decided on an account's tier. */
export const DECISION_WORDS = {
  zh: { approved: '批准', kept: '保留原级', carried: '沿用', exception: '例外' },
  en: { approved: 'Approved', kept: 'Kept', carried: 'Carried over', exception: 'Exception' },
} as const satisfies Words<TierDecision['kind']>

/** A decision with its reason and who took it. */
export function decisionText(decision: TierDecision, language: Language): string {
  const { kind, by } = decision
  const reason = decisionReason(decision, language)
  const what = DECISION_WORDS[language][kind]
  const why = reason === '' ? '' : language === 'zh' ? `：${reason}` : `: ${reason}`
  const who = by === '' ? '' : language === 'zh' ? `（${by}）` : ` (${by})`
  return `${what}${why}${who}`
}

/** How ballots become one mark. */
export const POOLING_WORDS = {
  zh: {
    mean: '按票权加权平均',
    trimmed: '五份以上评分时去掉一个最高分和一个最低分（同分者去票权最小的），其余按票权加权平均',
    consensus: '先合议：有分歧的格按合议的分，其余按票权加权平均',
  },
  en: {
    mean: 'mean by voting weight',
    trimmed:
      'from five ballots up without one highest and one lowest (of several, the one with the least votes), then the mean by voting weight',
    consensus:
      'consensus first: cells in discord by what was agreed, all others by the mean by voting weight',
  },
} as const satisfies Words<Pooling>

/** Words of the consensus workbook. `{name}` is replaced by `fillIn`. */
export const CONSENSUS_WORDS = {
  zh: {
    file: '合议',
    ballotsSheet: '全部评分',
    agreementsSheet: '合议记录',
    decisionsSheet: '级别决定',
    weight: '权重%',
    votes: '票权',
    owner: '负责人',
    reason: '说明',
    indicator: '评价科目',
    mark: '合议分',
    why: '理由',
    arguments: '各方意见',
    by: '记录人',
    day: '日期',
    decision: '决定',
    tier: '级别',
    expires: '有效至',
    decidedBy: '批准人',
    excused: '回避',
    ownExcluded: '自己的客户',
    notCompetent: '不评',
    agreed: '合议：{reason}',
    fixed: '按发布时的结果；规则之后有变，不再重算',
    pooling: '合成',
    discord: '分歧',
    discordRange: '一格里最高分与最低分相差 {atLeast} 分以上',
    discordDeviation: '一格分数的标准差达到 {atLeast} 分',
    own: '自己的客户',
    ownCounted: '评价人给自己客户的分计入（底色标出）',
    ownOut: '评价人给自己客户的分不计入（灰底）',
    late: '逾期的评分表',
    lateCounted: '未提交的评分表也计入',
    lateOut: '未提交的评分表不计入，也不列出',
    out: '灰底的格',
    outText: '不计入：回避、不在评价范围，或自己的客户',
    separator: '；',
  },
  en: {
    file: 'consensus',
    ballotsSheet: 'All ballots',
    agreementsSheet: 'Agreements',
    decisionsSheet: 'Decisions',
    weight: 'weight%',
    votes: 'Votes',
    owner: 'Owner',
    reason: 'Remark',
    indicator: 'Indicator',
    mark: 'Agreed mark',
    why: 'Reason',
    arguments: 'Arguments',
    by: 'Recorded by',
    day: 'Date',
    decision: 'Decision',
    tier: 'Tier',
    expires: 'Until',
    decidedBy: 'Approved by',
    excused: 'excused',
    ownExcluded: 'own account',
    notCompetent: 'not theirs',
    agreed: 'Agreed: {reason}',
    fixed: 'As published; the rules have changed since, so it is not calculated again',
    pooling: 'Pooling',
    discord: 'Discord',
    discordRange: 'the highest and the lowest mark of a cell are at least {atLeast} apart',
    discordDeviation: 'the standard deviation of a cell is at least {atLeast}',
    own: 'Own accounts',
    ownCounted: 'marks for one’s own accounts count (tinted)',
    ownOut: 'marks for one’s own accounts do not count (grey)',
    late: 'Late ballots',
    lateCounted: 'ballots that were not handed in count as well',
    lateOut: 'ballots that were not handed in neither count nor show',
    out: 'Grey cells',
    outText: 'not counted: excused, out of competence, or one’s own account',
    separator: '; ',
  },
} as const satisfies Words<string>
