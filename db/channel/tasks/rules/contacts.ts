import type { Channel } from '../../../accounts/log/rules/channels.ts'

/** The sorts of contact that a policy sets a cadence for. */
export const CADENCE_SORTS = ['visit', 'executiveVisit', 'call', 'survey', 'talk'] as const
export type CadenceSort = (typeof CADENCE_SORTS)[number]

/** Sorts of contact that an entry of the work log can prove. A survey or a talk is proven by its task alone. */
export const PROVEN_BY_LOG = ['visit', 'executiveVisit', 'call'] as const
export type LoggedSort = (typeof PROVEN_BY_LOG)[number]

/** Ways in which we meet somebody face to face. */
const IN_PERSON: readonly Channel[] = ['visit', 'received']

/** Roles of executives 高层 (A1): general manager and vice-president, in the words in which departments write them. */
const EXECUTIVE =
  /总经理|总裁|董事长|董事会|副总(?!监)|首席|\b(ceo|coo|president|general manager|vice[- ]president|managing director)\b/i

/** Whether somebody of ours is an executive by their role. */
export const isExecutive = (role: string): boolean => EXECUTIVE.test(role)

/**
 * Whether an entry of the work log is a contact of a sort. Every entry with an account is a real contact with it; who
 * met somebody face to face needn't call them as well.
 */
export function isContact(sort: LoggedSort, channel: Channel, byExecutive: boolean): boolean {
  if (sort === 'call') return channel === 'call' || IN_PERSON.includes(channel)
  return IN_PERSON.includes(channel) && (sort === 'visit' || byExecutive)
}

/** All sorts of contact that an entry proves. */
export const sortsProven = (channel: Channel, byExecutive: boolean): readonly LoggedSort[] =>
  PROVEN_BY_LOG.filter((sort) => isContact(sort, channel, byExecutive))
