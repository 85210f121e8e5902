import { newestStandings } from '../../accounts/service/standings.ts'
import { DEFAULT_TERMS } from '../../channel/policies/rules/defaults.ts'
import type { Promised } from '../../channel/requests/rules/clocks.ts'
import { advance, begin, type ClockTerms } from '../../channel/requests/rules/progress.ts'
import { toldOf } from '../../channel/requests/service/stored.ts'
import { TIERS, type Tier } from '../../evaluation/rules/tiers.ts'
import { backdated } from '../../kernel/clock.ts'
import type { AccountId, MemberId, PersonId } from '../../kernel/ids.ts'
import { orderKeyBetween } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import { workingMsBefore } from '../calendar/rules/backwards.ts'
import { calendarOf, type HeldCalendar } from '../calendar/service/read.ts'
import type { SampleArchive } from '../sample/archive.ts'
import type { Calendar } from '../sample/calendar.ts'
import { endedRequests } from '../sample/requests/ended.ts'
import { OPEN_REQUESTS, openRequest } from '../sample/requests/open.ts'
import type { SampleRequest } from '../sample/requests/shapes.ts'
import { found } from './found.ts'
import { rowInserter } from './rowInserter.ts'

/** The rows that the requests' names stand for. */
export interface RequestIds {
  readonly members: ReadonlyMap<string, MemberId>
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly people: ReadonlyMap<string, PersonId>
}

/** A request that was inserted, as far as work on it is concerned. */
export interface InsertedRequest {
  readonly id: string
  readonly account: string
  readonly owner: string
  /** epoch ms */
  readonly askedAt: number
}

/**
 * Inserts the sample's requests inside a command: the open ones with their clocks as in the pictures at `now` (epoch
 * ms), reckoned backwards in working time, and those that ended in the last six months. Answers with what was inserted.
 */
export function insertRequests(
  tx: Tx,
  archive: SampleArchive,
  { calendar, now }: { readonly calendar: Calendar; readonly now: number },
  ids: RequestIds,
): readonly InsertedRequest[] {
  const tierOf = tierReader(tx, ids.accounts)
  const firms = archive.firms.map((firm) => {
    const tier = tierOf(firm.name)
    const there = archive.people.filter(({ jobs: [job] }) => job.account === firm.name && job.until === null)
    return {
      firm,
      tier,
      responses: DEFAULT_TERMS[tier].responses,
      personOf: (post: string) => there.find((person) => person.post === post)?.name ?? null,
    }
  })
  const open = OPEN_REQUESTS.map((told) =>
    openRequest(told, DEFAULT_TERMS[tierOf(told.account)].responses[told.priority ?? 'normal']),
  )
  const writer: Writer = { tx, insert: rowInserter(tx), calendar, now, held: calendarOf(tx.db, null), ...ids }
  return [...endedRequests(firms), ...open].map((request) => {
    const inserted = insertRequest(writer, request, tierOf(request.account))
    tx.breathe()
    return inserted
  })
}

function tierReader(tx: Tx, accounts: ReadonlyMap<string, AccountId>): (account: string) => Tier {
  const standings = newestStandings(tx.db)
  return (account) => {
    const standing = standings.get(found(accounts, account))?.tier
    return TIERS.find((tier) => tier === standing) ?? 'small'
  }
}

interface Writer extends RequestIds {
  readonly tx: Tx
  readonly insert: ReturnType<typeof rowInserter>
  readonly calendar: Calendar
  readonly now: number
  readonly held: HeldCalendar
}

function insertRequest(writer: Writer, request: SampleRequest, tier: Tier): InsertedRequest {
  const { tx, insert, calendar, now, held, members, people } = writer
  const { responses, pausesForThird } = DEFAULT_TERMS[tier]
  const promised: Promised = {
    tier,
    policyId: null,
    times: responses[request.priority],
    pausesForThird,
    escalation: { late: [], over: [] },
  }
  const agoMs = (minutes: number): number => workingMsBefore(held.compiled, now, minutes * 60_000)
  const terms: ClockTerms = { promised, calendar: held.compiled }
  const askedAt = agoMs(request.askedAgo)
  const events = request.happened.map((each) => ({ ...each, at: agoMs(each.ago) }))
  const member = (name: string | null): MemberId | null => (name === null ? null : found(members, name))
  const answering = {
    ownerId: member(request.owner),
    backupId: member(request.backup),
    sponsorId: member(request.sponsor),
  }
  const told = toldOf(answering, promised)
  let progress = begin(terms, askedAt)
  for (const event of events) {
    const next = advance(terms, progress, { ...event, told })
    if (!next) throw new Error(`the sample can't ${event.kind} ${request.code} that is ${progress.state}`)
    progress = next
  }
  const id = tx.newId()
  insert('request', {
    id,
    code: request.code,
    account_id: found(writer.accounts, request.account),
    person_id: request.person === null ? null : found(people, request.person),
    way: request.way,
    kind: request.kind,
    priority: request.priority,
    title: calendar.say(request.title),
    detail: calendar.say(request.detail),
    asked_at: new Date(askedAt).toISOString(),
    owner_id: answering.ownerId,
    backup_id: answering.backupId,
    sponsor_id: answering.sponsorId,
    calendar_id: held.versionId,
    promised: JSON.stringify(promised),
    progress: JSON.stringify(progress),
  })
  for (const { kind, at, note, waitingFor } of events) {
    const instant = new Date(at).toISOString()
    insert('request_event', {
      id: tx.newId(),
      request_id: id,
      kind,
      at: instant,
      recorded_at: backdated(tx.hlc, instant),
      by: request.owner,
      note,
      detail: waitingFor === undefined || waitingFor === '' ? null : JSON.stringify({ waitingFor }),
    })
  }
  insertParts(writer, id, request)
  return { id, account: request.account, owner: request.owner, askedAt }
}

function insertParts({ tx, insert, calendar, members }: Writer, id: string, { parts }: SampleRequest): void {
  let orderKey: string | null = null
  for (const { what, owner, dueIn, doneAgo, note } of parts) {
    orderKey = orderKeyBetween(orderKey, null)
    insert('request_part', {
      id: tx.newId(),
      request_id: id,
      what,
      owner_id: found(members, owner),
      due_on: calendar.day(dueIn),
      done: doneAgo === null ? null : JSON.stringify({ on: calendar.day(-doneAgo), by: owner, note }),
      order_key: orderKey,
    })
  }
}
