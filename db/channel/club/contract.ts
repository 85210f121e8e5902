import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import {
  AccountId,
  ClubLevelId,
  EventId,
  InvitationId,
  MemberId,
  MembershipId,
  PersonId,
} from '../../kernel/ids.ts'
import {
  CellEdits,
  Day,
  Line,
  ledgerErrors,
  MOST_ROWS,
  Name,
  StandingOrNone,
  Text,
} from '../ledger/contract.ts'
import { MEMBERSHIP_STATES } from './rules/membership.ts'
import { ANSWERS, EVENT_STATES } from './rules/seats.ts'
import { EVENT_KINDS } from './rules/words.ts'

const LevelWords = z.object({ name: Name, benefits: z.array(Line).max(30) })

/** A level of the key-account club (B4.4) with its benefits, the highest first. */
export const Level = z.object({
  id: ClubLevelId,
  name: z.string(),
  benefits: z.array(z.string()),
  /** accounts that are members at this level today */
  members: z.int(),
})
export type Level = z.infer<typeof Level>

/** What of a membership is written and changed field by field. */
export const MembershipFields = z.object({
  levelId: ClubLevelId,
  sinceOn: Day,
  /** the last day; null without end */
  untilOn: Day.nullable(),
  note: Text,
})

/** An account's membership, with what it brought by word of mouth (C4). */
export const Membership = z.object({
  id: MembershipId,
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  levelId: ClubLevelId,
  level: z.string(),
  sinceOn: z.string(),
  untilOn: z.string().nullable(),
  note: z.string(),
  state: z.enum(MEMBERSHIP_STATES),
  /** accounts that it referred to us, and those that these did */
  referred: z.int(),
  /** what they brought, fen; null while nothing is known */
  brought: z.int().nullable(),
})
export type Membership = z.infer<typeof Membership>

/** What of an event is written and changed field by field. */
export const EventFields = z.object({
  name: Line,
  kind: z.enum(EVENT_KINDS),
  day: Day,
  /** HH:MM, or empty */
  time: z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]),
  place: z.string().trim().max(300),
  seats: z.int().min(1).max(100_000).nullable(),
  ownerId: MemberId.nullable(),
  note: Text,
})

