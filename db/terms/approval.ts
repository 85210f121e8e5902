import type { Proposal, ProposalKind } from '../evaluation/approval/rules/proposals.ts'
import { TIER_SHORT_WORDS } from './grading.ts'
import type { Language, Words } from './language.ts'
import { fillIn } from './ranking.ts'

/** What was proposed for a tier, in a word or two. */
export const PROPOSAL_WORDS = {
  zh: {
    promotion: '升级',
    demotion: '降级',
    demotionHeld: '暂缓降级',
    carried: '沿用',
    exception: '例外',
    new: '新定级',
    same: '不变',
  },
  en: {
    promotion: 'Promotion',
    demotion: 'Demotion',
    demotionHeld: 'Demotion held',
    carried: 'Carried over',
    exception: 'Exception',
    new: 'First tier',
    same: 'Unchanged',
  },
} as const satisfies Words<ProposalKind>

/** Why a tier is proposed. `{…}` are filled in by {@link whyText}. */
const WHY_WORDS = {
  zh: {
    reached: '得 {score} 分，高出{border}界线 {points} 分',
    reachedLowest: '得 {score} 分，低于{border}界线 {points} 分',
    farBelow: '低于{border}界线 {points} 分，已满两分',
    twiceBelow: '低于{border}界线 {points} 分，上轮也低于界线',
    justBelow: '只低 {points} 分，未满两分，且上轮未低于界线',
    firstBelow: '只低 {points} 分，未满两分，且上轮没有得分',
    severeCase: '有严重个案未结：{word}',
    overdue: '交回的评分表不足，沿用上轮级别',
    overdueUngraded: '交回的评分表不足，上轮也没有级别',
    tooLittle: '已评的权重不足 80%，沿用上轮级别',
    tooLittleUngraded: '已评的权重不足 80%，上轮也没有级别',
    standing: '例外仍有效：{word}',
    unchanged: '级别不变',
    ended: '例外已于 {day} 到期',
    join: '；',
  },
  en: {
    reached: '{score} points, {points} above the border of {border}',
    reachedLowest: '{score} points, {points} below the border of {border}',
    farBelow: '{points} points below the border of {border}, two or more',
    twiceBelow: '{points} points below the border of {border}, and below it last round too',
    justBelow: 'only {points} points below, less than two, and not below last round',
    firstBelow: 'only {points} points below, less than two, and no score last round',
    severeCase: 'a severe case is open: {word}',
    overdue: 'too few ballots are in, last round’s tier stays',
    overdueUngraded: 'too few ballots are in, and no tier last round either',
    tooLittle: 'less than 80% of the weight is marked, last round’s tier stays',
    tooLittleUngraded: 'less than 80% of the weight is marked, and no tier last round either',
    standing: 'the exception still holds: {word}',
    unchanged: 'the tier stays',
    ended: 'the exception ended on {day}',
    join: '; ',
  },
} as const satisfies Record<Language, Record<string, string>>

/** Why a tier is proposed, as a sentence without its full stop. */
export function whyText({ why, score, tier }: Proposal, language: Language): string {
  const words = WHY_WORDS[language]
  const isUngraded = tier === 'insufficient' && (why.code === 'overdue' || why.code === 'tooLittle')
  const code = isUngraded
    ? (`${why.code}Ungraded` as const)
    : why.code === 'reached' && why.distance < 0
      ? 'reachedLowest'
      : why.code
  const text = fillIn(words[code], {
    score: ((score ?? 0) / 10).toFixed(1),
    points: (Math.abs(why.distance) / 10).toFixed(1),
    border: why.border === null ? '' : TIER_SHORT_WORDS[language][why.border],
    word: why.word,
  })
  const ended = why.ended === null ? '' : fillIn(words.ended, { day: why.ended })
  return [ended, text].filter((part) => part !== '').join(words.join)
}

/** Why something was decided: in the words of who did, or as proposed. */
export function decisionReason(
  { reason, proposal }: { readonly reason: string; readonly proposal: Proposal | null },
  language: Language,
): string {
  if (!proposal) return reason
  // a reason that the proposal already names is told in its sentence
  return reason === '' || reason === proposal.why.word ? whyText(proposal, language) : reason
}
