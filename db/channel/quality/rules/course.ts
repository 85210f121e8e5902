import { daysBetween } from '../../../accounts/rules/days.ts'

/** C1: how far an incident is. It is over when its correction is proven, and in no other way. */
export const INCIDENT_STATES = ['open', 'decided', 'corrected', 'proven'] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]

/** What of an incident its state follows from; days are YYYY-MM-DD. */
export interface Course {
  readonly correction: { readonly dueOn: string; readonly doneOn: string | null } | null
  readonly proof: object | null
}

/** How far an incident is: without a correction that was carried out nothing is proven. */
export function incidentState({ correction, proof }: Course): IncidentState {
  if (correction === null) return 'open'
  if (correction.doneOn === null) return 'decided'
  return proof === null ? 'corrected' : 'proven'
}

/** Days by which a correction that isn't carried out is late on `today`; 0 on its day, before it, and afterwards. */
export const correctionLate = ({ correction }: Course, today: string): number =>
  correction !== null && correction.doneOn === null ? Math.max(0, daysBetween(correction.dueOn, today)) : 0

/** What of an incident a recurrence is told by. */
export interface Happening {
  readonly id: string
  readonly accountId: string
  readonly kind: string
  readonly productId: string | null
  /** YYYY-MM-DD */
  readonly happenedOn: string
}

/**
 * Recurrences (C1): how many incidents of the same account and product (of the same kind where no product is named)
 * happened in the twelve months before each one, by its id; those of the same day count in the order of their ids.
 */
export function recurrences(incidents: readonly Happening[]): ReadonlyMap<string, number> {
  const alike = Map.groupBy(
    incidents,
    ({ accountId, kind, productId }) => `${accountId} ${productId ?? kind}`,
  )
  const counts = new Map<string, number>()
  for (const group of alike.values())
    for (const one of group) {
      const since = yearBefore(one.happenedOn)
      counts.set(one.id, group.filter((other) => isBefore(other, one) && other.happenedOn >= since).length)
    }
  return counts
}

const isBefore = (one: Happening, other: Happening): boolean =>
  one.happenedOn < other.happenedOn || (one.happenedOn === other.happenedOn && one.id < other.id)

/** The same day of the year before; texts compare as days, though 29 February may not be one there. */
const yearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`

/** The code after the highest one given so far: Q-0013 after Q-0012; codes that people wrote otherwise don't count. */
export function nextCode(codes: Iterable<string>): string {
  let highest = 0
  for (const code of codes) {
    const number = /^Q-(\d{1,9})$/.exec(code)?.[1]
    if (number !== undefined) highest = Math.max(highest, Number(number))
  }
  return `Q-${String(highest + 1).padStart(4, '0')}`
}
