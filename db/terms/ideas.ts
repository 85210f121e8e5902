import type { IdeaState } from '../recovery/ideas/rules/ideas.ts'
import type { PriorityBand } from '../recovery/ideas/rules/priority.ts'
import type { Language } from './language.ts'

/** Where an idea stands. */
export const IDEA_STATE_WORDS = {
  zh: {
    proposed: '已提出',
    weighed: '已评估',
    accepted: '已采纳',
    inWork: '在做',
    delivered: '已做到',
    told: '已答复客户',
    refused: '不采纳',
  },
  en: {
    proposed: 'Proposed',
    weighed: 'Weighed',
    accepted: 'Accepted',
    inWork: 'In work',
    delivered: 'Delivered',
    told: 'Told to the customers',
    refused: 'Refused',
  },
} as const satisfies Record<Language, Record<IdeaState, string>>

/** What goes first. */
export const PRIORITY_WORDS = {
  zh: { first: '先做', inTurn: '排队', later: '缓做' },
  en: { first: 'First', inTurn: 'In turn', later: 'Later' },
} as const satisfies Record<Language, Record<PriorityBand, string>>
