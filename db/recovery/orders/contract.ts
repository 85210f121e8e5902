import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId } from '../../kernel/ids.ts'
import { CASE_LIMITS } from '../rules/limits.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** fen; null where it isn't known */
const Amount = z.int().min(0).max(CASE_LIMITS.amount).nullable()

/** What an account ordered in a month; fen. */
export const OrderMonth = z.object({ month: z.string(), amount: z.int() })
export type OrderMonth = z.infer<typeof OrderMonth>

/** Orders 订单 of accounts by month, as finance has them: they prove that trust is back. */
export const orders = {
  /** An account's months in their order. */
  list: oc.input(z.object({ accountId: AccountId })).output(z.array(OrderMonth)),
  /** Writes months, all or none; `before` guards against overwriting another window's edit. */
  write: oc
    .input(
      CommandInput.extend({
        accountId: AccountId,
        months: z
          .array(z.object({ month: Month, before: Amount, after: Amount }))
          .min(1)
          .max(CASE_LIMITS.months),
      }),
    )
    .output(Written)
    .errors({
      ...writeErrors,
      ACCOUNT_NOT_FOUND: { status: 404 },
      /** it was changed meanwhile */
      ORDERS_CHANGED: { status: 409, data: z.object({ month: z.string() }) },
      /** a month that is to come has no orders yet */
      MONTH_TO_COME: { status: 422, data: z.object({ month: z.string() }) },
    }),
}
