import { addDays, daysBetween } from '../../../accounts/rules/days.ts'
import type { AccountId, MemberId, PersonId } from '../../../kernel/ids.ts'
import type { ProposalReason } from '../contract.ts'
import { scoreOf, whoReasons } from './choose.ts'
import type { DueAccount, Proposable, ProposedLeader, ProposeFacts } from './facts.ts'
import { Openings } from './openings.ts'
import { placeOf } from './places.ts'

/** A proposed visit. */
export interface Proposed {
  /** account and due day */
  readonly key: string
  readonly accountId: AccountId
  readonly leadId: MemberId
  readonly day: string
  readonly city: string
  readonly area: string
  readonly personId: PersonId | null
  /** proposals of one trip share it; null for one that stands alone */
  readonly trip: number | null
  readonly reasons: readonly ProposalReason[]
}

/** What was proposed, and what is due without finding a place. */
export interface Proposals {
  readonly proposals: readonly Proposed[]
  readonly unplaced: readonly {
    readonly accountId: AccountId
    readonly due: string
    readonly why: 'noDay' | 'nobody'
  }[]
}

/** Days around the due one in which a visit is looked a day for; and where those months are full. */
const AROUND = 21
const FAR_AROUND = 75
/** Days within which two visits of one area can be one trip. */
const TRIP_WITHIN = 14
/** What suits so much less well goes along all the same where it makes one trip of two; see `scoreOf`. */
const TRIP_WORTH = 4
/** Visits of one trip. */
const LONGEST_TRIP = 4

interface Demand {
  readonly account: DueAccount
  readonly due: string
}

/**
 * Proposes a visit for each due day of a span: who leads (eye level, the same face, a gap to close, room in the month), on
 * which day (free for both calendars, near the due one), and as one trip with what is near. The same facts give the same
 * proposals; each says why.
 */
export function propose(facts: ProposeFacts): Proposals {
  const plan = new Plan(facts)
  for (const demand of togetherWithNear(demandsOf(facts), firstDay(facts.from, facts.today)))
    plan.place(demand)
  return plan.proposals()
}

/** What falls due in the span, the first due first; an account may be due several times. */
function demandsOf({ accounts, from, until, today }: ProposeFacts): Demand[] {
  const first = firstDay(from, today)
  return accounts
    .flatMap((account) => {
      const demands: Demand[] = []
      const last = laterOf(account.lastMet, account.plannedOn)
      let due = last === null ? first : addDays(last, account.every)
      while (due <= until) {
        demands.push({ account, due })
        // what was due before the span is due in it once, and the next one after that
        due = addDays(due < first ? first : due, account.every)
      }
      return demands
    })
    .toSorted(
      (one, other) =>
        one.due.localeCompare(other.due) || one.account.accountId.localeCompare(other.account.accountId),
    )
}

/**
 * The same demands, each followed by those that are near it and due about the same time: they are placed while days beside it,
 * and room in its lead's month, are still there.
 * @param first the first day that can be planned for
 */
function togetherWithNear(demands: readonly Demand[], first: string): Demand[] {
  const wanted = ({ due }: Demand): string => (due < first ? first : due)
  const byArea = Map.groupBy(demands, ({ account }) => placeOf(account.region).area)
  const placed = new Set<Demand>()
  for (const demand of demands) {
    if (placed.has(demand)) continue
    placed.add(demand)
    const { area } = placeOf(demand.account.region)
    for (const other of area === '' ? [] : (byArea.get(area) ?? []))
      if (Math.abs(daysBetween(wanted(demand), wanted(other))) <= TRIP_WITHIN) placed.add(other)
  }
  return [...placed]
}

/** The first day that can be planned for. */
const firstDay = (from: string, today: string): string => (from > today ? from : addDays(today, 1))

const laterOf = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one

interface Placed extends Proposed {
  reasons: readonly ProposalReason[]
  trip: number | null
}

/** Where a visit is put: by whom, on which day, with whom together. */
interface Slot {
  readonly lead: Proposable
  readonly day: string
  readonly mate: Placed | null
  /** it goes beyond their month's limit */
  readonly full: boolean
  /** the months around its due day are full */
  readonly far: boolean
}

/** Somebody who may lead, and how well they suit. */
interface Candidate {
  readonly lead: Proposable
  readonly score: number
}

/** Proposals as they are made one after the other. */
class Plan {
  private readonly facts: ProposeFacts
  private readonly placed: Placed[] = []
  private readonly unplaced: { accountId: AccountId; due: string; why: 'noDay' | 'nobody' }[] = []
  private readonly openings: Openings
  /** proposals by lead and area, of which trips are made */
  private readonly near = new Map<string, Placed[]>()
  private readonly tripSizes: number[] = []
  private readonly names: ReadonlyMap<AccountId, string>

  constructor(facts: ProposeFacts) {
    this.facts = facts
    this.openings = new Openings(facts, firstDay(facts.from, facts.today))
    this.names = new Map(facts.accounts.map(({ accountId, name }) => [accountId, name]))
  }

  proposals(): Proposals {
    const proposals = this.placed.toSorted(
      (one, other) => one.day.localeCompare(other.day) || one.key.localeCompare(other.key),
    )
    return { proposals, unplaced: this.unplaced }
  }

