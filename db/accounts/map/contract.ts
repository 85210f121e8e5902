import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, MemberId, PersonId, RowId } from '../../kernel/ids.ts'
import { ATTITUDES, DECISION_ROLES, RELATIONS } from '../people/rules/fields.ts'
import { EDGE } from './rules/places.ts'

/** Somebody who works at the account now, as far as the map tells it (A2). */
export const MapPerson = z.object({
  id: PersonId,
  name: z.string(),
  title: z.string(),
  attitude: z.enum(ATTITUDES).nullable(),
  decisionRole: z.enum(DECISION_ROLES).nullable(),
  /** 1–5 */
  influence: z.int().nullable(),
  /** YYYY-MM-DD of the newest contact of any channel in the work log; null where there is none */
  lastMet: z.string().nullable(),
})
export type MapPerson = z.infer<typeof MapPerson>

/** One of ours: the owner, who sits in the working group, or who knows or is meant to know somebody there. */
export const MapMember = z.object({ id: MemberId, name: z.string(), role: z.string(), owner: z.boolean() })
export type MapMember = z.infer<typeof MapMember>

/** A line between two people; `reports` goes from the one who reports to their superior. */
export const MapRelation = z.object({
  id: RowId,
  fromId: PersonId,
  toId: PersonId,
  kind: z.enum(RELATIONS),
  note: z.string(),
})
export type MapRelation = z.infer<typeof MapRelation>

/** How well one of ours knows one of them (0–4), and how well we want it; null where nobody said. */
export const MapCoverage = z.object({
  personId: PersonId,
  memberId: MemberId,
  depth: z.int().min(0).max(4),
  wanted: z.int().min(0).max(4).nullable(),
})
export type MapCoverage = z.infer<typeof MapCoverage>

/** Where somebody was put, the middle of their card in steps of the map's grid. */
export const MapPlace = z.object({
  nodeId: z.uuid(),
  x: z.int().min(-EDGE).max(EDGE),
  y: z.int().min(-EDGE).max(EDGE),
})
export type MapPlace = z.infer<typeof MapPlace>

/** Everything the map of an account shows. */
export const RelationshipMap = z.object({
  accountName: z.string(),
  /** YYYY-MM-DD */
  today: z.string(),
  /** null while the account is not graded; the days then are those of an ordinary one */
  tier: z.enum(TIERS).nullable(),
  /** the longest time without contact that the tier allows, days */
  interval: z.int(),
  people: z.array(MapPerson),
  members: z.array(MapMember),
  relations: z.array(MapRelation),
  coverage: z.array(MapCoverage),
  /** empty until somebody dragged: the map then lays itself out */
  places: z.array(MapPlace),
})
export type RelationshipMap = z.infer<typeof RelationshipMap>

const line = MapRelation.omit({ id: true }).extend({ note: z.string().trim().max(500) })
/** What a line holds besides its id. */
export type LineFields = z.infer<typeof line>

const account = z.object({ accountId: AccountId })
const language = z.enum(['zh', 'en'])
const notFound = { ACCOUNT_NOT_FOUND: { status: 404 } } as const
const lineErrors = {
  ...writeErrors,
  /** one end is nobody who works at the account now */
  MAP_PERSON_NOT_FOUND: { status: 404 },
  /** both ends are the same person */
  LINE_TO_SELF: { status: 422, data: z.object({ name: z.string() }) },
  /** would make somebody their own superior's superior; names the circle in order */
  REPORTS_IN_CIRCLE: { status: 422, data: z.object({ names: z.string() }) },
  /** the same line is there already */
  LINE_EXISTS: { status: 409, data: z.object({ from: z.string(), to: z.string() }) },
} as const
const changeErrors = {
  ...lineErrors,
  RELATION_NOT_FOUND: { status: 404 },
  CELLS_CHANGED: {
    status: 409,
    data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
  },
} as const

/** The relationship map 关系图 of an account (A2): who reports to whom, who knows whom, where everybody stands. */
export const map = {
  get: oc.input(account).output(RelationshipMap).errors(notFound),
  /** Draws a line between two people of an account. */
  addRelation: oc
    .input(CommandInput.extend({ accountId: AccountId, ...line.partial({ note: true }).shape }))
    .output(Written.extend({ relationId: RowId }))
    .errors({ ...lineErrors, ...notFound }),
  /** Changes a line's kind, note or direction. CELLS_CHANGED where it no longer is as `before` says. */
  changeRelation: oc
    .input(CommandInput.extend({ relationId: RowId, before: line, after: line }))
    .output(Written)
    .errors(changeErrors),
  /** Takes lines away (undoable). */
  removeRelations: oc
    .input(CommandInput.extend({ relationIds: z.array(RowId).min(1).max(1_000) }))
    .output(Written)
    .errors({ ...writeErrors, RELATION_NOT_FOUND: { status: 404 } }),
  /** Says how well one of ours knows a person, and how well we want it; `after` null takes the line away. */
  setCoverage: oc
    .input(
      CommandInput.extend({
        personId: PersonId,
        memberId: MemberId,
        before: MapCoverage.pick({ depth: true, wanted: true }).nullable(),
        after: MapCoverage.pick({ depth: true, wanted: true }).nullable(),
      }),
    )
    .output(Written)
    .errors({
      ...writeErrors,
      PERSON_NOT_FOUND: { status: 404 },
      MEMBER_NOT_FOUND: { status: 404 },
      CELLS_CHANGED: changeErrors.CELLS_CHANGED,
    }),
  /** Keeps where people stand, many at once; a drag is one command. */
  place: oc
    .input(CommandInput.extend({ accountId: AccountId, places: z.array(MapPlace).min(1).max(2_000) }))
    .output(Written)
    .errors({ ...writeErrors, ...notFound }),
  /** Forgets all places: the map lays itself out again (undoable). */
  resetPlaces: oc
    .input(CommandInput.extend({ accountId: AccountId }))
    .output(Written)
    .errors({ ...writeErrors, ...notFound }),
  /** The drawing as PDF, A4 landscape, with header, date, legend and what is missing. */
  exportPdf: oc
    .input(z.object({ accountId: AccountId, language }))
    .output(z.file())
    .errors({ ...notFound, NO_PRINTER: { status: 501 } }),
  /** Lines and coverage as CSV for Excel (UTF-8 with BOM). */
  exportTable: oc
    .input(z.object({ accountId: AccountId, language }))
    .output(z.file())
    .errors(notFound),
}
