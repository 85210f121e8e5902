import type { Priority, RequestKind, RequestWay } from '../../../../db/channel/requests/rules/words.ts'
import type { PersonId } from '../../../../db/kernel/ids.ts'
import type { ParseDraft } from '../../../client/drafts.ts'

/** The kind under which a request being written is kept. */
export const REQUEST_DRAFT = 'request'

/** A request as it is typed. */
export interface RequestDraft {
  readonly accountId: string | null
  readonly title: string
  readonly detail: string
  readonly kind: RequestKind
  readonly priority: Priority
  readonly way: RequestWay
  readonly personId: PersonId | null
  readonly ownerId: string | null
  readonly backupId: string | null
  readonly sponsorId: string | null
  /** as typed, `2026-11-24 09:05`; empty for now */
  readonly askedAt: string
}

/** A request about which nothing is said yet. */
export const EMPTY_DRAFT: RequestDraft = {
  accountId: null,
  title: '',
  detail: '',
  kind: 'other',
  priority: 'normal',
  way: 'phone',
  personId: null,
  ownerId: null,
  backupId: null,
  sponsorId: null,
  askedAt: '',
}

/** Whether there is anything in a draft that somebody would miss. */
export const isWorthKeeping = ({ title, detail }: RequestDraft): boolean =>
  title.trim() !== '' || detail.trim() !== ''

const shape = new Set(Object.keys(EMPTY_DRAFT))

/** Reads a kept draft; null where it isn't one. */
export const keptRequest: ParseDraft<RequestDraft> = (json) => {
  const kept: Partial<RequestDraft> = JSON.parse(json)
  const known = Object.fromEntries(Object.entries(kept).filter(([key]) => shape.has(key)))
  const draft = { ...EMPTY_DRAFT, ...known }
  return isWorthKeeping(draft) ? draft : null
}

const MOMENT = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})\s+)?(\d{1,2})[:：](\d{2})$/

/**
 * The moment that was typed, in the laptop's own time: `09:05` today, or with a day before it. Null for now, undefined
 * where it is none.
 */
export function typedMoment(typed: string, now: Date): string | null | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  const match = MOMENT.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute] = match
  const date = new Date(now)
  if (year !== undefined) date.setFullYear(Number(year), Number(month) - 1, Number(day))
  date.setHours(Number(hour), Number(minute), 0, 0)
  const fits =
    Number(hour) < 24 && Number(minute) < 60 && (year === undefined || date.getDate() === Number(day))
  return fits ? date.toISOString() : undefined
}
