import type { Seat } from '../evaluation/ballots/rules/group.ts'
import type { Words } from './language.ts'

/** Words of a ballot workbook 评分表. `{name}` is replaced by `fillIn`. */
export const BALLOT_WORDS = {
  zh: {
    ballotSheet: '评分表',
    standardsSheet: '评分标准',
    title: '{round} · 评分表',
    evaluator: '评价人：{name}（{seat}）',
    due: '请在 {when} 前交回',
    openEnd: '截止时间另行通知',
    howTo:
      '在有框的空格里选 10、8、6、4、2；不评的留空。灰底“{closed}”的格不由您评。评分后保存，把文件发回即可；其余内容请勿改动。',
    owner: '负责人',
    standing: '情况',
    own: '自己的客户',
    ownOut: '自己的客户（不计）',
    excused: '回避',
    weight: '权重',
    closed: '—',
    remark: '说明：{indicator}',
    refusal: '只能填 10、8、6、4、2，或留空。',
    notYours: '不由您评',
    byFigure: '按数据得分',
  },
  en: {
    ballotSheet: 'Ballot',
    standardsSheet: 'Standards',
    title: '{round} · ballot',
    evaluator: 'Evaluator: {name} ({seat})',
    due: 'Please return it by {when}',
    openEnd: 'no deadline is set',
    howTo:
      'Choose 10, 8, 6, 4 or 2 in the framed cells; leave blank what you cannot judge. Grey cells with “{closed}” are not yours. Save and send the file back; please change nothing else.',
    owner: 'Owner',
    standing: 'Standing',
    own: 'your own account',
    ownOut: 'your own account (not counted)',
    excused: 'excused',
    weight: 'Weight',
    closed: '—',
    remark: 'Remark: {indicator}',
    refusal: 'Only 10, 8, 6, 4, 2 or blank.',
    notYours: 'not yours to mark',
    byFigure: 'marked from data',
  },
} as const satisfies Words<string>

/** The seats of an evaluation group in words (A1). */
export const SEAT_WORDS = {
  zh: { leader: '组长', deputy: '副组长', member: '组员' },
  en: { leader: 'leader', deputy: 'deputy', member: 'member' },
} as const satisfies Words<Seat>
