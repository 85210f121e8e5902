import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, MemberId } from '../../kernel/ids.ts'
import { AccountRow, Figure } from '../contract.ts'
import { FIELD_LIMITS } from '../rules/fields.ts'

/** One colleague's seat in the working group 工作组 of an account. */
export const Seat = z.object({
  memberId: MemberId,
  name: z.string(),
  /** what they do there: logistics, quality … */
  function: z.string(),
})
export type Seat = z.infer<typeof Seat>

/** A company of the group that an account belongs to. */
export const GroupCompany = AccountRow.pick({
  id: true,
  name: true,
  ownerId: true,
  revenue: true,
  figures: true,
  tier: true,
}).extend({
  /** 0 for the company at the top */
  depth: z.int(),
})
export type GroupCompany = z.infer<typeof GroupCompany>

const seatErrors = {
  ...writeErrors,
  ACCOUNT_NOT_FOUND: { status: 404 },
  MEMBER_NOT_FOUND: { status: 404 },
} as const

export const group = {
  /**
   * The working group of an account, and the companies of its group: each parent before its own, with totals. The
   * account alone where it belongs to no group. Circles that two laptops together made are shown once around.
   */
  get: oc
    .input(z.object({ accountId: AccountId }))
    .output(
      z.object({
        seats: z.array(Seat),
        figures: z.array(Figure),
        companies: z.array(GroupCompany),
        /** companies beyond those that are listed; they count in the totals */
        more: z.int(),
        totals: z.object({
          /** fen */
          revenue: z.int().nullable(),
          /** in the order of `figures`; null for what can't be added up: percentages, years, days */
          figures: z.array(z.int().nullable()),
        }),
      }),
    )
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 } }),
  /** Gives a colleague a seat in an account's working group, or changes what they do there. */
  setSeat: oc
    .input(
      CommandInput.extend({
        accountId: AccountId,
        memberId: MemberId,
        function: z.string().trim().max(FIELD_LIMITS.short),
      }),
    )
    .output(Written)
    .errors(seatErrors),
  /** Takes a colleague out of an account's working group. */
  removeSeat: oc
    .input(CommandInput.extend({ accountId: AccountId, memberId: MemberId }))
    .output(Written)
    .errors(seatErrors),
}
