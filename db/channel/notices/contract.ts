import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { writeErrors } from '../../kernel/contract.ts'
import { AccountId } from '../../kernel/ids.ts'
import { CLOCKS } from '../requests/rules/clocks.ts'
import { NOTICE_LEVELS } from './rules/levels.ts'

/** What notices are about. */
export const NOTICE_KINDS = ['request', 'task', 'promise', 'part'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** How this laptop gives notices; see rules/quiet.ts. */
export const NoticeSettings = z.object({
  levels: z.object({
    due: z.boolean(),
    warned: z.boolean(),
    soon: z.boolean(),
    late: z.boolean(),
    over: z.boolean(),
  }),
  quiet: z.object({ from: Time, to: Time }).nullable(),
  onlyAtWork: z.boolean(),
})

/** A notice 提醒 as this laptop gave it. Instants are epoch ms; names are null where who was meant is gone. */
export const Notice = z.object({
  key: z.string(),
  kind: z.enum(NOTICE_KINDS),
  /** of the record that it is about */
  id: z.uuid(),
  /** the request in which a part lies */
  of: z.uuid().nullable(),
  level: z.enum(NOTICE_LEVELS),
  clock: z.enum(CLOCKS).nullable(),
  what: z.string(),
  /** a care task's reason, as its row keeps it; null for anything else */
  why: z.string().nullable(),
  person: z.string().nullable(),
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  tier: z.enum(TIERS).nullable(),
  /** whose it is, where that is not this laptop's user */
  owner: z.string().nullable(),
  raisedAt: z.number(),
  seen: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** What windows hear: notices that were given now; of those that were held back how many, in one. */
export const NoticesGiven = z.object({ notices: z.array(Notice), heldBack: z.int() })
export type NoticesGiven = z.infer<typeof NoticesGiven>

/** Notices 提醒 of this laptop: each given once. */
export const notices = {
  /** The newest, those held back left out. */
  list: oc.output(z.object({ unseen: z.int(), rows: z.array(Notice) })),
  /** Notices as they are given. */
  watch: oc.output(eventIterator(NoticesGiven)),
  /** Says that notices were seen; all of them where no keys are given. */
  see: oc
    .input(z.object({ keys: z.array(z.string()).max(1_000).nullable() }))
    .output(z.object({ seen: z.int() }))
    .errors(writeErrors),
  settings: oc.output(NoticeSettings),
  changeSettings: oc.input(NoticeSettings.partial()).output(NoticeSettings).errors(writeErrors),
}