/** An event 活动 and how its invitations stand, see rules/seats.ts. */
export const ClubEvent = EventFields.extend({
  id: EventId,
  owner: z.string().nullable(),
  cancelled: z.object({ on: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
  state: z.enum(EVENT_STATES),
  attendance: z.object({
    invited: z.int(),
    sent: z.int(),
    yes: z.int(),
    no: z.int(),
    open: z.int(),
    silent: z.int(),
    seatsTaken: z.int(),
    came: z.int(),
    uncounted: z.int(),
  }),
  /** seats promised beyond those there are */
  overbooked: z.int(),
})
export type ClubEvent = z.infer<typeof ClubEvent>

/** What an account answered: YYYY-MM-DD, and for how many people. */
export const Reply = z.object({
  answer: z.enum(ANSWERS),
  on: Day,
  seats: z.int().min(0).max(1_000),
  note: z.string().trim().max(300),
})
export type Reply = z.infer<typeof Reply>

/** What of an invitation is changed field by field. */
export const InvitationFields = z.object({
  personId: PersonId.nullable(),
  came: z.int().min(0).max(1_000).nullable(),
  note: z.string().trim().max(300),
})

/** An account's invitation to an event. */
export const Invitation = z.object({
  id: InvitationId,
  eventId: EventId,
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  /** of its membership today */
  level: z.string().nullable(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  invitedOn: z.string().nullable(),
  reply: Reply.nullable(),
  came: z.int().nullable(),
  note: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** An invitation with its event, for an account's page. */
export const InvitationTo = Invitation.extend({
  event: z.string(),
  kind: z.enum(EVENT_KINDS),
  day: z.string(),
  state: z.enum(EVENT_STATES),
})
export type InvitationTo = z.infer<typeof InvitationTo>

/** An account that may be chosen: for an event, a consultation, a membership. */
export const Candidate = z.object({
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  levelId: ClubLevelId.nullable(),
})
export type Candidate = z.infer<typeof Candidate>

const accountIds = z.array(AccountId).min(1).max(MOST_ROWS)
const invitationIds = z.array(InvitationId).min(1).max(MOST_ROWS)
const levelErrors = {
  ...ledgerErrors,
  NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
} as const
const overlap = {
  ...ledgerErrors,
  MEMBERSHIP_OVERLAPS: { status: 409, data: z.object({ name: z.string(), level: z.string() }) },
} as const
const ofLevel = CommandInput.extend({ levelId: ClubLevelId })
const ofEvent = CommandInput.extend({ eventId: EventId })

/** The key-account club: levels, members, events with their invitations (B4.4, C4). */
export const club = {
  /** Levels, and all memberships: those that run or will first, by level and name. */
  read: oc.output(z.object({ today: z.string(), levels: z.array(Level), members: z.array(Membership) })),
  /** What the club means to one account: memberships and invitations, the newest first. */
  ofAccount: oc.input(z.object({ accountId: AccountId })).output(
    z.object({
      today: z.string(),
      memberships: z.array(Membership),
      invitations: z.array(InvitationTo),
    }),
  ),
  /** Accounts of the tiers, and members of the levels, that were chosen: better tiers first, then by pinyin. */
  candidates: oc
    .input(z.object({ tiers: z.array(z.enum(TIERS)), levelIds: z.array(ClubLevelId) }))
    .output(z.array(Candidate)),
  /** Adds a level below the others. */
  addLevel: oc
    .input(CommandInput.extend(LevelWords.shape))
    .output(Written.extend({ levelId: ClubLevelId }))
    .errors(levelErrors),
  changeLevel: oc
    .input(ofLevel.extend({ before: LevelWords, after: LevelWords }))
    .output(Written)
    .errors(levelErrors),
  /** Puts a level behind another one; null puts it first. */
  moveLevel: oc
    .input(ofLevel.extend({ after: ClubLevelId.nullable() }))
    .output(Written)
    .errors(ledgerErrors),
  /** LEVEL_USED while memberships name it. */
  removeLevel: oc
    .input(ofLevel)
    .output(Written)
    .errors({
      ...ledgerErrors,
      LEVEL_USED: { status: 409, data: z.object({ name: z.string(), accounts: z.int() }) },
    }),
  /** Makes accounts members. MEMBERSHIP_OVERLAPS where one is a member on one of these days already. */
  enrol: oc
    .input(
      CommandInput.extend({
        accountIds,
        ...MembershipFields.partial({ untilOn: true, note: true }).shape,
      }),
    )
    .output(Written)
    .errors(overlap),
  changeMemberships: oc
    .input(CellEdits(MembershipId, MembershipFields.keyof()))
    .output(Written)
    .errors(overlap),
  removeMemberships: oc
    .input(CommandInput.extend({ ids: z.array(MembershipId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),

  /** All events: those to come by their day, then the past ones, newest first. */
  events: oc.output(z.object({ today: z.string(), rows: z.array(ClubEvent) })),
  /** One event with its invitations, by name. */
  event: oc
    .input(z.object({ eventId: EventId }))
    .output(z.object({ today: z.string(), event: ClubEvent, invitations: z.array(Invitation) }))
    .errors({ ROW_NOT_FOUND: { status: 404 } }),
  addEvent: oc
    .input(
      CommandInput.extend(
        EventFields.partial({ time: true, place: true, seats: true, ownerId: true, note: true }).shape,
      ),
    )
    .output(Written.extend({ eventId: EventId }))
    .errors(ledgerErrors),
  changeEvents: oc.input(CellEdits(EventId, EventFields.keyof())).output(Written).errors(ledgerErrors),
  /** Calls an event off with a reason; null takes that back. */
  cancelEvent: oc
    .input(ofEvent.extend({ reason: Line.nullable() }))
    .output(Written)
    .errors(ledgerErrors),
  removeEvents: oc
    .input(CommandInput.extend({ ids: z.array(EventId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(ledgerErrors),
  /** Puts accounts on the list of an event; those that are on it already stay as they are. */
  invite: oc
    .input(ofEvent.extend({ accountIds }))
    .output(Written.extend({ invited: z.int() }))
    .errors({ ...ledgerErrors, EVENT_CANCELLED: { status: 409, data: z.object({ name: z.string() }) } }),
  uninvite: oc
    .input(CommandInput.extend({ ids: invitationIds }))
    .output(Written)
    .errors(ledgerErrors),
  /** Notes the day on which invitations went out; null takes it back. */
  send: oc
    .input(CommandInput.extend({ ids: invitationIds, on: Day.nullable() }))
    .output(Written)
    .errors(ledgerErrors),
  /** Records an answer; null takes it back. */
  reply: oc
    .input(CommandInput.extend({ ids: invitationIds, reply: Reply.nullable() }))
    .output(Written)
    .errors(ledgerErrors),
  /** Who is invited, how many came, notes. DAY_TO_COME where people are counted before the event. */
  changeInvitations: oc
    .input(CellEdits(InvitationId, InvitationFields.keyof()))
    .output(Written)
    .errors(ledgerErrors),
}
