import type { Destination, Origin } from '../evaluation/moves/rules/migration.ts'
import { TIER_SHORT_WORDS, TIER_SIGNS } from './grading.ts'
import type { Words } from './language.ts'

/** Where accounts come from and go to between two rounds, where room is short. */
export const PLACE_WORDS = {
  zh: { ...TIER_SHORT_WORDS.zh, new: '新参评', gone: '不再参评' },
  en: { ...TIER_SHORT_WORDS.en, new: 'New', gone: 'Gone' },
} as const satisfies Words<Origin | Destination>

/** The shape beside each, so that colour is never alone. */
export const PLACE_SIGNS: Readonly<Record<Origin | Destination, string>> = {
  ...TIER_SIGNS,
  new: '+',
  gone: '×',
}
