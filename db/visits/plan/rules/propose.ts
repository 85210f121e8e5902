import { addDays, daysBetween } from '../../../accounts/rules/days.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId, MemberId, PersonId } from '../../../kernel/ids.ts'
import type { ProposalReason } from '../contract.ts'
import { scoreOf, whoReasons } from './choose.ts'
import { placeOf } from './places.ts'

/** A leader of theirs, with how each executive knows them. */
export interface ProposedLeader {
  readonly personId: PersonId
  readonly name: string
  readonly title: string
  readonly rank: number | null
  /** by the executives' order */
  readonly cells: readonly { readonly depth: number; readonly wanted: number | null }[]
}

/** An account as proposals see it. Days are YYYY-MM-DD. */
export interface DueAccount {
  readonly accountId: AccountId
  readonly name: string
  readonly tier: Tier | null
  readonly region: string
  /** days between visits */
  readonly every: number
  /** when an executive last met them; null for never */
  readonly lastMet: string | null
  /** the last day on which a visit is planned already; null for none */
  readonly plannedOn: string | null
  /** who led the last visit; null where nobody did */
  readonly lastLead: MemberId | null
  /** their leaders, the highest first */
  readonly leaders: readonly ProposedLeader[]
}

/** One of ours who can be proposed. */
export interface Proposable {
  readonly memberId: MemberId
  readonly name: string
  readonly rank: number
  readonly monthly: number
}

/** What proposals are worked out from. */
export interface ProposeFacts {
  /** the span of days, both ends among them, and today */
  readonly from: string
  readonly until: string
  readonly today: string
  readonly accounts: readonly DueAccount[]
  readonly executives: readonly Proposable[]
  /** a working day, and no festival */
  readonly isWorkday: (day: string) => boolean
  /** nothing is planned for them, and their calendar has nothing in working hours */
  readonly isFree: (memberId: string, day: string) => boolean
  /** visits that they have in a month (YYYY-MM) already */
  readonly loadOf: (memberId: string, month: string) => number
}

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
  private readonly taken = new Set<string>()
  private readonly loads = new Map<string, number>()
  private trips = 0

  constructor(facts: ProposeFacts) {
    this.facts = facts
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
    this.taken.add(`${lead.memberId} ${day}`)
    const month = `${lead.memberId} ${day.slice(0, 7)}`
    this.loads.set(month, (this.loads.get(month) ?? 0) + 1)
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
  private slotFor(wanted: readonly Candidate[], due: string, area: string): Slot | null {
    const hasRoom = (lead: Proposable, day: string): boolean => this.loadOn(lead, day) < lead.monthly
    const best = wanted[0]?.score ?? 0
    for (const around of [AROUND, FAR_AROUND]) {
      const found = wanted.map(({ lead, score }) => {
        const fits = (day: string): boolean => this.isOpen(lead, day) && hasRoom(lead, day)
        return { lead, worthATrip: score >= best - TRIP_WORTH, fits }
      })
      for (const { lead, worthATrip, fits } of found) {
        const beside = worthATrip ? this.besideTrip(lead, due, area, fits) : null
        if (beside) return { lead, ...beside, full: false, far: false }
      }
      for (const { lead, fits } of found) {
        const day = this.nearest(due, around, fits)
        if (day !== null) return { lead, day, mate: null, full: false, far: around > AROUND }
      }
    }
    const beyond = wanted.flatMap(({ lead }) => {
      const day = this.nearest(due, AROUND, (each) => this.isOpen(lead, each))
      return day === null
        ? []
        : [{ lead, day, mate: null, full: true, far: false, by: this.loadOn(lead, day) - lead.monthly }]
    })
    // sorting is stable: of those equally far beyond it, the best
    return beyond.toSorted((one, other) => one.by - other.by)[0] ?? null
  }

  /** The working day before or after a proposal of the same lead in the same area. */
  private besideTrip(
    lead: Proposable,
    due: string,
    area: string,
    fits: (day: string) => boolean,
  ): { day: string; mate: Placed } | null {
    if (area === '') return null
    const wanted = due < this.first ? this.first : due
    for (const mate of this.placed) {
      if (mate.leadId !== lead.memberId || mate.area !== area) continue
      if (Math.abs(daysBetween(mate.day, wanted)) > TRIP_WITHIN || this.tripSize(mate) >= LONGEST_TRIP)
        continue
      for (const day of [this.workdayFrom(mate.day, 1), this.workdayFrom(mate.day, -1)])
        if (day !== null && fits(day)) return { day, mate }
    }
    return null
  }

  private tripSize({ trip }: Placed): number {
    return trip === null ? 1 : this.placed.filter((other) => other.trip === trip).length
  }

  /** The nearest working day after (1) or before (-1) a day; null where a longer stretch is free. */
  private workdayFrom(day: string, step: 1 | -1): string | null {
    // a weekend between both is still one trip, a holiday week isn't
    for (let days = 1; days <= 3; days += 1) {
      const next = addDays(day, step * days)
      if (this.facts.isWorkday(next)) return next
    }
    return null
  }

  private nearest(due: string, around: number, fits: (day: string) => boolean): string | null {
    const { from, until } = this.facts
    const wanted = due < this.first ? this.first : due
    for (let days = 0; days <= around; days += 1)
      for (const day of days === 0 ? [wanted] : [addDays(wanted, days), addDays(wanted, -days)])
        if (day >= from && day <= until && fits(day)) return day
    return null
  }

  private get first(): string {
    return firstDay(this.facts.from, this.facts.today)
  }

  private isOpen({ memberId }: Proposable, day: string): boolean {
    const { isWorkday, isFree, until } = this.facts
    return (
      day >= this.first &&
      day <= until &&
      isWorkday(day) &&
      !this.taken.has(`${memberId} ${day}`) &&
      isFree(memberId, day)
    )
  }

  private loadOn({ memberId }: Proposable, day: string): number {
    const month = day.slice(0, 7)
    return this.facts.loadOf(memberId, month) + (this.loads.get(`${memberId} ${month}`) ?? 0)
  }

  /** Lets a proposal join another one's trip; both then say so. */
  private joinTrip(mate: Placed, name: string, area: string): number {
    if (mate.trip === null) {
      mate.trip = this.trips
      this.trips += 1
      mate.reasons = [...mate.reasons, { code: 'trip', account: name, area }]
    }
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
    const count = this.loadOn(lead, day)
    return { code: full ? 'overload' : 'load', memberId, member, month: day.slice(0, 7), count, monthly }
  }

  private tripReasons(mate: Placed | null, area: string): ProposalReason[] {
    const account = this.facts.accounts.find(({ accountId }) => accountId === mate?.accountId)
    return account ? [{ code: 'trip', account: account.name, area }] : []
  }

  private dayReasons({ lead, day, mate, far }: Slot, due: string): ProposalReason[] {
    if (day === due) return []
    if (mate !== null) return [{ code: 'moved', from: due, why: 'trip' }]
    if (far) return [{ code: 'moved', from: due, why: 'full' }]
    if (due < this.first) return [{ code: 'moved', from: due, why: 'past' }]
    const why = this.facts.isWorkday(due) ? 'taken' : 'dayOff'
    // a day that was free all the same lies in a month that is full
    return why === 'taken' && this.isOpen(lead, due) ? [] : [{ code: 'moved', from: due, why }]
  }
}
