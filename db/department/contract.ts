import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../kernel/contract.ts'
import { MemberId } from '../kernel/ids.ts'
import { isTimeZone } from './calendar/rules/zones.ts'

/** A colleague: in the department, in the evaluation group, or in a cross-functional team. */
export const Member = z.object({
  id: MemberId,
  name: z.string(),
  /** job title, as people say it */
  role: z.string(),
  /** for sorting and for finding by pinyin: full spelling, a blank, initials */
  pinyin: z.string(),
  /** accounts owned */
  accounts: z.int(),
})
export type Member = z.infer<typeof Member>

/** Settings of this laptop; not shared, not in the history. */
export const Settings = z.object({
  language: z.enum(['zh', 'en', 'system']),
  theme: z.enum(['light', 'dark', 'system']),
  moneyUnit: z.enum(['yuan', 'tenThousand']),
  markKeys: z.enum(['quick', 'literal']),
  me: MemberId.nullable(),
  lastRoute: z.string().nullable(),
})
export type Settings = z.infer<typeof Settings>

/** What stays of a removed sample because records of the user's refer to it. */
export const SampleKept = z.object({ accounts: z.int(), members: z.int(), people: z.int() })
export type SampleKept = z.infer<typeof SampleKept>

export const DepartmentStatus = z.object({
  empty: z.boolean(),
  started: z.boolean(),
  /** there is something of the sample that can be removed */
  sampleLoaded: z.boolean(),
  /** where its round is gone and other parts are there: how much of them can't be removed yet; else null */
  sampleKept: SampleKept.nullable(),
  accounts: z.int(),
  rounds: z.int(),
})
export type DepartmentStatus = z.infer<typeof DepartmentStatus>

const memberFields = { name: z.string().trim().min(1).max(50), role: z.string().trim().max(50) }

export const department = {
  /** Whether anything has been set up, and whether the sample is loaded: decides the first screen. */
  status: oc.output(DepartmentStatus),
  /** First run: start with an empty department. */
  startEmpty: oc
    .input(z.object({ name: z.string().trim().max(50) }))
    .output(z.object({ started: z.literal(true) })),
  /** First run: load the sample department (48 accounts, members, figures, a sheet, a round half marked). */
  loadSample: oc
    .input(CommandInput)
    .output(Written)
    .errors({ ...writeErrors, SAMPLE_ALREADY_LOADED: { status: 409 } }),
  /** Removes what the sample brought; the user's rows stay, and so does what they refer to (`kept`). Undoable. */
  removeSample: oc
    .input(CommandInput)
    .output(Written.extend({ kept: SampleKept }))
    .errors({ ...writeErrors, SAMPLE_NOT_LOADED: { status: 409 } }),
  members: oc.output(z.array(Member)),
  addMember: oc
    .input(CommandInput.extend(memberFields))
    .output(Written.extend({ memberId: MemberId }))
    .errors(writeErrors),
  changeMember: oc
    .input(
      CommandInput.extend({
        memberId: MemberId,
        name: memberFields.name.optional(),
        role: memberFields.role.optional(),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, MEMBER_NOT_FOUND: { status: 404 } }),
  /** Marks a member as deleted; accounts owned keep pointing to them and show as without owner. */
  removeMember: oc
    .input(CommandInput.extend({ memberId: MemberId }))
    .output(Written)
    .errors({ ...writeErrors, MEMBER_NOT_FOUND: { status: 404 } }),
  settings: oc.output(Settings),
  changeSettings: oc.input(Settings.partial()).output(Settings).errors(writeErrors),
  /**
   * Says in which IANA time zone the laptop is. The engine's process would keep the one in which it started, while the
   * windows follow the system; `changed` tells the window that days begin at other instants from now on.
   */
  enterZone: oc
    .input(z.object({ timeZone: z.string().max(100).refine(isTimeZone) }))
    .output(z.object({ changed: z.boolean() })),
  /** State of this laptop's windows by key (grid layouts), as JSON texts: all of them, so that no grid waits for its own. */
  layouts: oc.output(z.record(z.string(), z.string())),
  saveLayout: oc
    .input(z.object({ key: z.string().max(200), json: z.string().max(1_000_000).nullable() }))
    .output(z.object({ saved: z.literal(true) }))
    .errors(writeErrors),
}
