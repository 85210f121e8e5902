import type { VisitState } from '../visits/rules/states.ts'
import type { Answer, Direction, MemberPart, NoteKind, Reach, VisitKind } from '../visits/rules/words.ts'
import type { Language } from './language.ts'

/** Where a visit stands. */
export const VISIT_STATE_WORDS = {
  zh: {
    proposed: '计划',
    approved: '已批准',
    confirmed: '客户已确认',
    frozen: '简报已冻结',
    held: '进行中',
    minutesDue: '待写纪要',
    following: '跟进中',
    closed: '已关闭',
    cancelled: '已取消',
    notHeld: '没有成行',
  },
  en: {
    proposed: 'Proposed',
    approved: 'Approved',
    confirmed: 'Confirmed by the customer',
    frozen: 'Brief frozen',
    held: 'Being held',
    minutesDue: 'Minutes due',
    following: 'Following up',
    closed: 'Closed',
    cancelled: 'Cancelled',
    notHeld: 'Not held',
  },
} as const satisfies Record<Language, Record<VisitState, string>>

/** What a visit is for. */
export const VISIT_KIND_WORDS = {
  zh: {
    regular: '例行拜访',
    roundTable: '高层座谈会',
    repair: '修复拜访',
    signing: '签约',
    inspection: '考察',
    festival: '节日走访',
    award: '年度表彰',
  },
  en: {
    regular: 'Regular',
    roundTable: 'Round table',
    repair: 'Repair',
    signing: 'Signing',
    inspection: 'Inspection',
    festival: 'Festival',
    award: 'Annual award',
  },
} as const satisfies Record<Language, Record<VisitKind, string>>

/** Who goes to whom. */
export const DIRECTION_WORDS = {
  zh: { go: '我方去访', come: '对方来访', neutral: '第三地' },
  en: { go: 'We go', come: 'They come', neutral: 'Neutral ground' },
} as const satisfies Record<Language, Record<Direction, string>>

/** What one of ours does there. */
export const MEMBER_PART_WORDS = {
  zh: { leads: '带队', joins: '随行' },
  en: { leads: 'leads', joins: 'joins' },
} as const satisfies Record<Language, Record<MemberPart, string>>

/** How an ask was answered. */
export const ANSWER_WORDS = {
  zh: { yes: '答应', partly: '部分答应', no: '没有答应' },
  en: { yes: 'agreed', partly: 'agreed in part', no: 'not agreed' },
} as const satisfies Record<Language, Record<Answer, string>>

/** How far the objective was reached. */
export const REACH_WORDS = {
  zh: { reached: '达到', partly: '部分达到', not: '没有达到' },
  en: { reached: 'Reached', partly: 'Partly reached', not: 'Not reached' },
} as const satisfies Record<Language, Record<Reach, string>>

/** What a note of the day is. */
export const NOTE_KIND_WORDS = {
  zh: { note: '记录', competitor: '竞品动向', price: '价格', plan: '客户计划', person: '人物' },
  en: { note: 'Note', competitor: 'Competitor', price: 'Price', plan: 'Plan', person: 'Person' },
} as const satisfies Record<Language, Record<NoteKind, string>>
