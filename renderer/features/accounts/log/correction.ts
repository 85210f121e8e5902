import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { CHANNELS } from '../../../../db/accounts/log/rules/channels.ts'
import { storedText, type TypedText, typedText } from '../../../../db/accounts/log/rules/typedMentions.ts'

/** What of an entry can be corrected. */
export type Correctable = Pick<Entry, 'text' | 'happenedOn' | 'channel'>

/** A correction as it is typed. */
export interface Correction {
  /** what the entry said when the correction was begun */
  readonly from: Correctable
  readonly typed: TypedText
  readonly channel: Entry['channel']
  readonly when: string
  readonly why: string
}

/** Under which kind the drafts of an entry's correction are kept. */
export const correctionKind = (entryId: Entry['id']): string => `log.correction.${entryId}`

/** What of an entry a correction replaces. */
export const correctable = ({ text, happenedOn, channel }: Entry): Correctable => ({
  text,
  happenedOn,
  channel,
})

/** A correction in which nothing is changed yet. */
export const beginCorrection = (from: Correctable): Correction => ({
  from,
  typed: typedText(from.text),
  channel: from.channel,
  when: from.happenedOn,
  why: '',
})

/** Whether two states of an entry say the same. */
export const saysTheSame = (one: Correctable, other: Correctable): boolean =>
  one.text === other.text && one.happenedOn === other.happenedOn && one.channel === other.channel

/** Whether anything was typed or chosen that would be missed. */
export const isChanged = ({ from, typed, channel, when, why }: Correction): boolean =>
  storedText(typed) !== from.text || channel !== from.channel || when !== from.happenedOn || why.trim() !== ''

/** A correction as it was kept; null where it is none, or nothing in it would be missed. */
export function keptCorrection(json: string): Correction | null {
  try {
    const kept: unknown = JSON.parse(json)
    return isCorrection(kept) && isChanged(kept) ? kept : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isChannel = (value: unknown): boolean => CHANNELS.some((channel) => channel === value)

const isCorrection = (kept: unknown): kept is Correction =>
  isObject(kept) &&
  isObject(kept.from) &&
  typeof kept.from.text === 'string' &&
  typeof kept.from.happenedOn === 'string' &&
  isChannel(kept.from.channel) &&
  isObject(kept.typed) &&
  typeof kept.typed.text === 'string' &&
  Array.isArray(kept.typed.mentions) &&
  isChannel(kept.channel) &&
  typeof kept.when === 'string' &&
  typeof kept.why === 'string'
