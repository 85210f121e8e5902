import type { Grade } from '../evaluation/rules/marks.ts'
import type { Standing } from '../evaluation/rules/tiers.ts'
import type { Words } from './language.ts'

/** The tiers of A7 in full, as they stand in a result. */
export const TIER_WORDS = {
  zh: { key: '重要客户', main: '主要客户', ordinary: '普通客户', small: '小客户', insufficient: '资料不足' },
  en: {
    key: 'Key account',
    main: 'Main account',
    ordinary: 'Ordinary account',
    small: 'Small account',
    insufficient: 'Insufficient data',
  },
} as const satisfies Words<Standing>

/** The tiers where room is short. */
export const TIER_SHORT_WORDS = {
  zh: { key: '重要', main: '主要', ordinary: '普通', small: '小', insufficient: '资料不足' },
  en: { key: 'Key', main: 'Main', ordinary: 'Ordinary', small: 'Small', insufficient: 'Insufficient' },
} as const satisfies Words<Standing>

/** The shape that stands for a tier beside its word, so that colour is never alone. */
export const TIER_SIGNS: Readonly<Record<Standing, string>> = {
  key: '◆',
  main: '●',
  ordinary: '■',
  small: '○',
  insufficient: '–',
}

/** The marks of A4 in words. */
export const GRADE_WORDS = {
  zh: { excellent: '优秀', good: '良好', fair: '合格', poor: '较差', failing: '不合格' },
  en: { excellent: 'excellent', good: 'good', fair: 'fair', poor: 'poor', failing: 'failing' },
} as const satisfies Words<Grade>