  place({ account, due }: Demand): void {
    const [leader] = account.leaders
    const { city, area } = placeOf(account.region)
    const wanted = this.ranked(account, leader)
    const slot = this.slotFor(wanted, due, area)
    if (slot === null) {
      const why = this.facts.executives.length === 0 ? 'nobody' : 'noDay'
      this.unplaced.push({ accountId: account.accountId, due, why })
      return
    }
    const { lead, day, mate } = slot
    const reasons = [
      ...this.dueReasons(account, due),
      ...whoReasons(account, leader, lead, this.facts.executives.indexOf(lead)),
      this.loadReason(slot),
      ...this.tripReasons(mate, area),
      ...this.dayReasons(slot, due),
    ]
    const placed: Placed = {
      key: `${account.accountId} ${due}`,
      accountId: account.accountId,
      leadId: lead.memberId,
      day,
      city,
      area,
      personId: leader?.personId ?? null,
      trip: mate === null ? null : this.joinTrip(mate, account.name, area),
      reasons,
    }
    this.placed.push(placed)
    this.openings.take(lead, day)
    const near = this.near.get(`${lead.memberId} ${area}`)
    if (near) near.push(placed)
    else this.near.set(`${lead.memberId} ${area}`, [placed])
  }

  /** Executives for an account, the best first. */
  private ranked(account: DueAccount, leader: ProposedLeader | undefined): Candidate[] {
    const scored = this.facts.executives.map((lead, at) => ({
      ...{ lead, at },
      score: scoreOf(account, leader, lead, at),
    }))
    return scored.toSorted((one, other) => other.score - one.score || one.at - other.at)
  }

  /**
   * The best who has room: a day beside another visit of the area, else the nearest one; where the months around are full, a
   * later one. Only where nobody has room at all, who is least beyond the limit goes beyond it.
   */
  private slotFor(candidates: readonly Candidate[], due: string, area: string): Slot | null {
    const { openings } = this
    const wanted = due < openings.first ? openings.first : due
    const best = candidates[0]?.score ?? 0
    for (const { lead, score } of candidates) {
      const beside = score >= best - TRIP_WORTH ? this.besideTrip(lead, wanted, area) : null
      if (beside) return { lead, ...beside, full: false, far: false }
    }
    for (const around of [AROUND, FAR_AROUND])
      for (const { lead } of candidates) {
        const day = openings.nearest(lead, wanted, around)
        if (day !== null) return { lead, day, mate: null, full: false, far: around > AROUND }
      }
    const beyond = candidates.flatMap(({ lead }) => {
      const day = openings.nearest(lead, wanted, AROUND, true)
      if (day === null) return []
      return [
        { lead, day, mate: null, full: true, far: false, by: openings.loadOn(lead, day) - lead.monthly },
      ]
    })
    // sorting is stable: of those equally far beyond it, the best
    return beyond.toSorted((one, other) => one.by - other.by)[0] ?? null
  }

  /** The working day before or after a proposal of the same lead in the same area. */
  private besideTrip(lead: Proposable, wanted: string, area: string): { day: string; mate: Placed } | null {
    if (area === '') return null
    const { openings } = this
    for (const mate of this.near.get(`${lead.memberId} ${area}`) ?? []) {
      if (mate.trip !== null && (this.tripSizes[mate.trip] ?? 0) >= LONGEST_TRIP) continue
      if (Math.abs(daysBetween(mate.day, wanted)) > TRIP_WITHIN) continue
      for (const day of [openings.workdayFrom(mate.day, 1), openings.workdayFrom(mate.day, -1)])
        if (day !== null && openings.hasRoom(lead, day)) return { day, mate }
    }
    return null
  }

  /** Lets a proposal join another one's trip; both then say so. */
  private joinTrip(mate: Placed, name: string, area: string): number {
    if (mate.trip === null) {
      mate.trip = this.tripSizes.length
      this.tripSizes.push(1)
      mate.reasons = [...mate.reasons, { code: 'trip', account: name, area }]
    }
    this.tripSizes[mate.trip] = (this.tripSizes[mate.trip] ?? 1) + 1
    return mate.trip
  }

  private dueReasons({ every, lastMet }: DueAccount, due: string): ProposalReason[] {
    const days = daysBetween(due, this.facts.today)
    return [
      { code: 'due', every, last: lastMet, on: due },
      ...(days > 0 ? ([{ code: 'late', days }] as const) : []),
    ]
  }

  private loadReason({ lead, day, full }: Slot): ProposalReason {
    const { memberId, name: member, monthly } = lead
    const count = this.openings.loadOn(lead, day)
    return { code: full ? 'overload' : 'load', memberId, member, month: day.slice(0, 7), count, monthly }
  }

  private tripReasons(mate: Placed | null, area: string): ProposalReason[] {
    const account = mate === null ? undefined : this.names.get(mate.accountId)
    return account === undefined ? [] : [{ code: 'trip', account, area }]
  }

  private dayReasons({ lead, day, mate, far }: Slot, due: string): ProposalReason[] {
    if (day === due) return []
    if (mate !== null) return [{ code: 'moved', from: due, why: 'trip' }]
    if (far) return [{ code: 'moved', from: due, why: 'full' }]
    if (due < this.openings.first) return [{ code: 'moved', from: due, why: 'past' }]
    const why = this.facts.isWorkday(due) ? 'taken' : 'dayOff'
    // a day that was free all the same lies in a month that is full
    return why === 'taken' && this.openings.isOpen(lead, due) ? [] : [{ code: 'moved', from: due, why }]
  }
}
