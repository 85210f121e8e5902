import type { AnswerRefusal } from '../../../../db/recovery/surveys/contract.ts'
import { type AnswerLine, isTyped } from './answerLines.ts'

/** Why a line is not written down. */
export type LineFault =
  /** a text that its column can't take */
  | { readonly kind: 'unread'; readonly column: string; readonly text: string }
  | { readonly kind: 'accountMissing' }
  | { readonly kind: 'scoreMissing' }
  /** the engine knows better */
  | { readonly kind: 'refused'; readonly refusal: AnswerRefusal }
  /** nothing is wrong with it: it is on its way, or never got there */
  | { readonly kind: 'waiting' }

/** Why a line is not written down, the first reason where there are several; null where it is, or nothing was typed. */
export function faultOf(line: AnswerLine): LineFault | null {
  if (!isTyped(line)) return null
  const [unread] = Object.entries(line.unread)
  if (unread) return { kind: 'unread', column: unread[0], text: unread[1] }
  if (line.account === '') return { kind: 'accountMissing' }
  if (line.score === null) return { kind: 'scoreMissing' }
  if (line.refused) return { kind: 'refused', refusal: line.refused }
  return line.answer === null ? { kind: 'waiting' } : null
}

/** Whether a line can be sent: it says whose answer it is and the score, and all of it can be read. */
export const isReady = (line: AnswerLine): boolean =>
  line.account !== '' && line.score !== null && Object.keys(line.unread).length === 0

/** Whether somebody has to mend a line; one that only isn't finished yet, or is on its way, is no mistake. */
export const isMistaken = (line: AnswerLine): boolean => {
  const kind = faultOf(line)?.kind
  return kind === 'unread' || kind === 'refused'
}
